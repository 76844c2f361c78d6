import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { errorPageFor, replaceEmptyErrorPage } from "#lib/edge/front/error-pages";

const HTML = "text/html; charset=utf-8";
const BARE = "text/plain";

describe("errorPageFor", () => {
  it.each([
    ["/besoins/nulle-part", 404, HTML, "/introuvable"],
    ["/inscriptions/jeton", 404, HTML, "/inscriptions"],
    ["/besoins", 500, HTML, "/incident"],
    ["/besoins", 500, BARE, "/incident"],
    ["/administration/besoins", 500, BARE, "/incident"],
    ["/api/auth/signin", 500, "", "/incident"],
    ["/besoins", 200, HTML, null],
    ["/administration/nulle-part", 404, HTML, null],
    ["/administration/webinaires/1/inscrits/fichier", 404, "text/plain; charset=utf-8", null],
    ["/incident", 500, HTML, null],
    ["/webinaires/une-seance", 409, BARE, "/formulaire-ancien"],
    ["/administration/webinaires/1", 409, BARE, "/formulaire-ancien"],
    ["/webinaires/une-seance", 400, BARE, "/envoi-illisible"],
    ["/administration/cycles", 413, BARE, "/envoi-trop-lourd"],
    ["/webinaires/une-seance", 403, BARE, "/envoi-refuse"],
    ["/webinaires/une-seance", 405, BARE, "/envoi-refuse"],
    ["/webinaires/une-seance", 403, "text/plain; charset=utf-8", null],
    ["/administration/webinaires/1/inscrits/fichier", 400, "text/plain; charset=utf-8", null],
    ["/webinaires/une-seance", 404, "text/x-component", null],
  ])("%s answering %i as %s gives %s", (path, status, type, address) => {
    expect(errorPageFor(path, status, type)).toBe(address);
  });
});

async function answerOf(
  listener: RequestListener,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      redirect: "manual",
      ...init,
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } finally {
    server.close();
  }
}

const whole = async (address: string) => `<h1>${address}</h1>`;
const choose = (status: number, type: string) => errorPageFor("/besoins", status, type);

/** An answer as the framework gives it, what compresses included: the headers leave before the first byte. */
const framework =
  (status: number, type: string, read = whole): RequestListener =>
  (_request, response) => {
    response.setHeader("X-Ours", "kept");
    replaceEmptyErrorPage(response, { choose, read });
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
        replaceEmptyErrorPage(response, { choose, read: whole });
        response.writeHead(status, { "Content-Type": type });
        response.end("as it is");
      });
    expect((await send(200, "text/html")).text).toBe("as it is");
    expect((await send(404, "text/calendar")).text).toBe("as it is");
  });

  const missing =
    (options: { meant?: () => Promise<string | null>; accepted?: string }): RequestListener =>
    (_request, response) => {
      replaceEmptyErrorPage(response, { choose, read: async () => "<p>page</p>".repeat(500), ...options });
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html");
      response.end("empty");
    };

  it.each([
    [500, "<h1>as it was kept</h1>", 503, "5"],
    [500, null, 500, null],
    [404, "<h1>as it was kept</h1>", 404, null],
  ])("while the database is away: %i, %s", async (status, kept, sent, retryAfter) => {
    const answer = await answerOf((_request, response) => {
      replaceEmptyErrorPage(response, { choose, read: whole, outage: async () => kept });
      response.statusCode = status;
      response.setHeader("Content-Type", "text/html");
      response.end("empty");
    });
    expect(answer.status).toBe(sent);
    expect(answer.text).toBe(sent === 503 ? kept : await whole(status === 404 ? "/introuvable" : "/incident"));
    expect(answer.headers.get("retry-after")).toBe(retryAfter);
  });

  it("answers even when what is given meanwhile fails", async () => {
    const { status, text } = await answerOf((_request, response) => {
      replaceEmptyErrorPage(response, { choose, read: whole, outage: () => Promise.reject(new Error("no form")) });
      response.statusCode = 500;
      response.setHeader("Content-Type", "text/html");
      response.end("empty");
    });
    expect([status, text]).toEqual([500, await whole("/incident")]);
  });

  it("leads to the page that was meant", async () => {
    const { status, headers } = await answerOf(missing({ meant: async () => "/webinaires?annee=2019" }));
    expect([status, headers.get("location")]).toEqual([301, "/webinaires?annee=2019"]);
    expect((await answerOf(missing({ meant: async () => null }))).status).toBe(404);
  });

  it.each([
    ["gzip, deflate, br", "br"],
    ["br;q=0, GZIP;q=0.5", "gzip"],
    ["gzip;q=0", null],
    ["gzip;q=0.0, br;q=0.0", null],
    ["identity", null],
    ["", null],
  ])("is compressed like any page for whoever accepts « %s »", async (accepted, encoding) => {
    const { headers, text } = await answerOf(missing({ accepted }));
    expect(headers.get("content-encoding")).toBe(encoding);
    expect(headers.get("vary")).toContain("Accept-Encoding");
    expect(text).toBe("<p>page</p>".repeat(500));
  });

  it("says a sentence when even the stand-in fails", async () => {
    const broken = async () => Promise.reject(new Error("no page"));
    const { status, text } = await answerOf(framework(500, "text/html", broken));
    expect(status).toBe(500);
    expect(text).toContain("Réessayez");
  });
});
