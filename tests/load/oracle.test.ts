import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import type { Site } from "#lib/edge/page-cache/source";
import { ensureQueues } from "#lib/jobs/queues";
import { cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { db, disconnect } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { closeQueue } from "#lib/platform/queue";
import { Prisma } from "#prisma/client";
import { ACTS, actsNamed } from "#tests/load/oracle-acts";
import { type Opened, openPages, SITE, stopClock } from "#tests/load/oracle-site";
import { chance, oneOf } from "#tests/support/chance";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCentre,
  makeCollection,
  makeCycle,
  makeEditor,
  makeFigure,
  makeNeed,
  makeOrganisation,
  makePage,
  makeResource,
  makeTerm,
  makeWebinar,
} from "#tests/support/factories";
import { makeTemplate, ownServer } from "#tests/support/postgres";
import { databaseOn } from "#tests/support/prisma-cli";
import { inFull } from "#tests/support/scale";

const SEQUENCES = Number(process.env.ORACLE_SEQUENCES) || (inFull ? 300 : 8);
const FIRST = Number(process.env.ORACLE_FIRST) || 1;
const ACTS_OF_A_SEQUENCE = 10;
/** For what hangs. */
const LIMIT_MS = SEQUENCES * 60_000;
const MOST_WAITS = 20;
/** People who read while something happens. */
const READERS = 3;

/** Addresses that the sitemap does not name, of every kind. */
const OTHERS = [
  "/sitemap.xml",
  "/robots.txt",
  "/webinaires.ics",
  "/.well-known/security.txt",
  "/introuvable",
  "/nulle-part",
  "/ressources?q=nouveau",
  "/ressources?q=nouveau+1&type=guide&page=2",
  "/ressources?plus=type&utm_source=lettre",
  "/centres?profil=association",
  "/webinaires?annee=2027",
  "/recherche?q=nouveau",
  "/recherche?q=centre+ressource&nature=centres",
  "/flux.xml",
];

let server: Awaited<ReturnType<typeof ownServer>>;
let pages: Awaited<ReturnType<typeof openPages>>;
let fresh: Opened;
let editor: Editor;

async function smallSite(): Promise<void> {
  const needs = [await makeNeed(), await makeNeed()];
  await Promise.all([makeCentre(), makeCentre(), makeResource(), makeResource(), makeResource()]);
  await Promise.all([makeCollection(), makeCollection({ slug: "parcours-maire" }), makeOrganisation()]);
  await Promise.all([makeTerm(), makeTerm(), makeFigure(), makeFigure(), makePage(), makePage()]);
  const { id: cycleId } = await makeCycle();
  for (const [index, days] of [-400, -2, 1, 30].entries())
    await makeWebinar({
      cycleId,
      capacity: index + 1,
      needId: needs[index % 2]?.id ?? null,
      startsAt: later(days * DAY),
    });
}

beforeAll(async () => {
  server = await ownServer();
  await makeTemplate(server.adminUrl, "oracle");
  process.env.DATABASE_URL = databaseOn(server.adminUrl, "oracle");
  rereadEnv();
  await ensureQueues();
  stopClock(AT);
  editor = await makeEditor();
  await smallSite();
  pages = await openPages();
  fresh = await pages.open(null);
});

afterAll(async () => {
  stopClock(null);
  await fresh.front.stop();
  await pages.close();
  await closeQueue();
  await disconnect();
  await server.stop();
});

async function addresses(): Promise<string[]> {
  const sessions = await db.webinar.findMany({ select: { slug: true } });
  const resources = await db.resource.findMany({ select: { slug: true } });
  const all = [
    ...(await SITE.addresses(now())),
    ...OTHERS,
    ...sessions.flatMap(({ slug }) => [
      `/webinaires/${slug}`,
      `/webinaires/${slug}/agenda.ics`,
      `/webinaires/${slug}?partenaire=partenaire`,
      `/webinaires/${slug}?lecture=ici`,
    ]),
    ...resources.map(({ slug }) => `/ressources/${slug}`),
  ];
  return [...new Set(all)];
}

/** Each visitor is given a token of their own, in a place of its own. */
const TOKEN = /value="[\w-]{72}"/g;
/** Only a page that is observed knows its own address: « Signaler » names it. */
const NAMED = /(?<=href="\/signaler)\?page=[^"]*/g;

async function read({ url }: Opened, address: string): Promise<string> {
  const response = await fetch(url + address, { redirect: "manual", headers: { "accept-encoding": "identity" } });
  const { status, headers } = response;
  const told = ["content-type", "content-disposition", "location"].map((name) => headers.get(name));
  return JSON.stringify([status, ...told, (await response.text()).replace(TOKEN, "").replace(NAMED, "")]);
}

/** The addresses at which what is kept is not what is rendered now. @param most how many are looked for */
async function differences(kept: Opened, most = Number.POSITIVE_INFINITY): Promise<string[]> {
  await kept.front.caughtUp();
  const different: string[] = [];
  for (const address of await addresses()) {
    const [one, other] = [await read(kept, address), await read(fresh, address)];
    if (one !== other) different.push(address);
    if (different.length >= most) break;
  }
  return different;
}

async function withCache<T>(site: Site, work: (kept: Opened) => Promise<T>): Promise<T> {
  const kept = await pages.open(site);
  try {
    return await work(kept);
  } finally {
    await kept.front.stop();
  }
}

/** Something happens while people read; who reads afterwards is given what is true afterwards. */
async function happen(kept: Opened, name: string, random: () => number): Promise<void> {
  const known = await addresses();
  const readers = Array.from({ length: READERS }, () => read(kept, oneOf(known, random)));
  const [, act] = oneOf(actsNamed(name), random);
  await act(random, editor);
  await Promise.all(readers);
}

const seeds = Array.from({ length: SEQUENCES }, (_, index) => FIRST + index);

test(
  `whatever happens in ${SEQUENCES} sequences, what is kept is what would be rendered`,
  async () => {
    await withCache(SITE, async (kept) => {
      for (const seed of seeds) {
        const random = chance(seed);
        const happened: string[] = [];
        for (let step = 0; step < ACTS_OF_A_SEQUENCE; step++) {
          const [name] = oneOf(ACTS, random);
          await happen(kept, name, random);
          happened.push(name);
          if (random() < 0.2) expect(await differences(kept), `${seed}: ${happened.join(", ")}`).toEqual([]);
        }
        expect(await differences(kept), `${seed}: ${happened.join(", ")}`).toEqual([]);
      }
    });
  },
  LIMIT_MS,
);

describe("shows it when what pages depend on is not observed", () => {
  test("the time", async () => {
    const never = async () => later(10_000 * DAY);
    const waits = await withCache({ ...SITE, nextInstant: never }, async (kept) => {
      const random = chance(SEQUENCES);
      for (let step = 1; step <= MOST_WAITS; step++) {
        await differences(kept, 1);
        await happen(kept, "wait", random);
        if ((await differences(kept, 1)).length > 0) return step;
      }
      return null;
    });
    expect(waits).not.toBeNull();
  });

  test.each(EDITORIAL_NOUNS)("the writes of a %s", async (noun) => {
    const table = Prisma.raw(`"${noun[0]?.toUpperCase()}${noun.slice(1)}"`);
    const title = Prisma.raw(`"${cardOf(noun).title[0]}"`);
    await db.$executeRaw`UPDATE ${table} SET "publishedAt" = ${later(-DAY)}, "withdrawnAt" = NULL`;
    await withCache(SITE, async (kept) => {
      expect(await differences(kept)).toEqual([]);
      await db.$executeRaw`ALTER TABLE ${table} DISABLE TRIGGER changed_values`;
      await db.$executeRaw`UPDATE ${table} SET ${title} = ${title} || ' changé'`;
      expect(await differences(kept, 1)).toHaveLength(1);
      await db.$executeRaw`ALTER TABLE ${table} ENABLE TRIGGER changed_values`;
    });
  });

  test("a table that nobody watches: no page that reads it is kept", async () => {
    await db.$executeRaw`DROP TRIGGER changed ON "Term"`;
    await withCache(SITE, async (kept) => {
      await differences(kept);
      await db.$executeRaw`UPDATE "Term" SET "name" = "name" || ' encore'`;
      expect(await differences(kept)).toEqual([]);
    });
  });
});
