import { expect, test } from "vitest";
import { findNeed, listNeeds } from "#lib/needs/queries";
import { db } from "#lib/platform/db";
import { AT, later } from "#tests/support/clock";
import { makeCentre, makeNeed } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the public list has the visible needs in their order, with what a card shows", async () => {
  for (const hidden of HIDDEN) await makeNeed(hidden);
  await makeNeed({ slug: "second", position: 2 });
  await makeNeed({
    slug: "premier",
    position: 1,
    title: "Qualifier",
    question: "Où ?",
    summary: "Ici.",
    perspectives: ["projects", "investments"],
    confidence: "to_confirm",
  });
  const needs = await listNeeds(AT);
  expect(slugsOf(needs)).toEqual(["premier", "second"]);
  expect(needs[0]).toEqual({
    slug: "premier",
    position: 1,
    title: "Qualifier",
    question: "Où ?",
    summary: "Ici.",
    perspectives: ["projects", "investments"],
    confidence: "to_confirm",
  });
});

test("what is scheduled appears at its instant, without a job", async () => {
  await makeNeed({ slug: "demain", publishedAt: later(1) });
  expect(await findNeed("demain", AT)).toBeNull();
  expect(await findNeed("demain", later(1))).toMatchObject({ slug: "demain" });
});

test.each(HIDDEN)("a need that is hidden ($slug) is not found", async (hidden) => {
  await makeNeed(hidden);
  expect(await findNeed(hidden.slug, AT)).toBeNull();
});

test("a need tells the visible centres that answer it, in their order, and why", async () => {
  const { id: needId } = await makeNeed({ slug: "besoin", learn: "Lire.", train: "Suivre.", act: "Faire." });
  const centres = [
    await makeCentre({ slug: "deux", position: 2 }),
    await makeCentre({ slug: "un", position: 1, name: "Un", summary: "Premier." }),
  ];
  for (const hidden of HIDDEN) centres.push(await makeCentre(hidden));
  await makeCentre({ slug: "sans-lien" });
  await db.centreNeed.createMany({
    data: centres.map(({ id, slug }) => ({
      needId,
      centreId: id,
      reason: `Parce que ${slug}.`,
      confidence: "to_confirm",
    })),
  });
  const need = await findNeed("besoin", AT);
  expect(need).toMatchObject({ answer: "Oui.", firstStep: "Un geste.", keyPoints: "- Un point." });
  expect(need).toMatchObject({ learn: "Lire.", train: "Suivre.", act: "Faire.", source: "Les tests" });
  expect(slugsOf(need?.centres ?? [])).toEqual(["un", "deux"]);
  expect(need?.centres[0]).toEqual({
    slug: "un",
    name: "Un",
    summary: "Premier.",
    reason: "Parce que un.",
    confidence: "to_confirm",
  });
});
