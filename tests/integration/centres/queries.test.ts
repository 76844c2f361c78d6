import { describe, expect, test } from "vitest";
import { findCentre, listCentres, nameCentres } from "#lib/centres/queries";
import { meets } from "#lib/centres/rules";
import { centreFilters } from "#lib/centres/schema";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeCentre, makeNeed } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

const link = (centre: { id: string }, need: { id: string }) =>
  db.centreNeed.create({
    data: { centreId: centre.id, needId: need.id, reason: "Il y répond.", confidence: "documented" },
  });

/** Two visible centres for two needs, and what is hidden around them. */
async function portal() {
  const need = await makeNeed({ slug: "besoin", position: 2, title: "Un besoin" });
  const first = await makeNeed({ slug: "premier-besoin", position: 1 });
  const withdrawn = await makeNeed({ slug: "besoin-retire", position: 0, withdrawnAt: AT });
  const a = await makeCentre({ slug: "a", position: 2, audiences: ["association", "company"] });
  const b = await makeCentre({ slug: "b", position: 1, audiences: ["company"] });
  for (const each of [need, first, withdrawn]) await link(a, each);
  for (const hidden of HIDDEN) await link(await makeCentre(hidden), need);
  return { a, b };
}

test("the public list has the visible centres in their order, each with the visible needs it answers", async () => {
  await portal();
  const centres = await listCentres(AT);
  expect(slugsOf(centres)).toEqual(["b", "a"]);
  expect(centres[1]?.needs).toEqual([
    { slug: "premier-besoin", title: expect.any(String), position: 1 },
    { slug: "besoin", title: "Un besoin", position: 2 },
  ]);
  expect(centres[1]).not.toHaveProperty("body");
});

test("the centres that are named are the visible ones whose existence is established, in their order", async () => {
  await portal();
  await makeCentre({ slug: "suppose", position: 0, url: null, confidence: "to_confirm" });
  await makeCentre({ slug: "aussi", position: 2, url: null, confidence: "documented" });
  expect(slugsOf(await nameCentres(AT))).toEqual(["b", "a", "aussi"]);
});

describe("filters", () => {
  test.each([
    [{ need: "besoin" }, ["a"]],
    [{ need: "besoin-retire" }, []],
    [{ need: "inconnu" }, []],
    [{ profile: "company" }, ["b", "a"]],
    [{ profile: "association" }, ["a"]],
    [{ profile: "citizen" }, []],
    [{ need: "besoin", profile: "company" }, ["a"]],
    [{ need: undefined, profile: undefined }, ["b", "a"]],
  ] as const)("%o", async (filters, slugs) => {
    await portal();
    expect(slugsOf((await listCentres(AT)).filter((centre) => meets(centre, filters)))).toEqual(slugs);
  });

  test("are read from an address without trusting it", () => {
    expect(centreFilters.parse({ besoin: ["a-b", "c"], profil: "company" })).toEqual({
      need: "a-b",
      profile: "company",
    });
    expect(centreFilters.parse({ besoin: "../x", profil: "robot" })).toEqual({ need: undefined, profile: undefined });
    expect(centreFilters.parse({})).toEqual({ need: undefined, profile: undefined });
  });
});

test("a centre tells where it lives, since when that is known, and why it answers each need", async () => {
  const { a } = await portal();
  const urlCheckedOn = new Date("2019-02-21T00:00:00Z");
  await db.centre.update({ where: { id: a.id }, data: { urlCheckedOn } });
  expect(await findCentre("a", AT)).toMatchObject({
    urlCheckedOn,
    source: "Les tests",
    needs: [{ slug: "premier-besoin" }, { slug: "besoin", reason: "Il y répond.", confidence: "documented" }],
  });
});

test.each(HIDDEN)("a centre that is hidden ($slug) is not found", async (hidden) => {
  await makeCentre(hidden);
  expect(await findCentre(hidden.slug, AT)).toBeNull();
});
