import { readFile, rename } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newToken } from "#lib/platform/tokens";
import { pause } from "#tests/support/chance";
import { person, registrationForm, type Trip, tally, verdict } from "#tests/support/crowd";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { busyness } from "#tests/support/scale";
import { witness } from "#tests/support/witness";

/** Pages that a visitor may ask for; the first render of each is before the database goes. */
const PAGES = ["/", "/besoins", "/centres", "/ressources", "/webinaires", "/glossaire", "/observatoire"];
const READERS = 8;
const BACK_MS = 5_000;
const LIMIT_MS = 120_000;

let dataDir: string;
let portal: Portal;

beforeAll(async () => {
  dataDir = await dataFolder();
  portal = await startPortal({ dataDir, env: { LOG_LEVEL: "silent" } });
});

afterAll(async () => {
  await portal?.stop();
  await removeFolder(dataDir);
});

const pidFile = () => path.join(dataDir, "postgres/postmaster.pid");

async function killDatabase(): Promise<void> {
  const [pid] = (await readFile(pidFile(), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
}

type Seen = { status: number; age: string | null };

async function look(address: string): Promise<Seen> {
  const response = await fetch(portal.url + address);
  await response.arrayBuffer();
  return { status: response.status, age: response.headers.get("age") };
}

/** Waits for a fact. @throws Error when it has not come after two minutes */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error(`never ${what}`);
    await pause(20);
  }
}

/** Whoever reads, for as long as it lasts. */
function readAll(goesOn: () => boolean): Promise<Seen[][]> {
  return Promise.all(
    Array.from({ length: READERS }, async (_, reader) => {
      const seen: Seen[] = [];
      for (let turn = reader; goesOn(); turn++) seen.push(await look(PAGES[turn % PAGES.length] ?? "/"));
      return seen;
    }),
  );
}

test("the database dies under load: every page is given, nobody who was told is lost, and it comes back", async () => {
  const database = await witness(portal.databaseUrl);
  const slug = await database.newSession(null);
  for (const page of PAGES) expect(await look(page)).toEqual({ status: 200, age: null });
  let reading = true;
  const readers = readAll(() => reading);
  const trips: Trip["typed"][] = [];
  let came = 0;
  const register = async () => {
    came += 1;
    const typed = person(`panne.${came}`);
    const form = await registrationForm(portal.url, slug).catch(() => null);
    const answer = await form?.submit(typed).catch(() => null);
    if (answer && verdict(answer) === "in") trips.push(typed);
    return answer;
  };
  await register();
  const under = Array.from({ length: 4 }, register);
  await killDatabase();
  const killed = performance.now();
  await Promise.all(under);
  await until("back", async () => (await register())?.status === 303);
  const back = performance.now() - killed;
  reading = false;
  const seen = (await readers).flat();
  expect(tally(seen.map(({ status }) => String(status)))).toEqual({ 200: seen.length });
  expect(back).toBeLessThan(BACK_MS * busyness());
  const after = await witness(portal.databaseUrl);
  const places = await after.rows<{ email: string }>(
    `SELECT p."email" FROM "Registration" r JOIN "Person" p ON p."id" = r."personId"
     JOIN "Webinar" w ON w."id" = r."webinarId" AND w."slug" = $1`,
    [slug],
  );
  const registered = new Set(places.map(({ email }) => email));
  expect(trips.filter(({ email }) => !registered.has(email))).toEqual([]);
  await after.end();
  await database.end().catch(() => undefined);
});

test("a form sent meanwhile comes back with what was typed, and pages tell their age", async () => {
  const database = await witness(portal.databaseUrl);
  const slug = await database.newSession(null);
  await database.end();
  const form = await registrationForm(portal.url, slug);
  const folder = path.join(dataDir, "postgres");
  // Without its folder, it is not started again.
  await rename(folder, `${folder}-away`);
  const [pid] = (await readFile(path.join(`${folder}-away`, "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
  await until("away", async () => (await look("/")).age !== null);
  const typed = { ...person("panne"), question: "Comment faire « ensemble » & mieux ?" };
  const { status, html } = await form.submit(typed);
  expect(status).toBe(503);
  expect(html).toContain("Ce n’est pas enregistré");
  expect(html).toContain(`value="${typed.email}"`);
  expect(html).toContain("Comment faire « ensemble » &amp; mieux ?");
  expect(html).toMatch(/<option[^>]*value="association"[^>]*selected|<input[^>]*value="association"[^>]*checked/);
  expect(html).toContain("<title>Erreur");
  expect((await look(`/inscriptions/${newToken()}`)).status).toBe(503);
  await rename(`${folder}-away`, folder);
});
