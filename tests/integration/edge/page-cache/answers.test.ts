import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFront, type Front } from "#lib/edge/front/server";
import { db } from "#lib/platform/db";
import { freePort } from "#lib/platform/embedded-postgres";
import { makeNeed } from "#tests/support/factories";
import { type Asked, HTML, over, siteWith, type Told } from "#tests/support/kept-pages";

/** The front with its cache, before pages that repeat whatever of a visitor reaches them. */

const TOKEN = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const WORDS = "Ce que le besoin recouvre. ".repeat(40);
const FOUND = /^\/(|webinaires|ressources|introuvable|incident|indisponible|besoins)(\?|$)/;

let calls: string[];
let held: PromiseWithResolvers<void> | null;
/** What the drawing of an image waits for. */
let shown: (() => Promise<void>) | null;
let front: Front;
let port: number;

async function pages(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = "", headers } = request;
  calls.push(`${method} ${url}`);
  if (method === "POST") return void response.end("posted");
  if (/^\/(besoins|avis)/.test(url) && held) await held.promise;
  if (url.startsWith("/partage") && shown) await shown();
  response.setHeader("Content-Type", HTML);
  response.statusCode = FOUND.test(url) || url.length > 20 ? 200 : 404;
  response.setHeader("Set-Cookie", "trace=1");
  response.end(`<p>${url} ${JSON.stringify(headers)} ${await db.need.count()} ${WORDS}</p>`);
}

const get = (path: string, asked?: Asked) =>
  over(port, path, { ...asked, headers: { host: "portail.example", ...asked?.headers } });

/** Resolves once an address is given from what is kept. */
const kept = (path: string) =>
  expect.poll(async () => (await get(path)).headers["cache-status"], { timeout: 60_000 }).toBe("portail; hit");

beforeEach(async () => {
  calls = [];
  held = null;
  shown = null;
  await makeNeed();
  port = await freePort();
  front = createFront({
    siteUrl: "http://portail.example",
    development: false,
    pages,
    cache: { site: siteWith(), maxBytes: 10_000_000 },
  });
  await front.listen(port, "127.0.0.1");
  await kept("/webinaires");
});
afterEach(async () => {
  held?.resolve();
  await front.stop();
});

describe("a page is the same for everyone", () => {
  const strange: Record<string, string>[] = [
    { cookie: "session=secret" },
    { "x-forwarded-host": "ailleurs.example", "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" },
    { forwarded: "host=ailleurs.example" },
    { host: "ailleurs.example" },
    { host: "PORTAIL.example:8080" },
    { "accept-language": "xx;q=9, <b>, fr" },
    { "user-agent": "<script>" },
    { authorization: "Bearer secret" },
    { "x-asked": "POST /administration" },
    { "x-middleware-subrequest": "a", "x-nextjs-data": "1", "x-matched-path": "/administration" },
    { "next-action": "abc" },
    { "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" },
  ];

  test.each(strange.map((headers) => [JSON.stringify(headers), headers] as const))(
    "asked with %s",
    async (_, headers) => {
      const before = await get("/webinaires");
      calls = [];
      const own = await get("/webinaires", { headers });
      const first = await get("/ressources", { headers });
      const after = [await get("/webinaires"), await get("/ressources")];
      expect(own.status).toBe(200);
      expect(own.body).toEqual(before.body);
      expect(after.map(({ body }) => body)).toEqual([before.body, first.body]);
      expect(calls).toEqual(["GET /ressources"]);
      expect(own.headers["set-cookie"]).toBeUndefined();
      expect(first.body.toString()).not.toMatch(/secret|ailleurs|203\.0\.113|script|xx;q|8080/);
    },
  );

  test("what a page does not read makes no second copy", async () => {
    await kept("/ressources?q=alliance");
    calls = [];
    for (const other of ["utm_source=x&q=alliance", "q=alliance&fbclid=%C3", "q=+alliance+&_rsc=1", "a[]=&q=alliance"])
      expect((await get(`/ressources?${other}`)).headers["cache-status"], other).toBe("portail; hit");
    expect(calls).toEqual([]);
  });
});

test.each(["inscriptions", "attestations", "avis", "rejoindre"].map((folder) => `/${folder}/${TOKEN}`))(
  "%s is for one person: never kept",
  async (path) => {
    calls = [];
    for (let turn = 0; turn < 2; turn++) {
      const { headers } = await get(path);
      expect(headers["cache-status"]).toBeUndefined();
      expect(headers["cache-control"]).toContain("no-store");
    }
    expect(calls).toEqual([`GET ${path}`, `GET ${path}`]);
  },
);

test.each<Record<string, string>>([{ rsc: "1" }, { "next-router-prefetch": "1" }, { range: "bytes=0-9" }])(
  "what is asked with %j is not what is kept",
  async (headers) => {
    calls = [];
    for (let turn = 0; turn < 2; turn++)
      expect((await get("/webinaires", { headers })).headers["cache-status"]).toBeUndefined();
    expect(calls).toEqual(["GET /webinaires", "GET /webinaires"]);
    expect((await get("/webinaires")).headers["cache-status"]).toBe("portail; hit");
  },
);

describe("each is given what they can read", () => {
  const same = (body: Buffer) => body;
  const UNPACK = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync, none: same };

  test.each([
    ["", "none"],
    ["br", "br"],
    ["gzip", "gzip"],
    ["zstd", "zstd"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=1, br;q=0.5", "gzip"],
    ["identity", "none"],
    ["identity;q=0", "none"],
    ["br, identity;q=0", "br"],
    ["gzip, *;q=0", "gzip"],
    ["*;q=0", "none"],
    ["*", "br"],
    ["br;q=0, gzip;q=0", "none"],
    ["deflate", "none"],
    ["GZIP", "gzip"],
    ["gzip;q=oui, ,;;", "none"],
  ] as const)("Accept-Encoding: %s is answered in %s", async (accepted, encoding) => {
    const plain = await get("/webinaires");
    const packed = await get("/webinaires", { headers: { "accept-encoding": accepted } });
    expect(packed.headers["content-encoding"] ?? "none").toBe(encoding);
    expect(packed.headers.vary).toBe("Accept-Encoding");
    expect(Number(packed.headers["content-length"])).toBe(packed.body.length);
    expect(UNPACK[encoding](packed.body)).toEqual(plain.body);
  });

  test("each encoding has its tag, and HEAD has all but the body", async () => {
    const tags = new Set<string | undefined>();
    for (const accepted of ["", "br", "zstd", "gzip"]) {
      const headers = { "accept-encoding": accepted };
      const whole = await get("/webinaires", { headers });
      const head = await get("/webinaires", { method: "HEAD", headers });
      tags.add(whole.headers.etag);
      expect(head.body).toHaveLength(0);
      expect(head.status).toBe(200);
      const told = ({ headers: { date: _, "x-request-id": __, ...others } }: typeof head) => others;
      expect(told(head)).toEqual(told(whole));
    }
    expect(tags.size).toBe(4);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
  });

  test("who has a page is told that it is the same, whatever way they say it", async () => {
    const headers = { "accept-encoding": "gzip" };
    const { etag = "" } = (await get("/webinaires", { headers })).headers;
    const { etag: other = "" } = (await get("/webinaires")).headers;
    for (const known of [etag, `W/${etag}`, `"autre", W/${etag} , "encore"`, "*"])
      for (const method of ["GET", "HEAD"] as const) {
        const told = await get("/webinaires", { method, headers: { ...headers, "if-none-match": known } });
        expect([known, told.status, told.body.length]).toEqual([known, 304, 0]);
        expect(told.headers).toMatchObject({ etag, vary: "Accept-Encoding", "cache-control": "public, no-cache" });
        expect(told.headers["content-encoding"]).toBeUndefined();
      }
    for (const unknown of [other, etag.slice(1, -1), `"autre"`, ""])
      expect((await get("/webinaires", { headers: { ...headers, "if-none-match": unknown } })).status).toBe(200);
    await makeNeed();
    await front.caughtUp();
    expect((await get("/webinaires", { headers: { ...headers, "if-none-match": etag } })).status).toBe(200);
  });
});

test("an address that no page has is answered with a whole page, which stays itself", async () => {
  for (const told of ["portail; fwd=miss", "portail; hit"]) {
    const missing = await get("/perdue?a=1");
    expect(missing.status).toBe(404);
    expect(missing.body.toString()).toContain("/introuvable");
    expect(missing.headers).toMatchObject({ "cache-control": "public, no-cache", "cache-status": told });
    expect(missing.headers.etag).toBeUndefined();
  }
  expect((await get("/introuvable")).status).toBe(200);
  expect((await get("/perdue", { headers: { "if-none-match": "*" } })).status).toBe(404);
});

test.each([
  ["/webinaires.?annee=2019", "/webinaires?annee=2019"],
  ["/webinaires,?annee=2019&utm_source=lettre", "/webinaires?annee=2019&utm_source=lettre"],
  ["/Webinaires", "/webinaires"],
  ["/Ressources?q=a%20b", "/ressources?q=a%20b"],
])("%s leads to %s, for each with their own parameters", async (asked, meant) => {
  await get(`${asked.split("?")[0]}?annee=1999`);
  for (const method of ["GET", "HEAD"] as const) {
    const told = await get(asked, { method });
    expect([told.status, told.headers.location, told.body.length]).toEqual([301, meant, 0]);
    expect(told.headers["cache-control"]).toBe("public, no-cache");
  }
});

test.each<Asked>([
  { headers: { rsc: "1" } },
  { headers: { "next-router-prefetch": "1", accept: "text/x-component" } },
  { headers: { range: "bytes=0-9" } },
  { method: "HEAD", headers: { rsc: "1" } },
  { method: "OPTIONS" },
])("what is not kept waits for its turn like what is: %j", async (asked) => {
  held = Promise.withResolvers();
  const drawn = () => calls.filter((call) => call.includes("/besoins/")).length;
  const refused: Told[] = [];
  const crowd = Array.from({ length: 80 }, async (_, index) => {
    const told = await get(`/besoins/besoin-numero-dix-mille-${index}`, asked);
    if (told.status === 503) refused.push(told);
    return told.status;
  });
  await expect.poll(() => refused.length, { timeout: 60_000 }).toBe(12);
  expect(refused[0]?.headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
  expect(drawn()).toBe(4);
  held.resolve();
  expect((await Promise.all(crowd)).filter((status) => status === 200)).toHaveLength(68);
});

test("what is not kept and is not there waits for no turn to be told so in a page", async () => {
  const missing = () => get("/perdue", { headers: { rsc: "1" } });
  const told = await Promise.all(Array.from({ length: 12 }, missing));
  expect(told.map(({ status }) => status)).toEqual(told.map(() => 404));
  expect(told[0]?.body.toString()).toContain("/introuvable");
});

test("personal pages have a lane of their own, sixteen at once, in which a crowd waits", async () => {
  held = Promise.withResolvers();
  const drawn = () => calls.filter((call) => call.includes("/avis/")).length;
  const crowd = Array.from({ length: 100 }, () => get(`/avis/${TOKEN}`));
  await expect.poll(drawn, { timeout: 60_000 }).toBe(16);
  expect((await get("/ressources?page=2")).status).toBe(200);
  expect(drawn()).toBe(16);
  held.resolve();
  expect((await Promise.all(crowd)).map(({ status }) => status)).toEqual(crowd.map(() => 200));
});

test("with four pages held and sixty-four waiting, health and forms are answered, and who reads is asked to come back", async () => {
  held = Promise.withResolvers();
  const drawn = () => calls.filter((call) => call.includes("/besoins/")).length;
  const refused: Told[] = [];
  const crowd = Array.from({ length: 80 }, async (_, index) => {
    const told = await get(`/besoins/besoin-numero-dix-mille-${index}`);
    if (told.status === 503) refused.push(told);
    return told.status;
  });
  await expect.poll(() => refused.length, { timeout: 60_000 }).toBe(12);
  const late = await get("/besoins/un-de-plus-que-ce-qui-attend");
  expect(late.status).toBe(503);
  expect(late.headers).toMatchObject({ "retry-after": "5", "cache-control": "no-store" });
  expect(late.body.toString()).toContain("/indisponible");
  expect(drawn()).toBe(4);
  expect((await get("/livez")).status).toBe(200);
  expect((await get("/readyz")).status).toBe(200);
  const form = { origin: "http://portail.example", "content-type": "application/x-www-form-urlencoded" };
  const posted = await get("/webinaires", { method: "POST", headers: form });
  expect([posted.status, posted.body.toString()]).toEqual([200, "posted"]);
  expect((await get(`/inscriptions/${TOKEN}`)).status).toBe(200);
  expect((await get("/webinaires")).headers["cache-status"]).toBe("portail; hit");
  expect(drawn()).toBe(4);
  held.resolve();
  expect((await Promise.all(crowd)).filter((status) => status === 200)).toHaveLength(68);
});

test("images that links show are drawn one at a time, and no page waits for them", async () => {
  let drawing = 0;
  let most = 0;
  const go = Promise.withResolvers<void>();
  shown = async () => {
    drawing += 1;
    most = Math.max(most, drawing);
    await go.promise;
    drawing -= 1;
  };
  const images = Array.from({ length: 80 }, (_, rank) => get(`/partage/besoins/besoin-numero-${rank}`));
  await expect.poll(() => drawing).toBe(1);
  expect((await get("/ressources?q=pendant+ce+temps")).status).toBe(200);
  go.resolve();
  const statuses = (await Promise.all(images)).map(({ status }) => status);
  expect(most).toBe(1);
  expect(statuses.filter((status) => status === 200)).toHaveLength(65);
  expect(statuses.filter((status) => status === 503)).toHaveLength(15);
});
