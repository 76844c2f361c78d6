import { XMLParser, XMLValidator } from "fast-xml-parser";
import { expect, test } from "vitest";
import { atomFeed } from "#lib/feeds/atom";
import { latestEntries } from "#lib/feeds/queries";
import { feedQuery } from "#lib/feeds/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCentre, makeNeed, makeResource, makeWebinar } from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";

const pathsOf = (entries: readonly { path: string }[]) => entries.map(({ path }) => path);

async function library() {
  const need = await makeNeed({ slug: "besoin" });
  const centre = await makeCentre({ slug: "centre" });
  for (const hidden of HIDDEN) {
    const { id: resourceId } = await makeResource(hidden);
    await db.resourceNeed.create({ data: { resourceId, needId: need.id } });
    await makeWebinar({ ...hidden, needId: need.id });
  }
  const tied = await makeResource({ slug: "lie", publishedAt: later(-3 * DAY) });
  await db.resourceNeed.create({ data: { resourceId: tied.id, needId: need.id } });
  await db.resourceCentre.create({ data: { resourceId: tied.id, centreId: centre.id } });
  await makeResource({ slug: "ailleurs", publishedAt: later(-DAY) });
  await makeWebinar({ slug: "du-besoin", needId: need.id, publishedAt: later(-2 * DAY) });
  await makeWebinar({ slug: "du-centre", body: "[a](/centres/centre)", publishedAt: later(-4 * DAY) });
}

test("a feed has thirty entries, and the last published are among them", async () => {
  const slugs = Array.from({ length: 30 }, (_, rank) => `r-${String(rank + 1).padStart(2, "0")}`);
  for (const slug of slugs.toReversed()) await makeResource({ slug, publishedAt: later(-2 * DAY) });
  await makeResource({ slug: "z-derniere", publishedAt: later(-DAY) });
  expect(pathsOf(await latestEntries(feedQuery.parse({}), AT))).toEqual(
    ["z-derniere", ...slugs.slice(0, 29)].map((slug) => `/ressources/${slug}`),
  );
});

test("a feed has what the public may see, the last published first, of all or of what is followed", async () => {
  await library();
  const followed = async (query: object) => pathsOf(await latestEntries(feedQuery.parse(query), AT));
  expect(await followed({})).toEqual([
    "/ressources/ailleurs",
    "/webinaires/du-besoin",
    "/ressources/lie",
    "/webinaires/du-centre",
  ]);
  expect(await followed({ besoin: "besoin" })).toEqual(["/webinaires/du-besoin", "/ressources/lie"]);
  expect(await followed({ centre: "centre" })).toEqual(["/ressources/lie", "/webinaires/du-centre"]);
});

test("it is Atom as RFC 4287 §4.1 wants it, whatever titles hold, and the same file while nothing changes", async () => {
  await makeResource({ slug: "a", title: "Élus & <associations> ]]> 100 %", summary: "L’alliance « utile »." });
  const draw = async () =>
    atomFeed(
      await latestEntries({}, AT),
      { title: "Le portail", path: "/flux.xml", about: "/" },
      "https://portail.example",
    );
  const file = await draw();
  expect(XMLValidator.validate(file)).toBe(true);
  expect(await draw()).toBe(file);
  const { feed } = new XMLParser({ ignoreAttributes: false, cdataPropName: false, processEntities: true }).parse(file);
  expect(feed["@_xmlns"]).toBe("http://www.w3.org/2005/Atom");
  expect(feed).toMatchObject({
    id: "https://portail.example/flux.xml",
    title: "Le portail",
    author: { name: "Le portail" },
  });
  expect(feed.link).toContainEqual({ "@_rel": "self", "@_href": "https://portail.example/flux.xml" });
  expect(feed.entry).toMatchObject({
    id: "https://portail.example/ressources/a",
    link: { "@_href": "https://portail.example/ressources/a" },
    published: later(-30 * DAY).toISOString(),
  });
  expect(JSON.stringify(feed.entry.title)).toContain("Élus & <associations> ]]");
  for (const date of [feed.updated, feed.entry.updated]) expect(Number.isNaN(Date.parse(date))).toBe(false);
});
