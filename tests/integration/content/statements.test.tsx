import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test, vi } from "vitest";
import { seedContent } from "#lib/content/seed";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import { now } from "#lib/platform/clock";
import { DAY, later } from "#tests/support/clock";
import { drawnPage } from "#tests/support/drawn-pages";
import { makeNeed, makePartnerLink, makeRegistration, makeWebinar } from "#tests/support/factories";
import { DOSSIER, TEMPLATES } from "#tests/support/site";
import { statementsOf } from "#tests/support/statements";

/** What React keeps for one page, as its server build does: that of the tests keeps nothing. */
const kept = vi.hoisted(() => ({ page: new Map<unknown, Map<string, unknown>>() }));
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache:
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      const answers = kept.page.get(work) ?? new Map();
      kept.page.set(work, answers);
      const key = JSON.stringify(args);
      if (!answers.has(key)) answers.set(key, work(...args));
      return answers.get(key);
    },
}));

const MOST = 8;
const MOST_IN_SEARCH = 7;
const MOST_AT_HOME = 6;

/** Draws the page of an address with its title, as the portal does. */
async function draw(address: string): Promise<void> {
  kept.page.clear();
  renderToStaticMarkup((await drawnPage(address)).content);
}

const mostOf = (address: string) =>
  address === "/" ? MOST_AT_HOME : address.startsWith("/ressources?q=") ? MOST_IN_SEARCH : MOST;

async function expectFew(address: string): Promise<void> {
  const sent = (await statementsOf(() => draw(address))).map(
    ({ text, values }) => `${text}\n${JSON.stringify(values)}`,
  );
  const repeated = sent.filter((statement, index) => sent.indexOf(statement) < index);
  expect.soft(repeated, `${address} asks twice`).toEqual([]);
  expect.soft(sent.length, `${address}\n${sent.join("\n")}`).toBeLessThanOrEqual(mostOf(address));
}

beforeEach(() => seedContent(now()));

test("every public page asks few things of the database, and none twice", async () => {
  for (const address of TEMPLATES) await expectFew(address);
});

test("so do a full session that a partner’s link leads to, its need, a replay and a search with few results", async () => {
  const published = { publishedAt: later(-9 * DAY, now()) };
  const need = await makeNeed({ slug: "besoin-du-jour", ...published });
  const session = (slug: string, days: number, more: Parameters<typeof makeWebinar>[0] = {}) =>
    makeWebinar({ slug, startsAt: later(days * DAY, now()), needId: need.id, ...published, ...more });
  const { id: webinarId, cycleId } = await session("complete", 1, { capacity: 1 });
  await session("suivante", 2, { cycleId });
  await session("passee", -2, { replayUrl: "https://video.example", replayPublishedAt: later(-DAY, now()) });
  await makeRegistration({ webinarId });
  const { code } = await makePartnerLink({ webinarId, quota: 5 });
  for (const address of [
    `/webinaires/complete?${PARTNER_LINK}=${code}`,
    "/webinaires/suivante",
    "/webinaires/passee",
    "/besoins/besoin-du-jour",
    DOSSIER.replace(/&q=.*/, ""),
    "/ressources?q=evalaution",
    "/ressources?q=alliances+chercheurs+praticiens",
  ])
    await expectFew(address);
});
