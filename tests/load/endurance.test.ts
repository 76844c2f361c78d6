import { afterEach, describe, expect, test } from "vitest";
import { chance, oneOf } from "#tests/support/chance";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { canMeasureMemory, memoryOf, type Point, riseOf } from "#tests/support/memory";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { parentOf } from "#tests/support/processor";
import { inFull } from "#tests/support/scale";
import { type Witness, witness } from "#tests/support/witness";

/** Many requests to the real portal: pages, searches that nobody asked before, registrations. */

const REQUESTS = inFull ? 200_000 : 10_000;
const LEAKING_REQUESTS = 4_000;
const AT_ONCE = 16;
const MEASURES = 40;
/** Until then what is kept fills. */
const WARM_UP = 0.6;
/** Without bounds, garbage lies where there is room for it, and what is kept goes on filling. */
const HEAP = "--max-old-space-size=192 --max-semi-space-size=4";
const BOUNDED = { NODE_OPTIONS: HEAP, MALLOC_ARENA_MAX: "2", PAGE_CACHE_MB: "8" };
/** So bounded, with its twelve connections at work. */
const MOST_MB = 500;
/** By how much memory may rise, along the line nearest to its measures, over all that follows the warm-up. */
const MOST_RISE_MB = 32;
const SEARCHES = 0.02;
const REGISTRATIONS = 0.005;
const WORDS = ["territoire", "alliance", "commune", "mobilité", "habitat", "énergie", "école", "santé"];

let close: () => Promise<void> = async () => {};
afterEach(() => close());

type Opened = { portal: Portal; database: Witness; memory(): number };

async function open(env: Record<string, string> = {}): Promise<Opened> {
  const dataDir = await dataFolder();
  const portal = await startPortal({ dataDir, env: { LOG_LEVEL: "silent", ...BOUNDED, ...env } });
  const database = await witness(portal.databaseUrl);
  const [backend] = await database.rows<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = parentOf(backend?.pid ?? 0);
  close = async () => {
    await database.end();
    await portal.stop();
    await removeFolder(dataDir);
  };
  return { portal, database, memory: () => memoryOf([portal.pid, server]) };
}

const addressesOf = async (url: string): Promise<string[]> =>
  [...(await (await fetch(`${url}/sitemap.xml`)).text()).matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(
    ([, path]) => path || "/",
  );

type Run = { points: Point[]; faults: string[] };

/** Asks so many times, and measures as it goes. */
async function endure({ portal, memory }: Opened, count: number, slug: string | null): Promise<Run> {
  const random = chance(count);
  const addresses = await addressesOf(portal.url);
  const run: Run = { points: [], faults: [] };
  let asked = 0;
  async function one(number: number): Promise<void> {
    const drawn = random();
    if (slug && drawn < REGISTRATIONS) {
      const form = await registrationForm(portal.url, slug);
      const told = verdict(await form.submit(person(`endurance.${number}`)));
      if (told !== "in") run.faults.push(told);
      return;
    }
    const search = slug && drawn < REGISTRATIONS + SEARCHES;
    const address = search ? `/ressources?q=${oneOf(WORDS, random)}+${number}` : oneOf(addresses, random);
    const response = await fetch(portal.url + address);
    await response.arrayBuffer();
    if (response.status !== 200) run.faults.push(`${address}: ${response.status}`);
  }
  const visitor = async () => {
    while (asked < count) {
      asked += 1;
      const number = asked;
      await one(number);
      if (number % (count / MEASURES) === 0) run.points.push({ x: number, y: memory() });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visitor));
  run.points.sort((a, b) => a.x - b.x);
  return run;
}

const warm = ({ points }: Run, count: number) => points.filter(({ x }) => x >= WARM_UP * count);

describe.skipIf(!canMeasureMemory)("memory of the portal and of its database", () => {
  test(`does not rise over ${REQUESTS} requests, and stays under ${MOST_MB} MB`, async () => {
    const opened = await open();
    const run = await endure(opened, REQUESTS, await opened.database.newSession(null));
    const measured = run.points.map(({ y }) => Math.round(y));
    expect(run.faults).toEqual([]);
    expect(riseOf(warm(run, REQUESTS)), measured.join(" ")).toBeLessThan(MOST_RISE_MB);
    expect(Math.max(...measured), measured.join(" ")).toBeLessThanOrEqual(MOST_MB);
  });

  test("shows it when something of each request is kept", async () => {
    const leak = `import{Server}from"node:http";const{emit}=Server.prototype,kept=[];Server.prototype.emit=function(...all){if(all[0]==="request")kept.push(Buffer.alloc(65536,1));return emit.apply(this,all)}`;
    const opened = await open({ NODE_OPTIONS: `${HEAP} --import=data:text/javascript,${encodeURIComponent(leak)}` });
    const run = await endure(opened, LEAKING_REQUESTS, null);
    expect(run.faults).toEqual([]);
    expect(riseOf(warm(run, LEAKING_REQUESTS))).toBeGreaterThan(MOST_RISE_MB);
  });
});
