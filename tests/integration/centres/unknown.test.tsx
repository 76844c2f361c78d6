import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, test } from "vitest";
import { GET } from "#app/(site)/flux.xml/route";
import { CentreList } from "#components/centres/centre-list";
import { listCentres } from "#lib/centres/queries";
import { IDENTIFIED, isIdentified } from "#lib/centres/rules";
import { digestChoices } from "#lib/feeds/choices";
import { orientedNeeds } from "#lib/orientation/queries";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { Confidence } from "#prisma/enums";
import { makeCentre, makeNeed, makeResource } from "#tests/support/factories";

const UNKNOWN = "a-identifier";
const KNOWN = "connu";
const published = { publishedAt: new Date("2020-01-01T00:00:00Z") };

/** A centre that nobody identified yet, and one that is known, both tied to the same need and document. */
beforeEach(async () => {
  const centres = await Promise.all([
    makeCentre({ ...published, slug: UNKNOWN, position: 1, url: null, confidence: "to_confirm" }),
    makeCentre({ ...published, slug: KNOWN, position: 2, url: "https://connu.example", confidence: "to_confirm" }),
  ]);
  const need = await makeNeed({ ...published, slug: "besoin" });
  await db.centreNeed.createMany({
    data: centres.map(({ id: centreId }) => ({
      centreId,
      needId: need.id,
      reason: "Il y répond.",
      confidence: "documented",
    })),
  });
  await makeResource({
    ...published,
    centres: { createMany: { data: centres.map(({ id: centreId }) => ({ centreId })) } },
  });
});

const values = (choices: readonly { value: string }[]) => choices.map(({ value }) => value);

test("a centre that is not identified is no choice of what may be followed, unless somebody already does", async () => {
  expect(values(await digestChoices(now()))).toEqual(["tout", "webinaires", "besoin:besoin", `centre:${KNOWN}`]);
  expect(values(await digestChoices(now(), [`centre:${UNKNOWN}`]))).toContain(`centre:${UNKNOWN}`);
});

test("it has no feed", async () => {
  const feed = (slug: string) => GET(new Request(`http://portail.example/flux.xml?centre=${slug}`));
  expect((await feed(KNOWN)).status).toBe(200);
  await expect(feed(UNKNOWN)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});

test("it narrows no search of documents", async () => {
  const { facets, total } = await searchResources(now(), resourceQuery.parse({ centre: UNKNOWN }));
  expect(total).toBe(1);
  expect(values(facets.find(({ name }) => name === "centre")?.options ?? [])).toEqual([KNOWN]);
});

test("no path of the orientation leads to it, though it comes first", async () => {
  const [need] = await orientedNeeds(now());
  expect(need?.centres.map(({ slug }) => slug)).toEqual([KNOWN]);
});

test("search engines are not told of it", async () => {
  const html = renderToStaticMarkup(
    <CentreList centres={await listCentres(now())} needs={[]} filters={{}} siteUrl="https://portail.example" />,
  );
  const [, data = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  expect(data).toContain(KNOWN);
  expect(data).not.toContain(UNKNOWN);
  expect(html).toContain(UNKNOWN);
});

test("rows and centres are identified alike", async () => {
  await Promise.all(
    Object.values(Confidence).flatMap((confidence) =>
      [null, "https://centre.example"].map((url) => makeCentre({ ...published, url, confidence })),
    ),
  );
  const rows = await db.centre.findMany({ where: IDENTIFIED, select: { slug: true } });
  const told = (await listCentres(now())).filter(isIdentified);
  expect(rows.map(({ slug }) => slug).sort()).toEqual(told.map(({ slug }) => slug).sort());
});
