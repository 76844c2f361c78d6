import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test } from "vitest";
import { StepDocuments } from "#components/ties/step-documents";
import { stepsTitle } from "#components/ties/steps-title";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { stepsOfNeed } from "#lib/ties/steps/queries";
import { type StepsQuery, stepsQuery } from "#lib/ties/steps/schema";
import { chance, oneOf } from "#tests/support/chance";
import { AT } from "#tests/support/clock";
import { makeNeed, makeResource } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

const OPEN = { links: { create: [{ position: 0, label: "Lire", url: "https://exemple.fr/" }] } };
const TYPES = ["study", "mooc", "guide"] as const;
const PROFILES = ["elected_official", "association", "company"] as const;
const PHASES = ["design", "spreading"] as const;
/** As addresses say them. */
const PROFILE_WORDS = [undefined, "elu", "association", "entreprise", "fondation"];
const PHASE_WORDS = [undefined, "conception", "essaimage", "modelisation"];

const find = (query: StepsQuery = {}) => stepsOfNeed("besoin", stepsQuery.parse(query), AT);
const inLibrary = async (address: object) =>
  (await searchResources(AT, resourceQuery.parse({ besoin: "besoin", acces: "en-ligne", ...address }))).total;
const draw = async (query: StepsQuery = {}) =>
  renderToStaticMarkup(<StepDocuments need="besoin" query={query} found={await find(query)} />).replaceAll(
    "&amp;",
    "&",
  );

let tied: (more?: object) => ReturnType<typeof makeResource>;
beforeEach(async () => {
  const [need, other] = [await makeNeed({ slug: "besoin" }), await makeNeed({ slug: "autre" })];
  tied = (more) => makeResource({ ...OPEN, needs: { create: [{ needId: need.id }] }, ...more });
  await makeResource({ ...OPEN, needs: { create: [{ needId: other.id }] } });
  for (const hidden of HIDDEN) await tied(hidden);
});

test("what a choice tells is what one finds after the click, for whom and for which phase, here and in the library", {
  timeout: 60_000,
}, async () => {
  const random = chance(11);
  for (let rank = 0; rank < 40; rank += 1)
    await tied({
      type: oneOf(TYPES, random),
      audiences: PROFILES.filter(() => random() < 0.5),
      phases: PHASES.filter(() => random() < 0.5),
      ...(random() < 0.3 ? { links: { create: [] }, ...(random() < 0.5 && { confidence: "own_words" }) } : {}),
    });
  for (const profil of PROFILE_WORDS)
    for (const phase of PHASE_WORDS) {
      const query = { profil, phase };
      const { total, steps, choices } = await find(query);
      expect(total, JSON.stringify(query)).toBe(await inLibrary(query));
      expect(steps.reduce((sum, step) => sum + step.total, 0)).toBe(total);
      for (const { name, options } of choices)
        for (const { value, count } of options)
          expect((await find({ ...query, [name]: value })).total, `${JSON.stringify(query)} then ${value}`).toBe(count);
      for (const { intent, total: count, documents } of steps) {
        expect(count, `${JSON.stringify(query)} ${intent}`).toBe(await inLibrary({ ...query, intention: intent }));
        expect(documents.length).toBe(Math.min(2, count));
      }
    }
});

test("each step begins with what editors say to begin with, then the newest; what opens nowhere stands apart", async () => {
  const { id: needId } = await makeNeed({ slug: "ordonne" });
  const made = (slug: string, year: number, more: object = {}) =>
    makeResource({ slug, year, needs: { create: [{ needId }] }, ...OPEN, ...more });
  await made("vieux", 2010);
  await made("neuf", 2020);
  await made("d-abord", 2000, { needs: { create: [{ needId, first: true }] } });
  await made("quatrieme", 2005);
  await made("a-retrouver", 2026, { links: { create: [] } });
  const { steps, wanted, total } = await stepsOfNeed("ordonne", {}, AT);
  expect(steps.map(({ intent, documents }) => [intent, slugsOf(documents)])).toEqual([
    ["s-informer", []],
    ["se-former", []],
    ["agir", ["d-abord", "neuf"]],
  ]);
  expect([slugsOf(wanted), total]).toEqual([["a-retrouver"], 4]);
});

describe("the page", () => {
  beforeEach(async () => {
    for (const _ of [1, 2]) await tied({ type: "guide", audiences: ["elected_official"] });
    await tied({ type: "study", audiences: ["company"] });
  });

  test("says how many, and what would be found by each choice", async () => {
    const html = await draw();
    expect(html).toMatch(/>3\sdocuments à lire en ligne</);
    expect(html).toContain('<a href="/besoins/besoin?profil=elu#documents" rel="nofollow"');
    expect(html).toContain("Maire, élue ou élu (2)");
    expect(html).not.toContain("Fondation");
    expect(html).not.toContain("Se former");
  });

  test("says of a step that a choice empties that it is empty, with the way back", async () => {
    const query = { profil: "elu", phase: "conception" } as const;
    const html = await draw(query);
    expect(html).toMatch(/>2\sdocuments à lire en ligne</);
    expect(html).toMatch(
      /S’informer<\/h3><p>Aucun document avec ces choix\. <a href="\/besoins\/besoin#documents"[^>]*>Voir celui qu’ils écartent/,
    );
    expect(html).toMatch(
      /<a href="\/besoins\/besoin\?phase=conception#documents"[^>]*aria-current="true"[^>]*>Retirer/,
    );
    expect(stepsTitle("Comment faire ?", query, await find(query))).toBe(
      "2\u00A0documents, Maire, élue ou élu, Conception, Comment faire ?",
    );
    expect(stepsTitle("Comment faire ?", {}, await find())).toBe("Comment faire ?");
  });

  test("says of choices that empty it all that nothing is left, and keeps them in sight", async () => {
    const html = await draw({ profil: "fondation" });
    expect(html).toContain("Aucun document à lire en ligne");
    expect(html.match(/Voir (celui|les 2) qu’ils écartent/g)).toHaveLength(2);
    expect(html).toMatch(/Retirer «\u202FFondation/);
  });
});
