import { expect, test } from "vitest";
import { DESKS } from "#lib/desks/desks";
import { register } from "#lib/enrolment/mutations";
import { entriesSince, latestEntries } from "#lib/feeds/queries";
import { publicAddresses } from "#lib/feeds/sitemap";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import { openSessions } from "#lib/roster/person/queries";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { followingWebinar, webinarsOfTheme } from "#lib/ties/queries";
import {
  findWebinar,
  listCalendarWebinars,
  listWebinars,
  nextWebinar,
  nextWebinarForEditor,
  webinarYears,
} from "#lib/webinars/queries";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { drawnPage } from "#tests/support/drawn-pages";
import { makeEditor, makeWebinar, unknownId } from "#tests/support/factories";
import { input, registered, withQueues } from "#tests/support/registrations";

withQueues();

const PUBLISHED = later(-DAY);

/** Everywhere that the public is shown sessions nobody gave them the address of. */
async function shownIn(): Promise<Record<string, string[]>> {
  const slugs = (rows: readonly { slug: string }[]) => rows.map(({ slug }) => slug);
  const next = await nextWebinar(AT);
  const following = await followingWebinar({ theme: "confier", need: null }, AT);
  const feed = [...(await latestEntries({}, AT)), ...(await entriesSince({}, later(-2 * DAY), AT))];
  const found = await searchSite(AT, siteQuery.parse({ q: "confidentiel" }));
  return {
    list: slugs(await listWebinars(AT, 2027)),
    next: next ? [next.slug] : [],
    following: following ? [following.webinar.slug] : [],
    theme: slugs(await webinarsOfTheme({ theme: "confier", slug: "autre" }, AT)),
    calendar: slugs(await listCalendarWebinars(AT)),
    feed: feed.map(({ path }) => path.split("/").at(-1) ?? ""),
    sitemap: (await publicAddresses(AT)).flatMap(({ path }) => (path.startsWith("/webinaires/") ? [path] : [])),
    search: JSON.stringify(found).includes("confier-2027") ? ["confier-2027"] : [],
  };
}

const confided = (linkOnly: boolean) =>
  makeWebinar({
    ...{ slug: "confier-2027", title: "Un sujet confidentiel", theme: "confier", linkOnly },
    startsAt: later(10 * DAY),
    publishedAt: PUBLISHED,
  });

test("a session that a link alone leads to is shown nowhere, until it is shown again", async () => {
  const { id } = await confided(true);
  for (const [where, slugs] of Object.entries(await shownIn())) expect(slugs, where).toEqual([]);
  expect(await webinarYears(AT)).toEqual([]);
  await db.webinar.update({ where: { id }, data: { linkOnly: false } });
  for (const [where, slugs] of Object.entries(await shownIn())) expect(slugs.join(), where).toContain("confier-2027");
  await db.webinar.update({ where: { id }, data: { linkOnly: true } });
  expect((await shownIn()).search).toEqual([]);
});

test("its page opens and registers for whoever has its address, and asks robots to forget it", async () => {
  const { slug } = await makeWebinar({ slug: "confier-2027", linkOnly: true });
  expect(await findWebinar(slug, AT)).toMatchObject({ slug, linkOnly: true });
  await registered(slug);
  expect(await db.registration.count()).toBe(1);
  await makeWebinar({ slug: "ouverte", publishedAt: new Date(0), startsAt: new Date(Date.now() + DAY) });
  await makeWebinar({ slug: "fermee", publishedAt: new Date(0), startsAt: new Date(Date.now() + DAY), linkOnly: true });
  expect((await drawnPage(paths.webinar("ouverte"))).metadata?.robots).toBeUndefined();
  expect((await drawnPage(paths.webinar("fermee"))).metadata?.robots).toEqual({ index: false, follow: true });
});

test("nobody is registered there by asking for the whole cycle; the team may register anyone", async () => {
  const { slug, cycleId } = await makeWebinar();
  const { id } = await makeWebinar({ cycleId, linkOnly: true, startsAt: later(20 * DAY) });
  await register([slug], input(), { wholeCycle: true }, AT);
  expect(await db.registration.count()).toBe(1);
  const sessions = await openSessions(await makeEditor(), unknownId(), AT);
  expect(sessions.map((session) => session.id)).toContain(id);
});

test("the team is told of it as of any other that comes next", async () => {
  const editor = await makeEditor();
  await makeWebinar({ publishedAt: null, startsAt: later(DAY) });
  expect(await nextWebinarForEditor(editor, AT)).toBeNull();
  await makeWebinar({ slug: "ouverte", publishedAt: PUBLISHED, startsAt: later(3 * DAY) });
  expect(await nextWebinarForEditor(editor, AT)).toMatchObject({ slug: "ouverte" });
  const { id } = await makeWebinar({ publishedAt: PUBLISHED, startsAt: later(2 * DAY), linkOnly: true, capacity: 40 });
  expect(await nextWebinarForEditor(editor, AT)).toMatchObject({ id, capacity: 40, taken: 0, waiting: 0 });
});

test("the list of the team says so", async () => {
  const { id } = await makeWebinar({ linkOnly: true, startsAt: later(10 * DAY + HOUR) });
  const words = await DESKS.webinar.details?.(await makeEditor(), [id]);
  expect(words?.get(id)).toContain("par lien seulement");
});
