import { describe, expect, it, test } from "vitest";
import { centreFields } from "#lib/centres/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { addressesIn, findingsIn } from "#lib/editorial/findings";
import { countWords, placeWords } from "#lib/editorial/labels";
import { asAnswer, CHECKS, type Check, isHarmful, readAnswer } from "#lib/editorial/schema";
import { figureFields } from "#lib/figures/fields";
import type { FormValues } from "#lib/forms/state";
import { pageFields } from "#lib/pages/fields";
import { resourceFields } from "#lib/resources/fields";
import { webinarFields } from "#lib/webinars/fields";

const KNOWLEDGE = {
  terms: [
    { name: "ESS", aliases: ["économie sociale et solidaire"] },
    { name: "Centre de ressources", aliases: [] },
  ],
  organisations: [{ name: "Caisse des Dépôts", aliases: ["CDC Habitat"] }],
  dead: new Set(["https://exemple.fr/perdu"]),
  lost: new Set(["/besoins/perdu", "/observatoire#perdu"]),
};
const RESOURCE = resourceFields({ needs: [], centres: [] });
const WEBINAR = webinarFields({ needs: [], cycles: [] });

const found = (values: FormValues, fields: readonly EditField[] = pageFields) => findingsIn(fields, values, KNOWLEDGE);
const checks = (body: string): Check[] => found({ body }).map(({ check }) => check);

describe("a text of which nothing is said", () => {
  it.each([
    ["plain words", "Une commune et une association s’allient."],
    ["headings that follow each other", "## Un\n\n### Deux\n\n#### Trois\n\n## Encore"],
    ["a text that begins below a heading of its page", "### Deux\n\n#### Trois"],
    [
      "links that say where they lead",
      "Lisez [la charte des alliances](/ressources/charte) ou [ici même, à Lyon](/centres/lyon).",
    ],
    ["a file that says what it is", "[Le guide (PDF, 2,4 Mo)](https://exemple.fr/guide.pdf)"],
    ["a file that says it just after", "[Le guide](/fichiers/1/guide.pdf) (PDF, 840 Ko)."],
    ["a table with headings, rows with theirs", "| | Coût |\n|---|---|\n| Un | 2 |"],
    [
      "acronyms of the glossary, of organisations, of everybody",
      "L’ESS, la CDC, un PDF, le XXIe siècle et le chapitre IV.",
    ],
    [
      "acronyms in full, on either side",
      "Le centre (CRX) et l’ANCT, l’Agence nationale de la cohésion des territoires.",
    ],
    ["the name of somebody", "GDF Suez a suivi."],
    ["capitals in code, and within words", "Tapez `XYZW`, ou eXYZ."],
    [
      "numbers that say where they come from",
      "76 % des maires, selon l’enquête de 2016. [38 %](/observatoire#x) aussi. Il y a 12 communes.",
    ],
    ["more marks than are laid out", `![](x) ${"[".repeat(1001)}`],
  ])("%s", (_, body) => {
    expect(checks(body)).toEqual([]);
  });
});

test.each<[Check, string, number, string]>([
  ["alternative", "Avant.\n\n![](https://exemple.fr/photo.png)", 3, "Une image ne s’affiche pas"],
  ["alternative", "![La place du marché][p]\n\n[p]: /photo.png", 1, "«\u202FLa place du marché\u202F»"],
  ["heading-jump", "## Un\n\n#### Trois", 3, "«\u202FTrois\u202F» saute un niveau"],
  ["heading-jump", "#### Trop bas", 1, "saute un niveau"],
  ["heading-lost", "# Grand", 1, "niveau 2"],
  ["heading-lost", "Un titre\n===", 1, "niveau 2"],
  ["heading-lost", "##### Petit", 1, "niveau 4"],
  ["link-words", "Pour lire, [cliquez ici](/x).", 1, "«\u202Fcliquez ici\u202F» ne dit pas où"],
  ["link-words", "[**En savoir plus…**](/x)", 1, "En savoir plus"],
  ["link-words", "Suite : [Ici !][r]\n\n[r]: /x", 1, "Ici !"],
  ["link-words", "[](/x)", 1, "n’a pas de mots"],
  ["bare-address", "Voir https://exemple.fr/une/page.", 1, "montrée telle quelle"],
  ["document", "[Le guide](https://exemple.fr/Guide.PDF?v=2#page=3)", 1, "sans dire son format et son poids"],
  ["document", "[Le guide (PDF)](https://exemple.fr/guide.pdf)", 1, "son poids"],
  ["document", "[Le guide, 2 Mo](https://exemple.fr/guide.docx)", 1, "son format"],
  ["document", `[Le guide](https://exemple.fr/guide.pdf)${" encore".repeat(9)} (PDF, 2 Mo)`, 1, "son poids"],
  ["table", "| | |\n|---|---|\n| Un | 2 |", 1, "colonnes sans titre"],
  ["table", "| A | |\n|---|---|\n| Un | 2 |", 1, "colonnes sans titre"],
  ["acronym", "Un.\n\nLa CRTE avance, la CRTE recule.", 3, "«\u202FCRTE\u202F»"],
  [
    "acronym",
    `Une ANCT aide${" encore".repeat(15)}, l’Agence nationale de la cohésion des territoires.`,
    1,
    "«\u202FANCT\u202F»",
  ],
  ["acronym", "Le CR ouvre.", 1, "Voulez-vous dire «\u202FCentre de ressources\u202F»"],
  ["figure", "Un.\n\n- 76 % des maires le disent.", 3, "«\u202F76 %\u202F» n’a pas de source"],
  ["figure", "Il a coûté 8 millions d’euros.", 1, "8 millions"],
  ["dead-link", "[La page de l’étude](https://exemple.fr/perdu#haut)", 1, "ne s’ouvre plus"],
  ["lost-page", "[Un besoin](/besoins/perdu?x=1#y)", 1, "«\u202F/besoins/perdu\u202F»"],
  ["lost-reference", "Un.\n\n[](/observatoire#perdu) des maires.", 3, "«\u202F/observatoire#perdu\u202F»"],
  ["lost-reference", "[Un chiffre](/observatoire#perdu)", 1, "n’est pas publié"],
  ["link-words", "Un [](/observatoire) vide.", 1, "n’a pas de mots"],
])("%s: %s", (check, body, line, message) => {
  expect(found({ body })).toEqual([{ check, field: "body", line, message: expect.stringContaining(message) }]);
});

describe("what is said of the fields around a text", () => {
  it("is the length of a title", () => {
    expect(found({ title: "x".repeat(110) })).toEqual([]);
    expect(found({ title: "x".repeat(111) })).toEqual([
      { check: "title", field: "title", line: null, message: expect.stringContaining("111 caractères") },
    ]);
  });

  it("is a dead address, but for what readers never see", () => {
    const lost = "https://exemple.fr/perdu";
    expect(found({ url: lost }, centreFields)).toMatchObject([{ check: "dead-link", field: "url", line: null }]);
    expect(found({ roomUrl: lost, documents: `${lost} Les diapos` }, WEBINAR)).toMatchObject([
      { check: "dead-link", field: "documents", line: 1 },
    ]);
    expect(addressesIn(WEBINAR, { roomUrl: lost, documents: `${lost} Les diapos` })).toEqual([lost]);
  });

  it("is the format and weight of documents, one a line; the portal says those of its own files", () => {
    const links = [
      "https://exemple.fr/a.pdf Lire | PDF | 2,4 Mo",
      "/fichiers/1/guide.pdf Lire le guide",
      "https://exemple.fr/b.pdf Lire le guide | fr",
      "https://exemple.fr/c ici",
      "Un auteur",
    ].join("\n");
    expect(found({ links }, RESOURCE)).toMatchObject([
      { check: "document", field: "links", line: 3 },
      { check: "link-words", field: "links", line: 4 },
    ]);
  });

  it("is a recording that is shown without a transcript", () => {
    const shown = { replayUrl: "https://exemple.fr/v", replayPublished: "on", transcript: "" };
    expect(found(shown, WEBINAR)).toMatchObject([{ check: "transcript", field: "transcript", line: null }]);
    expect(found({ ...shown, replayPublished: "" }, WEBINAR)).toEqual([]);
    expect(found({ ...shown, transcript: "Bonjour." }, WEBINAR)).toEqual([]);
    const video = { type: "replay", links: "https://exemple.fr/v Regarder", body: "" };
    expect(found(video, RESOURCE)).toMatchObject([{ check: "transcript", field: "body" }]);
    expect(found({ ...video, body: "Bonjour." }, RESOURCE)).toEqual([]);
    expect(found({ ...video, type: "guide" }, RESOURCE)).toEqual([]);
  });

  it("is a figure of which nothing says where it comes from; those of a document come from it", () => {
    const figures = figureFields([]);
    expect(found({ value: "76 %" }, figures)).toMatchObject([{ check: "figure", field: "sourceUrl" }]);
    for (const name of ["source", "sourceUrl", "resourceId"])
      expect(found({ value: "76 %", [name]: "https://exemple.fr" }, figures)).toEqual([]);
    expect(found({ summary: "76 % des maires." })).toMatchObject([{ check: "figure", field: "summary", line: null }]);
    expect(found({ body: "76 % des maires." }, RESOURCE)).toEqual([]);
  });

  it("follows the order of the form, and knows an acronym that another field explains", () => {
    const values = { body: "La CRTE et le XYZ.", summary: "La XYZ (en entier)", title: "x".repeat(200) };
    expect(found(values).map(({ field, check }) => `${field} ${check}`)).toEqual(["title title", "body acronym"]);
    expect(found({ source: "D’après la CRTE." })).toEqual([]);
  });
});

test("what keeps somebody from reading is told apart", () => {
  const harmful = Object.keys(CHECKS).filter((check) => isHarmful({ check: check as Check }));
  expect(harmful).toEqual([
    "alternative",
    "link-words",
    "dead-link",
    "lost-page",
    "lost-reference",
    "table",
    "transcript",
  ]);
});

test("the words of findings and of how many there are", () => {
  const finding = { check: "table", field: "body", line: 4, message: "Un tableau." } as const;
  expect(placeWords(finding)).toBe("Ligne 4\u00A0: Un tableau.");
  expect(placeWords({ ...finding, line: null })).toBe("Un tableau.");
  expect(countWords(0, 0)).toBe("");
  expect(countWords(1, 0)).toBe("1\u00A0point à relire.");
  expect(countWords(3, 1)).toBe("3\u00A0points à relire, dont 1\u00A0gêne des lecteurs.");
  expect(readAnswer(asAnswer([finding]))).toEqual([finding]);
  expect([readAnswer(""), readAnswer('[{"check":"autre"}]')]).toEqual([null, null]);
});
