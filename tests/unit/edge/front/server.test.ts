import type { IncomingMessage, ServerResponse } from "node:http";
import { request as ask } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFront } from "#lib/edge/front/server";
import { freePort } from "#lib/platform/embedded-postgres";

const STAND_INS = /^\/(envoi-|introuvable|incident)/;
const heard: { method: string; url: string; body: string }[] = [];

const SCRIPTED = `<!DOCTYPE html><p>${"é".repeat(400)}</p><script src="/_next/a.js"></script><script>a()</script>`;

/** Pages that repeat what they hear; a draft is missing in the two ways of the framework. */
async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = request.url ?? "";
  heard.push({ method: request.method ?? "", url, body: Buffer.concat(chunks).toString() });
  if (STAND_INS.test(url)) return void response.end(`<title>${url}</title>`);
  if (url.startsWith("/webinaires?retour")) {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    const mark = url.endsWith("faux") ? '<div data-invalid="">' : "<div>";
    response.write("<title>Une séance</title>");
    return void response.end(`${mark}<svg><title>Dessin</title></svg></div>`);
  }
  if (/\/(retrouver|entree)$/.test(url)) {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      ETag: '"whole"',
      "Content-Length": Buffer.byteLength(SCRIPTED),
    });
    return void response.end(SCRIPTED);
  }
  if (url.endsWith(".ics")) {
    response.writeHead(200, { "Content-Type": "text/calendar; charset=utf-8", ETag: '"file"', "Content-Length": 1200 });
    return void response.end("a".repeat(1200));
  }
  if (request.headers.rsc) {
    response.setHeader("Content-Type", "text/x-component");
    response.write('0:"$L1"\n');
    response.end(url.startsWith("/ressources/brouillon") ? '1:E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"}\n' : "1:[]\n");
    return;
  }
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.statusCode = /^\/(webinaires|ressources|inscriptions\/JeTon)?(\?|$)/.test(url) ? 200 : 404;
  response.end("<p>page</p>");
}

const front = createFront({ siteUrl: "http://portail.example", development: false, pages });
let port = 0;
beforeAll(async () => {
  port = await freePort();
  await front.listen(port, "127.0.0.1");
});
afterAll(() => front.stop());
beforeEach(() => void heard.splice(0));

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual", headers });

function pour(path: string, bytes: number, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const posted = ask({ port, host: "127.0.0.1", method: "POST", path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        resolve({ status: response.statusCode ?? 0, text });
        posted.destroy();
      });
    });
    posted.on("error", reject);
    const chunk = Buffer.alloc(Math.min(bytes, 100_000), "a");
    let sent = 0;
    const more = () => {
      while (sent < bytes) {
        sent += chunk.length;
        if (!posted.write(chunk)) return void posted.once("drain", more);
      }
      posted.end();
    };
    more();
  });
}

describe("a body that does not say its length", () => {
  const routes = [
    "/",
    "/webinaires/une-seance",
    "/inscriptions/jeton/rappels",
    "/api/auth/signin",
    "/administration/cycles",
  ];
  const kinds: Record<string, string>[] = [
    { "content-type": "multipart/form-data; boundary=x" },
    { "content-type": "application/x-www-form-urlencoded" },
    { "content-type": "application/json" },
    { "content-type": "text/plain", "next-action": "7f" },
    { "content-type": "application/octet-stream", "content-encoding": "gzip" },
    {},
  ];

  it.each(routes)("is refused at %s in every encoding, told so in a page, and reaches nobody", async (path) => {
    for (const headers of kinds) {
      expect(await pour(path, 3_000_000, headers)).toEqual({ status: 413, text: "<title>/envoi-trop-lourd</title>" });
    }
    expect(heard.filter(({ method }) => method === "POST")).toEqual([]);
  });

  it("takes no memory", async () => {
    await pour("/inscriptions/jeton/rappels", 60_000_000, {});
    const before = process.memoryUsage();
    for (let round = 0; round < 3; round += 1) await pour("/inscriptions/jeton/rappels", 60_000_000, {});
    const after = process.memoryUsage();
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(30_000_000);
  });

  it("is refused at once when it says that it is too long", async () => {
    expect((await pour("/webinaires/une-seance", 64_000, { "content-length": "64000" })).status).toBe(404);
    expect((await pour("/webinaires/une-seance", 64_001, { "content-length": "64001" })).status).toBe(413);
  });

  it("is read as it came below the limit", async () => {
    expect((await pour("/webinaires", 1_000, { "content-type": "text/plain" })).status).toBe(200);
    expect(heard).toEqual([{ method: "POST", url: "/webinaires", body: "a".repeat(1_000) }]);
  });

  it("is refused in a page when it is not what it says", async () => {
    const refused = await pour("/webinaires", 10, { "content-type": "application/json" });
    expect(refused).toEqual({ status: 400, text: "<title>/envoi-illisible</title>" });
  });

  it("is refused when it is compressed, however small", async () => {
    const response = await fetch(`http://127.0.0.1:${port}/webinaires`, {
      method: "POST",
      body: new Uint8Array(gzipSync("a".repeat(10_000_000))),
      headers: { "content-encoding": "gzip" },
    });
    expect(response.status).toBe(415);
    expect(await response.text()).toBe("<title>/envoi-illisible</title>");
  });
});

describe("what is refused before the pages", () => {
  const refusedAs = (method: string, accept: string) =>
    fetch(`http://127.0.0.1:${port}/webinaires`, { method, headers: { accept, origin: "https://ailleurs.example" } });

  it.each([
    ["POST", 403, "Ce formulaire a été envoyé depuis un autre site"],
    ["PROPFIND", 405, "Cette méthode n’est pas acceptée."],
  ])("by %s is told in a page to browsers, in a sentence to tools", async (method, status, sentence) => {
    const told = await refusedAs(method, "text/html,application/xhtml+xml,*/*;q=0.8");
    expect([told.status, await told.text()]).toEqual([status, "<title>/envoi-refuse</title>"]);
    expect(told.headers.get("content-type")).toContain("text/html");
    const said = await refusedAs(method, "*/*");
    expect([said.status, await said.text()]).toEqual([status, expect.stringContaining(sentence)]);
    expect(said.headers.get("content-type")).toContain("text/plain");
  });
});

describe("an address that was nearly right", () => {
  it.each([
    ["/Webinaires?annee=2019", "/webinaires?annee=2019"],
    ["/webinaires.", "/webinaires"],
    ["/webinaires%A0%BB", "/webinaires"],
    ["/inscriptions/JeTon).", "/inscriptions/JeTon"],
  ])("%s leads to %s", async (asked, meant) => {
    const { status, headers } = await get(asked);
    expect([status, headers.get("location")]).toEqual([301, meant]);
  });

  it.each(["/nulle-part.", "/Nulle-Part", "/nulle-part", "/inscriptions/jeton"])("%s stays unknown", async (asked) => {
    expect((await get(asked)).status).toBe(404);
  });

  it("tells the pages in UTF-8 what an old link said", async () => {
    await get("/ressources?q=%E9valuation");
    expect(heard).toMatchObject([{ url: "/ressources?q=%C3%A9valuation" }]);
  });
});

describe("what scripts read in place of a page", () => {
  it("is missing when the page is", async () => {
    const missing = await get("/ressources/brouillon", { rsc: "1" });
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('0:"$L1"\n1:E');
    const found = await get("/ressources", { rsc: "1" });
    expect([found.status, await found.text()]).toEqual([200, '0:"$L1"\n1:[]\n']);
  });
});

describe("a page", () => {
  it("leaves without the scripts of the framework, whoever asked and however", async () => {
    for (const method of ["GET", "POST"]) {
      const answer = await fetch(`http://127.0.0.1:${port}/inscriptions/retrouver`, { method });
      expect(await answer.text()).toBe(`<!DOCTYPE html><p>${"é".repeat(400)}</p>`);
    }
    for (const path of ["/administration/entree", "/connexion/entree", "/bienvenue/entree"])
      expect(await (await get(path)).text(), path).toBe(SCRIPTED);
  });

  it("tells the truth of the bytes that it sends", async () => {
    const sent = (path: string, encoding: string) => get(path, { "accept-encoding": encoding });
    const told = ({ headers }: Response) => ["content-encoding", "etag", "vary"].map((name) => headers.get(name));
    const plain = await sent("/inscriptions/retrouver", "identity");
    expect(told(plain)).toEqual([null, null, "Accept-Encoding"]);
    expect(plain.headers.get("content-length")).toBe(String((await plain.arrayBuffer()).byteLength));
    for (const encoding of ["br", "gzip"]) {
      const packed = await sent("/inscriptions/retrouver", encoding);
      expect(told(packed)).toEqual([encoding, null, "Accept-Encoding"]);
      expect(Number(packed.headers.get("content-length"))).toBeLessThan(200);
      expect(await packed.text()).toContain("éé");
    }
    expect(told(await sent("/webinaires.ics", "identity"))).toEqual([null, '"file"', "Accept-Encoding"]);
    expect(told(await sent("/webinaires.ics", "gzip"))).toEqual(["gzip", 'W/"file"', "Accept-Encoding"]);
    const head = await fetch(`http://127.0.0.1:${port}/webinaires.ics`, {
      method: "HEAD",
      headers: { "accept-encoding": "gzip" },
    });
    expect(told(head)).toEqual(["gzip", 'W/"file"', "Accept-Encoding"]);
  });
});

describe("a form that comes back", () => {
  const back = async (what: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/webinaires?retour=${what}`, { method: "POST", headers });
    return answer.text();
  };

  it("says first in its title that something is wrong", async () => {
    expect(await back("faux")).toContain("<title>Erreur\u00A0: Une séance</title>");
    expect(await back("faux")).toContain("<title>Dessin</title>");
    expect(await back("juste")).toContain("<title>Une séance</title>");
  });
});

describe("what is hardly HTTP", () => {
  const say = (text: string): Promise<string> =>
    new Promise((resolve) => {
      let answer = "";
      const socket = connect(port, "127.0.0.1", () => socket.write(text.replaceAll("\n", "\r\n")));
      socket.on("data", (chunk) => {
        answer += chunk;
        if (answer.includes("\r\n\r\n")) socket.end();
      });
      socket.on("close", () => resolve(answer));
    });

  it.each([
    ["two hosts", "GET / HTTP/1.1\nHost: a.fr\nHost: b.fr\n\n"],
    ["no host", "GET / HTTP/1.1\n\n"],
    ["the address of another site", "GET http://ailleurs.example/ HTTP/1.1\nHost: a.fr\n\n"],
    ["a label too long", `GET / HTTP/1.1\nHost: ${"a".repeat(64)}.fr\n\n`],
    ["two lengths", "POST / HTTP/1.1\nHost: a.fr\nContent-Length: 3\nTransfer-Encoding: chunked\n\n"],
    ["nothing that is HTTP", "BONJOUR\n\n"],
  ])("%s is answered in words", async (_, text) => {
    const answer = await say(text);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/Content-Length: [1-9]|Transfer-Encoding: chunked/i);
    expect(answer).toMatch(/Content-Type: text\/(html|plain); charset=utf-8/i);
    expect(heard.filter(({ url }) => url === "/")).toEqual([]);
  });

  it("headers too long are answered in words", async () => {
    const answer = await say(`GET / HTTP/1.1\nHost: a.fr\nX: ${"a".repeat(20_000)}\n\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 [\s\S]*Content-Type: text\/html/);
    expect(answer).toMatch(/<html lang="fr">[\s\S]*<h1>Cette demande n’a pas pu être lue[\s\S]*effacez ces cookies/);
  });
});
