import { afterAll, beforeAll, expect, test } from "vitest";
import { createAccount } from "#lib/auth/account-mutations";
import { disconnect } from "#lib/platform/db";
import { type CacheInFront, startCacheInFront } from "#tests/support/cache-in-front";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { Cookies, openForm } from "#tests/support/html-form";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { busyness } from "#tests/support/scale";
import { type Witness, witness } from "#tests/support/witness";
import { until } from "#tests/support/workers";

/** A cache before the portal, which keeps pages until it is told that they changed. */

const PASSWORD = "une phrase assez longue";
const LIMIT_MS = 60_000;
/** From the press of the button, its own answer included. */
const SEEN_MS = 2_000;
/** Pages made of other tables than those that are edited here. */
const OTHER = "/webinaires.ics";

let front: CacheInFront;
let portal: Portal;
let database: Witness;
let dataDir: string;
const cookies = new Cookies();

beforeAll(async () => {
  dataDir = await dataFolder();
  front = await startCacheInFront(() => portal.url);
  portal = await startPortal({ dataDir, env: { LOG_LEVEL: "silent", PURGE_URL: front.purgeUrl } });
  database = await witness(portal.databaseUrl);
  process.env.DATABASE_URL = portal.databaseUrl;
  const account = { email: "equipe@exemple.fr", name: "Équipe", password: PASSWORD };
  await createAccount(account, { role: "editor", totpSecret: null }, new Date());
  const signIn = await openForm(`${portal.url}/connexion`, "password", cookies);
  expect((await signIn.submit({ email: account.email, password: PASSWORD })).status).toBe(303);
});
afterAll(async () => {
  await disconnect();
  await database?.end();
  await portal?.stop();
  await front?.close();
  await removeFolder(dataDir);
});

async function read(address: string) {
  const answer = await fetch(front.url + address);
  return { told: answer.headers.get("x-cache"), text: await answer.text() };
}
const isKept = (address: string) =>
  until(`${address} is kept in front`, LIMIT_MS, async () => (await read(address)).told === "hit");

/** An editor writes a term and publishes it. */
async function publish(name: string): Promise<void> {
  const form = await openForm(`${portal.url}/administration/glossaire/nouveau`, "definition", cookies);
  const typed = { name, definition: "Un mot.", source: "Les tests", confidence: "documented" };
  expect((await form.submit({ ...typed, step: "publish" })).status).toBe(303);
}

const shows = async (word: string) => (await read("/glossaire")).text.includes(word);

test("what an editor publishes is in the pages of the cache in front, which keeps the others", async () => {
  await isKept("/glossaire");
  await isKept(OTHER);
  await publish("Relais");
  await until("the term is read in front", SEEN_MS * busyness(), () => shows("Relais"));
  await isKept("/glossaire");
  expect(await shows("Relais")).toBe(true);
  expect((await read(OTHER)).told).toBe("hit");
  expect(front.purges.flat()).toContain("Term");
});

test("while the cache in front does not hear, nothing else suffers, and it is told once it hears", async () => {
  await isKept("/glossaire");
  const before = front.purges.length;
  front.hears = false;
  await publish("Jalon");
  const slug = await database.newSession(10);
  expect(verdict(await (await registrationForm(portal.url, slug)).submit(person("sourd")))).toBe("in");
  expect(await database.confirmed(slug)).toEqual([person("sourd").email]);
  expect(await (await fetch(`${portal.url}/glossaire`)).text()).toContain("Jalon");
  expect((await fetch(`${portal.url}/readyz`)).status).toBe(200);
  expect(await shows("Jalon")).toBe(false);
  expect(front.purges).toHaveLength(before);
  front.hears = true;
  await until("the term is read in front", LIMIT_MS, () => shows("Jalon"));
  expect(front.purges[before]).toEqual(expect.arrayContaining(["Term"]));
});

test("who registers leaves in front the pages that say nothing of registrations", async () => {
  const slug = await database.newSession(null);
  await isKept("/glossaire");
  const form = await registrationForm(portal.url, slug);
  expect(verdict(await form.submit(person("seul")))).toBe("in");
  await until("a registration is told", LIMIT_MS, async () => front.purges.flat().includes("Registration"));
  expect((await read("/glossaire")).told).toBe("hit");
});
