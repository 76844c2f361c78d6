import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { errorPageFor, replaceEmptyErrorPage } from "#lib/edge/front/error-pages";

describe("standInFor", () => {
  it.each([
    ["/besoins/nulle-part", 404, "/introuvable"],
    ["/inscriptions/jeton", 404, "/inscriptions"],
    ["/besoins", 500, "/incident"],
    ["/besoins", 200, null],
    ["/administration/nulle-part", 404, null],
    ["/incident", 500, null],
    ["/webinaires/une-seance", 409, "/formulaire-ancien"],
    ["/administration/webinaires/1", 409, "/formulaire-ancien"],
  ])("%s answering %i gives %s", (path, status, address) => {
    expect(errorPageFor(path, status)).toBe(address);
  });
});

async function answerOf(listener: RequestListener): Promise<{ status: number; headers: Headers; text: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return { status: response.status, headers: response.headers, text: await response.text() };
  } finally {
    server.close();
  }
}

const whole = async (address: string) => `<h1>${address}</h1>`;

/** An answer as the framework gives it, what compresses included: the headers leave before the first byte. */
const framework =
  (status: number, type: string, read = whole): RequestListener =>
  (_request, response) => {
    response.setHeader("X-Ours", "kept");
    replaceEmptyErrorPage(response, (code) => errorPageFor("/besoins", code), read);
    response.statusCode = status;
    response.setHeader("Content-Type", type);
    response.setHeader("ETag", "of the empty document");
    response.flushHeaders();
    response.writeHead(response.statusCode);
    response.write("empty");
    response.end();
  };

describe("keepEmptyBack", () => {
  it.each([
    [404, "/introuvable"],
    [500, "/incident"],
  ])("sends a whole page with the status %i", async (status, address) => {
    const answer = await answerOf(framework(status, "text/html; charset=utf-8"));
    expect(answer).toMatchObject({ status, text: `<h1>${address}</h1>` });
    expect(answer.headers.get("x-ours")).toBe("kept");
    expect(answer.headers.get("etag")).toBeNull();
  });

  it("says in a page what the framework says in English to an old form", async () => {
    const answer = await answerOf(framework(409, "text/plain"));
    expect(answer).toMatchObject({ status: 409, text: "<h1>/formulaire-ancien</h1>" });
    expect(answer.headers.get("content-type")).toContain("text/html");
  });

  it("lets through what is found, and what is no document", async () => {
    const send = (status: number, type: string) =>
      answerOf((_request, response) => {
        replaceEmptyErrorPage(response, (code) => errorPageFor("/besoins", code), whole);
        response.writeHead(status, { "Content-Type": type });
        response.end("as it is");
      });
    expect((await send(200, "text/html")).text).toBe("as it is");
    expect((await send(404, "text/calendar")).text).toBe("as it is");
  });

  it("says a sentence when even the stand-in fails", async () => {
    const broken = async () => Promise.reject(new Error("no page"));
    const { status, text } = await answerOf(framework(500, "text/html", broken));
    expect(status).toBe(500);
    expect(text).toContain("Réessayez");
  });
});
