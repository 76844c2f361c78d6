import { beforeEach, describe, expect, test } from "vitest";
import { seedContent } from "#lib/content/seed";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { AT, later } from "#tests/support/clock";
import { makeResource } from "#tests/support/factories";
import { slugsOf } from "#tests/support/publication";

/** What visitors type on the real content of day one, and what must come among the first three. */

const search = (q: string) => searchResources(AT, resourceQuery.parse({ q }));

const FOUND: [typed: string, expected: string[]][] = [
  ["evaluer", ["l-evaluation-partenariale-en-pratique", "note-evaluation-impact-des-alliances"]],
  ["évaluées", ["l-evaluation-partenariale-en-pratique", "note-evaluation-impact-des-alliances"]],
  ["l’évaluation", ["l-evaluation-partenariale-en-pratique"]],
  ["l'evaluation", ["l-evaluation-partenariale-en-pratique"]],
  ["mecenat competence", ["rapport-benevolat-mecenat-de-competences"]],
  ["Mécénat de compétences", ["rapport-benevolat-mecenat-de-competences"]],
  ["modele socio economique", ["kit-modeles-socio-economiques", "referentiel-modeles-socio-economiques"]],
  ["socioéconomique", ["kit-modeles-socio-economiques", "referentiel-modeles-socio-economiques"]],
  ["socioeconomique", ["kit-modeles-socio-economiques", "referentiel-modeles-socio-economiques"]],
  ["MSE", ["referentiel-modeles-socio-economiques"]],
  ["coconstruction", ["referentiel-co-construction-territoriale"]],
  ["co construction", ["referentiel-co-construction-territoriale"]],
  ["co-construction", ["referentiel-co-construction-territoriale"]],
  ["referentiel coconstruction territoriale", ["referentiel-co-construction-territoriale"]],
  ["elus", ["page-la-co-construction-territoriale"]],
  ["élue", ["page-la-co-construction-territoriale"]],
  ["RSE pme", ["note-l-entreprise-responsable"]],
  ["responsabilité sociétale", ["note-l-entreprise-responsable"]],
  ["interet general", ["dossier-juris-l-interet-general-en-actions", "oser-l-interet-general"]],
  ["bien commun", ["l-alchimie-du-bien-commun", "bien-commun-vers-la-fin-des-arrogances"]],
  ["fondation", ["enjeux-et-pratiques-des-fondations"]],
  ["fonds de dotation", ["enjeux-et-pratiques-des-fondations"]],
  ["livre blanc", ["livre-blanc-innovation-associative"]],
  ["guide investissement", ["guide-l-investissement-societal-en-actions"]],
  ["cours en ligne", ["mooc-les-partenariats-qui-changent-le-monde"]],
  ["mooc", ["mooc-les-partenariats-qui-changent-le-monde"]],
  ["objectifs de développement durable", ["rapport-odd-acteurs-non-etatiques"]],
  ["odd", ["rapport-odd-acteurs-non-etatiques"]],
  ["hybridation", ["note-hybridation-modele-socio-economique"]],
  ["les entreprises et leur territoire", ["l-engagement-territorial-des-entreprises"]],
  ["Occitanie", ["impact-occitanie"]],
  ["Dalloz bien commun", ["bien-commun-vers-la-fin-des-arrogances"]],
  ["guide 2018", ["guide-l-investissement-societal-en-actions"]],
  ['"intérêt général"', ["dossier-juris-l-interet-general-en-actions"]],
  ['"l’intérêt général"', ["oser-l-interet-general"]],
  ["“intérêt général”", ["dossier-juris-l-interet-general-en-actions"]],
  ["«\u00A0intérêt général\u00A0»", ["dossier-juris-l-interet-general-en-actions"]],
  ["„l‘intérêt général‟", ["oser-l-interet-general"]],
];

/** Mended, then found. */
const MISTAKEN: [typed: string, expected: string][] = [
  ["partenaria entreprise", "referentiel-partenariats-associations-entreprises"],
  ["evalaution", "l-evaluation-partenariale-en-pratique"],
  ["coconstrution", "referentiel-co-construction-territoriale"],
  ["evalution impact", "note-evaluation-impact-des-alliances"],
  ["fondatoin", "enjeux-et-pratiques-des-fondations"],
];

describe("what visitors type in French", { timeout: 60_000 }, () => {
  // One content for one test: the database is empty again after it.
  beforeEach(() => seedContent(later(-1)));

  test("is found among the first three", async () => {
    const missed: string[] = [];
    for (const [typed, expected] of FOUND) {
      const first = slugsOf((await search(typed)).items).slice(0, 3);
      for (const slug of expected)
        if (!first.includes(slug)) missed.push(`${typed} → ${slug}, not ${first.join(", ")}`);
    }
    expect(missed).toEqual([]);
  });

  test("with mistakes, is found, and the mistake is told", async () => {
    const missed: string[] = [];
    for (const [typed, expected] of MISTAKEN) {
      const { items, corrections } = await search(typed);
      const first = slugsOf(items).slice(0, 3);
      if (corrections.length !== 1 || !first.includes(expected))
        missed.push(`${typed} → ${expected}, not ${first.join(", ")}`);
    }
    expect(missed).toEqual([]);
  });

  test("or is nothing, and says so", async () => {
    expect(await search("xyzzy")).toMatchObject({ items: [], nearby: [], total: 0, page: 1, pageCount: 1 });
  });

  test("with function words alone, is everything", async () => {
    const all = await search("");
    expect((await search("le la les")).total).toBe(all.total);
    expect(all.total).toBeGreaterThanOrEqual(30);
  });

  test.each(["“%”", "« % »", "«\u202F%\u202F»", "„%“", "”%”", "‹%›", '"%"'])(
    "between %s, is a phrase",
    async (marks) => {
      const phrase = async (words: string) => (await search(marks.replace("%", words))).total;
      expect([await phrase("général intérêt"), (await search("général intérêt")).total > 0]).toEqual([0, true]);
      expect(await phrase("intérêt général")).toBe((await search('"intérêt général"')).total);
    },
  );

  test("with a word to leave out, leaves it out", async () => {
    const all = await search("fondation");
    const without = await search("fondation -enjeux");
    expect(slugsOf(all.items)).toContain("enjeux-et-pratiques-des-fondations");
    expect(slugsOf(without.items)).not.toContain("enjeux-et-pratiques-des-fondations");
    expect(without.total).toBeLessThan(all.total);
  });

  test("with strange signs, breaks nothing", async () => {
    const strange = ["'; DROP TABLE x; --", "((( & | ! :* <->", "a:b\\", '"', "é", "% _", "\u{1F600}", "a".repeat(200)];
    for (const typed of strange) expect((await search(typed)).page, typed).toBe(1);
  });
});

test("the beginning of a word that only the text has finds it, from five letters on", async () => {
  await makeResource({ slug: "trouvee", title: "Une note", body: "La gouvernance partagée." });
  expect(slugsOf((await search("gouve")).items)).toEqual(["trouvee"]);
  expect(await search("gouv")).toMatchObject({ items: [], nearby: [], unknown: ["gouv"] });
});
