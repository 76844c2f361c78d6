import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFront, type Front } from "#lib/edge/front/server";
import { freePort } from "#lib/platform/embedded-postgres";
import { findLeft } from "#lib/publication/departures/queries";
import { changePublication } from "#lib/publication/mutations";
import type { PublicationChange } from "#lib/publication/schema";
import { AT } from "#tests/support/clock";
import { makeEditor, makeResource } from "#tests/support/factories";
import { HTML, over, siteWith } from "#tests/support/kept-pages";

/** The front before pages that know no resource, with its cache and without. */

const WORDS = "Ce qui fut ici. ".repeat(100);
const STOOD_IN = /^\/(retiree|introuvable|incident|indisponible)$/;

let fronts: Front[];
let ports: number[];

async function pages({ url = "" }: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("Content-Type", HTML);
  response.statusCode = STOOD_IN.test(url) ? 200 : 404;
  response.end(`<p>${url} ${WORDS}</p>`);
}

beforeEach(async () => {
  ports = [await freePort(), await freePort()];
  const options = { siteUrl: "http://portail.example", development: false, pages, left: findLeft };
  const cache = { site: siteWith(), maxBytes: 10_000_000 };
  fronts = [createFront({ ...options, cache }), createFront(options)];
  for (const [index, front] of fronts.entries()) await front.listen(ports[index] ?? 0, "127.0.0.1");
});
afterEach(async () => {
  for (const front of fronts) await front.stop();
});

/** What both answer, which must be the same. */
async function answered(path: string) {
  for (const front of fronts) await front.caughtUp();
  const told = await Promise.all(ports.map((port) => over(port, path, { headers: { host: "portail.example" } })));
  const [kept, drawn] = told.map(({ status, headers, body }) => ({
    status,
    location: headers.location,
    page: /<p>(\S+)/.exec(body.toString())?.[1],
  }));
  expect(kept).toEqual(drawn);
  return kept;
}

test("an address that a page has left leads on, or says that there is nothing, until it is back", async () => {
  const { id, slug } = await makeResource();
  const path = `/ressources/${slug}`;
  const editor = await makeEditor();
  const change = (next: PublicationChange) => changePublication(editor, "resource", id, next, AT);
  const missing = { status: 404, location: undefined, page: "/introuvable" };
  expect(await answered(path)).toEqual(missing);
  await change({ kind: "withdraw", departure: { kind: "replaced", reason: null, target: "/ressources" } });
  expect(await answered(path)).toMatchObject({ status: 301, location: "/ressources" });
  await change({ kind: "withdraw", departure: { kind: "mistake", reason: null, target: null } });
  expect(await answered(path)).toEqual({ status: 410, location: undefined, page: "/retiree" });
  expect(await answered("/ressources/autre")).toEqual(missing);
  await change({ kind: "publish" });
  expect(await answered(path)).toEqual(missing);
});
