import { expect, test } from "vitest";
import { figuresOfNeed, figuresOfResource, listFigures, toldFigures } from "#lib/figures/queries";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeFigure, makeNeed, makeResource } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the visible figures stand in order, each with who was asked, when and where that is written", async () => {
  for (const hidden of HIDDEN) await makeFigure(hidden);
  await makeFigure({ slug: "deux", position: 2 });
  await makeFigure({ slug: "un", position: 1, sourceUrl: "https://exemple.fr/etude", sample: "600 maires" });
  const figures = await listFigures(AT);
  expect(slugsOf(figures)).toEqual(["un", "deux"]);
  expect(figures[0]).toEqual({
    slug: "un",
    value: "76 %",
    percentage: 76,
    statement: expect.any(String),
    population: "Associations",
    survey: "Une enquête",
    period: "2015-2016",
    sample: "600 maires",
    sourceUrl: "https://exemple.fr/etude",
    study: null,
    theme: "Alliances",
    source: "Les tests",
    confidence: "documented",
  });
});

test("a figure leads to its study while the public may read of it; a study and its needs have their figures", async () => {
  const need = await makeNeed({ slug: "besoin" });
  const study = await makeResource({ slug: "etude", title: "L’étude" });
  const hidden = await makeResource({ slug: "retiree", withdrawnAt: AT });
  for (const { id: resourceId } of [study, hidden])
    await db.resourceNeed.create({ data: { resourceId, needId: need.id } });
  await makeFigure({ slug: "tire", resourceId: study.id });
  await makeFigure({ slug: "orphelin", resourceId: hidden.id });
  await makeFigure({ slug: "brouillon", resourceId: study.id, publishedAt: null });
  const found = new Map((await listFigures(AT)).map((figure) => [figure.slug, figure.study]));
  expect(found).toEqual(
    new Map([
      ["tire", { slug: "etude", title: "L’étude" }],
      ["orphelin", null],
    ]),
  );
  expect(slugsOf(await figuresOfResource("etude", AT))).toEqual(["tire"]);
  expect(slugsOf(await figuresOfNeed("besoin", AT))).toEqual(["tire"]);
  expect(await figuresOfNeed("autre", AT)).toEqual([]);
});

test("what is told in passing: the figures of a subject, then the first of the others, none that is hidden", async () => {
  for (const hidden of HIDDEN) await makeFigure({ ...hidden, slug: `maires-${hidden.slug}`, position: 0 });
  await makeFigure({ slug: "associations", position: 0 });
  for (const [slug, position] of [
    ["maires-b", 2],
    ["maires-a", 2],
    ["maires-c", 1],
  ] as const)
    await makeFigure({ slug, position });
  await makeFigure({ slug: "avant-maires-", position: 1 });
  const slugs = slugsOf(await toldFigures("maires-", AT, 5));
  expect(slugs).toEqual(["maires-c", "maires-a", "maires-b", "associations", "avant-maires-"]);
  expect(await toldFigures("maires-", AT, 1)).toEqual([
    {
      slug: "maires-c",
      value: "76 %",
      percentage: 76,
      statement: expect.any(String),
      survey: "Une enquête",
      period: "2015-2016",
    },
  ]);
});
