import { rm } from "node:fs/promises";
import { get } from "node:http";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createFront } from "#lib/edge/front/server";
import { readStored, storedPath, storeFile } from "#lib/files/storage";
import { freePort } from "#lib/platform/embedded-postgres";

const ID = "0198f0e0-0000-7000-8000-000000000001";
const ADDRESS = `/fichiers/${ID}/guide.pdf`;
const BODY = Buffer.from("%PDF-1.7 ".repeat(2_000));

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const seen = vi.fn();
let sha256 = "";
let mime = "application/pdf";
const front = createFront({
  siteUrl: "http://portail.example",
  development: false,
  pages: async (_request, response) => void response.writeHead(404, { "Content-Type": "text/html" }).end("<p>page</p>"),
  see: (_request, status) => seen(status),
  file: async (id, name) => (id === ID && name === "guide.pdf" ? { sha256, mime, name, inline: mime !== WORD } : null),
});
let port = 0;
beforeAll(async () => {
  sha256 = await storeFile([BODY.subarray(0, 100), BODY.subarray(100)]);
  port = await freePort();
  await front.listen(port, "127.0.0.1");
});
afterAll(() => front.stop());

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`http://127.0.0.1:${port}${path}`, { headers, method });

/** `fetch` would ask for a fresh copy of what it says that it knows. */
const statusOf = (headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = { port, host: "127.0.0.1", path: ADDRESS, headers, agent: false } as const;
    get(asked, (answer) => answer.resume().once("end", () => resolve(answer.statusCode))).once("error", reject);
  });

test("a file is given whole, as what it is, and can run nothing", async () => {
  const answer = await ask(ADDRESS);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(BODY);
  expect([answer.status, Object.fromEntries(answer.headers)]).toMatchObject([
    200,
    {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="guide.pdf"',
      "content-security-policy": "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'",
      "x-content-type-options": "nosniff",
      "content-length": String(BODY.length),
      "accept-ranges": "bytes",
      "cache-control": "public, no-cache",
      etag: `"${sha256}"`,
    },
  ]);
  expect(answer.headers.get("last-modified")).toBeNull();
  expect(seen).toHaveBeenLastCalledWith(200);
});

test("what no browser shows is brought, and a sandbox is around all but what browsers open apart", async () => {
  const headersOf = async (kind: string) => {
    mime = kind;
    const { headers } = await ask(ADDRESS, {}, "HEAD");
    mime = "application/pdf";
    return ["content-disposition", "content-security-policy"].map((name) => headers.get(name));
  };
  const sandbox = "default-src 'none'; sandbox";
  expect(await headersOf(WORD)).toEqual(['attachment; filename="guide.pdf"', sandbox]);
  expect(await headersOf("image/png")).toEqual(['inline; filename="guide.pdf"', sandbox]);
});

test("an image is shown where it stands", async () => {
  mime = "image/png";
  const answer = await ask(ADDRESS, {}, "HEAD");
  mime = "application/pdf";
  expect(answer.headers.get("content-disposition")).toMatch(/^inline/);
  expect([answer.headers.get("content-length"), await answer.text()]).toEqual([String(BODY.length), ""]);
});

test("the address that pages give is kept for good, as long as it names what is there", async () => {
  const caching = async (version: string) => (await ask(`${ADDRESS}?v=${version}`)).headers.get("cache-control");
  expect(await caching(sha256.slice(0, 8))).toBe("public, max-age=31536000, immutable");
  for (const version of ["", sha256.slice(0, 7), "00000000", "%00"])
    expect(await caching(version), version).toBe("public, no-cache");
});

test("a part is given alone, and what is known already is not given again", async () => {
  const part = await ask(ADDRESS, { range: "bytes=9-17" });
  expect([part.status, part.headers.get("content-range"), await part.text()]).toEqual([
    206,
    `bytes 9-17/${BODY.length}`,
    "%PDF-1.7 ",
  ]);
  const beyond = await ask(ADDRESS, { range: `bytes=${BODY.length}-` });
  expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${BODY.length}`]);
  expect(await statusOf({ "if-none-match": `"${sha256}"` })).toBe(304);
  expect(await statusOf({ "if-none-match": '"autre"' })).toBe(200);
  expect(await statusOf({ range: "bytes=0-1", "if-range": '"autre"' })).toBe(200);
  expect(await statusOf({ range: "bytes=0-1", "if-range": `"${sha256}"` })).toBe(206);
});

test.each([
  [`/fichiers/${ID}/autre.pdf`],
  ["/fichiers/0198f0e0-0000-7000-8000-000000000002/guide.pdf"],
  [`/fichiers/${ID}/..%2fguide.pdf`],
  [`/fichiers/${ID}`],
])("%s is a page like the others", async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test("a file whose content is gone is not found, rather than half given", async () => {
  const whole = Buffer.concat(await Array.fromAsync(readStored(sha256)));
  await rm(storedPath(sha256));
  const answer = await ask(ADDRESS);
  expect([answer.status, answer.headers.get("etag")]).toEqual([404, null]);
  await storeFile([whole]);
  expect((await ask(ADDRESS)).status).toBe(200);
});
