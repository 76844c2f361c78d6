import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { brotliDecompressSync } from "node:zlib";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { makeEntry, sendEntry, sizeOf, tellCacheInFront, textOf, tighten } from "#lib/edge/page-cache/entry";
import type { Rendering } from "#lib/edge/page-cache/render";
import { drawn, type Observation, observe } from "#lib/observation/page";
import { AT, DAY, later } from "#tests/support/clock";

const read = { tables: new Set(["Need", "Term"]), digest: "", again: null };

const entryOf = (rendering: Partial<Rendering> = {}, until: Date | null = null) =>
  makeEntry(
    {
      status: 200,
      headers: { "content-type": "text/html" },
      body: Buffer.from("<p>page</p>"),
      at: AT,
      reads: [read],
      timed: true,
      slotted: false,
      ...rendering,
    },
    { until, asOf: 0 },
  );

const immutable = { "content-type": "text/css", "cache-control": "public, max-age=31536000, immutable" };

test.each([
  ["a page is asked for again each time", {}, "public, no-cache"],
  ["a page with a place for a token is for nobody else", { slotted: true }, "private, no-cache"],
  ["a file under an immutable name, a year", { headers: immutable }, "public, max-age=31536000, immutable"],
  ["a file that is not there is not there for ever", { headers: immutable, status: 404 }, "public, no-cache"],
])("%s", (_, rendering, told) => {
  expect(entryOf(rendering).headers["cache-control"]).toBe(told);
});

function told(...given: Parameters<typeof entryOf>): (string | undefined)[] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  tellCacheInFront(response, entryOf(...given), AT);
  return ["CDN-Cache-Control", "Surrogate-Key"].map((name) => response.getHeader(name)?.toString());
}

test("a cache in front is told under which tags a page may be kept, and until when", () => {
  expect(told({}, later(DAY))).toEqual(["public, max-age=86400", "Need Term"]);
  expect(told({}, later(-DAY))[0]).toBe("public, max-age=0");
  expect(told({ reads: [] })).toEqual(["public, max-age=31536000", ""]);
  expect(told({ slotted: true }, later(DAY))).toEqual([undefined, undefined]);
  expect(told({ status: 404 }, later(DAY))).toEqual([undefined, undefined]);
});

test("a page that is packed tighter says the same in fewer bytes, under another tag", async () => {
  const entry = entryOf({ body: Buffer.from(`<p>${Array.from({ length: 2_000 }, (_, at) => at % 97).join(" ")}</p>`) });
  const sent = () => {
    const request = new IncomingMessage(new Socket());
    request.headers["accept-encoding"] = "br";
    const response = new ServerResponse(request);
    sendEntry(request, response, entry, { at: AT, told: "hit" });
    return { tag: response.getHeader("etag"), length: Number(response.getHeader("content-length")) };
  };
  const [loose, text] = [sent(), textOf(entry, AT)];
  expect(entry.tight).toBe(false);
  await tighten(entry);
  const tight = sent();
  expect(entry.tight).toBe(true);
  expect(tight.length).toBeLessThan(loose.length);
  expect(tight.tag).not.toBe(loose.tag);
  expect(brotliDecompressSync(entry.bodies.get("br") ?? Buffer.alloc(0)).toString()).toBe(text);
});

test.each([
  ["gzip, deflate", ["gzip"]],
  ["zstd", ["zstd"]],
  ["", ["br"]],
])("a page is packed once, for whoever asks first: « %s »", (accepted, packings) => {
  const text = `<p>${"page ".repeat(500)}</p>`;
  const body = Buffer.from(text);
  const rendering = { status: 200, headers: { "content-type": "text/html" }, body, at: AT, reads: [], timed: false };
  const entry = makeEntry({ ...rendering, slotted: false }, { until: null, asOf: 0, accepted });
  expect([...entry.bodies.keys()]).toEqual(packings);
  expect(textOf(entry, AT)).toBe(text);
});

test("what cannot be packed once for everyone is never packed tighter", () => {
  const body = Buffer.alloc(1_000, "a");
  expect(entryOf({ body, slotted: true }).tight).toBe(true);
  expect(entryOf({ body, headers: { "content-type": "image/png" } }).tight).toBe(true);
});

test("what a page weighs is counted as if it had been asked for in every packing", () => {
  const entry = entryOf({
    body: Buffer.from(`<p>${Array.from({ length: 5_000 }, (_, index) => index * 7_919).join(" ")}</p>`),
  });
  const counted = sizeOf(entry);
  for (const accepted of ["br", "gzip", "zstd"]) {
    const request = new IncomingMessage(new Socket());
    request.headers["accept-encoding"] = accepted;
    sendEntry(request, new ServerResponse(request), entry, { at: AT, told: "hit" });
  }
  const held = [...entry.bodies.values()].reduce((sum, body) => sum + body.length, 0);
  expect(entry.bodies.size).toBe(3);
  expect(counted).toBeGreaterThanOrEqual(held);
});

test("what is drawn apart stands in its place to the letter, however often, and is drawn with the page where nobody keeps it", async () => {
  const page: Observation = { at: AT, reads: [], timed: false, slotted: false, draw: (part) => `<p>${part}</p>` };
  const [one, other] = await observe(page, async () => [drawn("où"), drawn("$& <!-- -->")]);
  const body = Buffer.from(`<main>${other}<br>${one}<!-- -->${other}</main>`);
  const text = textOf(entryOf({ ...page, body }), AT);
  expect(text).toBe("<main><p>$& <!-- --></p><br><p>où</p><p>$& <!-- --></p></main>");
  expect([drawn("où"), await observe({ ...page, draw: undefined }, async () => drawn("où"))]).toEqual(["où", "où"]);
});

const standing = (...children: ReactNode[]) => createElement("p", null, ...children);
const module = (name: string) => createElement("script", { type: "module", async: true, src: `/${name}.js` });

test("the scripts that a part brings are the page’s, each once, and the rest of it is drawn apart", async () => {
  const page: Observation = { at: AT, reads: [], timed: false, slotted: false, draw: renderToStaticMarkup };
  const part = standing("où", module("forms"), createElement("b", null, "ici"), module("suggestions"), module("forms"));
  const left = await observe(page, async () => drawn(part));
  expect(page.parts).toEqual(["<p>où<b>ici</b></p>"]);
  const body = Buffer.from(renderToStaticMarkup(createElement("main", null, left)));
  expect(body.toString()).not.toContain("ici");
  expect(textOf(entryOf({ ...page, body }), AT)).toBe(renderToStaticMarkup(createElement("main", null, part)));
});

test("a part of which the head of the page takes more is left to the page", async () => {
  const page = (): Observation => ({ at: AT, reads: [], timed: false, slotted: false, draw: renderToStaticMarkup });
  const inside = (part: ReactNode) => observe(page(), async () => drawn(part));
  for (const headed of [
    standing("a", createElement("meta", { name: "robots", content: "noindex" })),
    standing("a", module("forms"), createElement("title", null, "b")),
    standing("a", createElement("img", { src: "/a.png", alt: "" })),
  ])
    expect(await inside(headed)).toBe(headed);
  expect(typeof (await inside(createElement("script", { type: "application/ld+json" }, "{}")))).toBe("string");
});
