import { describe, expect, test } from "vitest";
import { CARDS, cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { searchSite } from "#lib/search/queries";
import { siteQuery } from "#lib/search/schema";
import { momentsSaying } from "#lib/webinars/transcript/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeNeed, makePage, makeResource, makeTerm, makeWebinar } from "#tests/support/factories";
import fc from "#tests/support/properties";
import { HIDDEN } from "#tests/support/publication";

const search = (q: string, more: object = {}) => searchSite(AT, siteQuery.parse({ q, ...more }));
const found = async (q: string) => {
  const { first, groups } = await search(q);
  return [...first, ...groups.flatMap(({ entries }) => entries)].map(({ slug }) => slug);
};

test("every noun has the trigger that its card says", async () => {
  const rows = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_triggerdef(oid) AS "definition" FROM pg_trigger WHERE tgname = 'search_entry'`;
  const definitions = rows.map(({ definition }) =>
    /ON public\."(\w+)".*search_entry\((.*)\)$/.exec(definition)?.slice(1),
  );
  const expected = EDITORIAL_NOUNS.map((noun) => {
    const { title, searched } = cardOf(noun);
    const columns = [title, searched.aliases ?? [], searched.lead, searched.text].map((names) => names.join(","));
    return [`${noun[0]?.toUpperCase()}${noun.slice(1)}`, [noun, ...columns].map((one) => `'${one}'`).join(", ")];
  });
  expect(definitions.sort()).toEqual(expected.sort());
});

describe("French as it is typed", () => {
  test.each([
    ["81 %", "81 % des dirigeants"],
    ["81\u202F%", "81\u00A0% des dirigeants"],
    ["devoir", "le «\u202Fdevoir d’alliance\u202F»"],
    ["droit", "quel droit\u202F? celui d’essayer"],
    ["alliances", "des alliances\u00A0: mode d’emploi"],
    ["action", "en actions\u202F!"],
    ["l’élu", "les élus"],
    ["cœur", "au coeur"],
    ["ingénierie – de projet", "une ingénierie de projet"],
  ])("« %s » finds « %s »", async (typed, summary) => {
    const { slug } = await makeResource({ title: "Un document", summary });
    expect(await found(typed)).toEqual([slug]);
  });

  test("a commune is not what is common", async () => {
    await makeResource({ slug: "bien", title: "Le bien commun, une vision commune" });
    await makeResource({ slug: "ville", title: "Agir dans une commune rurale" });
    for (const typed of ["commune", "communes", "la commune"]) expect(await found(typed)).toEqual(["ville"]);
    expect(await found("commun")).toEqual(["bien"]);
  });

  test.each([
    ['"bien commun"', ["exact"]],
    ["« bien commun »", ["exact"]],
    ["“bien commun”", ["exact"]],
    ["commun -individuel", ["exact"]],
    ["commun −individuel", ["exact"]],
    ["vers commun", ["autre"]],
  ])("%s finds %j", async (typed, expected) => {
    await makeResource({ slug: "exact", title: "Servir le bien commun" });
    await makeResource({ slug: "autre", title: "Du bien individuel, vers ce qui est commun" });
    if (typed === "vers commun") expect((await found(typed)).sort()).toEqual(["autre", "exact"]);
    else expect(await found(typed)).toEqual(expected);
  });

  test("a long question is answered by what says most of it, a short search by what says all", async () => {
    await makeNeed({ slug: "besoin", title: "Financer une association rurale" });
    await makeResource({ slug: "loin", title: "Un jardin partagé" });
    expect(await found("comment financer durablement mon association rurale isolée")).toEqual(["besoin"]);
    expect((await search("association jardin")).near).toBe(true);
  });
});

describe("what is nowhere", () => {
  test("a slip is mended, and said", async () => {
    await makeTerm({ slug: "mecenat", name: "Mécénat" });
    const { corrections, first } = await search("mécennat");
    expect(corrections).toEqual([{ typed: "mécennat", meant: "mécénat" }]);
    expect(first.map(({ slug }) => slug)).toEqual(["mecenat"]);
  });

  test("a slip is mended by the word that is most like it", async () => {
    for (const name of ["Hydratation", "Hybridations", "Hybridation"]) await makeTerm({ name });
    expect((await search("hibridation")).corrections).toEqual([{ typed: "hibridation", meant: "hybridation" }]);
    expect((await search("xylophone hydratation")).unknown).toEqual(["xylophone"]);
  });

  test("a name that nobody knows is said unknown, and nothing near is given for it", async () => {
    await makeResource({ title: "Dupond et les autres", authors: ["Anne Martin"] });
    expect(await search("Anne Robin")).toMatchObject({ first: [], total: 0, unknown: ["Robin"], corrections: [] });
    expect((await search("Anne Martin Dupond Robin")).total).toBe(1);
    const nothing = { first: [], groups: [], total: 0, page: 1, pageCount: 1, near: false };
    expect(await search("azertyuiop")).toMatchObject({ ...nothing, unknown: ["azertyuiop"] });
  });
});

test("who is known by the last name is found, whatever stands before it; a name is not the beginning of a word", async () => {
  await makeResource({ slug: "auteur", title: "Un rapport", authors: ["C.-B. Heidsieck"] });
  expect(await search("Charles-Benoît Heidsieck")).toMatchObject({ unknown: ["Charles-Benoît"], total: 1 });
  await makeTerm({ name: "Médiation" });
  expect(await search("la Média")).toMatchObject({ unknown: ["Média"], total: 0 });
  expect((await search("média")).total).toBe(1);
});

test("a name comes first where it is written, and not where another word has its stem", async () => {
  await makeTerm({ slug: "fonds", name: "Fonds" });
  await makeResource({ slug: "fonda", title: "Un rapport", partners: ["La Fonda"] });
  expect(await found("La Fonda")).toEqual(["fonda", "fonds"]);
  expect(await found("fonds")).toEqual(["fonds", "fonda"]);
});

test("a reflexive verb says what editors keep for it, and not the word that has its stem", async () => {
  await db.synonymGroup.create({ data: { position: 0, words: ["partenariat", "s’associer"] } });
  await makeTerm({ slug: "associations", name: "Les associations" });
  await makeResource({ slug: "partenariats", title: "Les partenariats" });
  for (const typed of ["s'associer", "s’associer", "partenariat"]) expect(await found(typed)).toEqual(["partenariats"]);
  expect(await found("associer")).toEqual(["associations"]);
});

test("only what the public may see is found, from its instant, without anybody writing", async () => {
  for (const hidden of HIDDEN) await makeResource({ ...hidden, title: "Invisible" });
  await makePage({ slug: "demain", title: "Bientôt", publishedAt: later(DAY) });
  expect((await search("Invisible")).total).toBe(0);
  expect((await search("Bientôt")).total).toBe(0);
  expect((await searchSite(later(DAY), siteQuery.parse({ q: "Bientôt" }))).first).toMatchObject([{ slug: "demain" }]);
});

test("a slip is mended by no word that only a draft or nothing says", async () => {
  const { id } = await makeTerm({ name: "Compagnonnage", publishedAt: null });
  expect((await search("compagnonage")).corrections).toEqual([]);
  await db.term.update({ where: { id }, data: { publishedAt: AT } });
  expect((await search("compagnonage")).corrections).toEqual([{ typed: "compagnonage", meant: "compagnonnage" }]);
  await db.term.delete({ where: { id } });
  expect(await search("compagnonage")).toMatchObject({ corrections: [], unknown: ["compagnonage"] });
});

test("an entry follows its row: its words, its links, its end", async () => {
  const { id } = await makeResource({ slug: "suivi", title: "Avant" });
  expect((await search("Avant")).first).toMatchObject([{ slug: "suivi", opens: false }]);
  await db.resource.update({ where: { id }, data: { title: "Désormais" } });
  const link = await db.resourceLink.create({
    data: { resourceId: id, position: 0, label: "Lire", url: "https://exemple.fr/" },
  });
  expect((await search("Avant")).total).toBe(0);
  expect((await search("Désormais")).first).toMatchObject([{ opens: true }]);
  await db.resourceLink.delete({ where: { id: link.id } });
  expect((await search("Désormais")).first).toMatchObject([{ opens: false }]);
  await db.resource.delete({ where: { id } });
  expect((await search("Désormais")).total).toBe(0);
});

test("synonyms of editors find one another, and count less than the word itself", async () => {
  await db.synonymGroup.create({ data: { position: 0, words: ["voiture", "automobile"] } });
  await makeResource({ slug: "autre", title: "Automobile" });
  await makeResource({ slug: "propre", title: "Voiture" });
  expect(await found("voitures")).toEqual(["propre", "autre"]);
});

test("a session to come goes before the same one of another year", async () => {
  await makeWebinar({ slug: "passee", title: "Numériser", startsAt: later(-300 * DAY) });
  await makeWebinar({ slug: "prochaine", title: "Numériser", startsAt: later(30 * DAY) });
  expect(await found("numériser")).toEqual(["prochaine", "passee"]);
});

test("a session is found by its month in Paris, once it is moved by the other", async () => {
  const { id } = await makeWebinar({ slug: "seance", title: "Numériser", startsAt: new Date("2027-02-28T23:30:00Z") });
  expect(await found("webinaire mars 2027")).toEqual(["seance"]);
  expect(await found("février")).toEqual([]);
  await db.webinar.update({ where: { id }, data: { startsAt: new Date("2027-02-18T12:00:00Z") } });
  expect(await found("18 février")).toEqual(["seance"]);
  expect(await found("mars")).toEqual([]);
});

test("a session is found by what was said in it, once its replay is public, and by the second where it was", async () => {
  const transcript = "[00:00:04] Bonjour à tous.\n\n[00:12:34] Parlons de compagnonnage et de mécénat.";
  const past = { startsAt: later(-30 * DAY), transcript };
  const replay = { replayUrl: "https://youtu.be/abcDEF_-123", replayPublishedAt: AT };
  const { id } = await makeWebinar({ slug: "muette", title: "Une séance", ...past });
  await makeWebinar({ slug: "revue", title: "Une autre", ...past, ...replay });
  await makeWebinar({ slug: "retiree", title: "Une autre", ...past, ...replay, withdrawnAt: AT });
  expect(await found("compagnonnage")).toEqual(["revue"]);
  expect(await found("34")).toEqual([]);
  const said = () => momentsSaying(["muette", "revue", "retiree"], "le compagnonnage", {}, AT);
  const extract = [
    { text: "Parlons de ", marked: false },
    { text: "compagnonnage", marked: true },
    { text: " et de mécénat.", marked: false },
  ];
  expect([...(await said())]).toEqual([["revue", { second: 754, playable: true, extract }]]);
  await db.webinar.update({ where: { id }, data: { ...replay, replayUrl: "https://tube.example/w" } });
  expect((await found("compagnonnage")).sort()).toEqual(["muette", "revue"]);
  expect((await said()).get("muette")).toMatchObject({ second: 754, playable: false });
  await db.webinar.update({ where: { id }, data: { replayPublishedAt: null } });
  expect(await found("compagnonnage")).toEqual(["revue"]);
  expect([...(await said()).keys()]).toEqual(["revue"]);
});

test("a page shows four hundred letters of a text", async () => {
  await makeResource({ title: "Un document", body: "mot ".repeat(200) });
  expect((await search("document")).first[0]?.text).toHaveLength(400);
});

test("extracts mark what was asked, with its accents, and let no tag through", async () => {
  await makeResource({ title: "Un document", summary: "Avant <b>l’évaluation</b> du projet, des mots." });
  const { first } = await search("evaluation");
  expect(first[0]?.extract.filter(({ marked }) => marked)).toEqual([{ text: "évaluation", marked: true }]);
});

test("three of a nature at most, the way to the others, each once over its pages", async () => {
  const all = [];
  for (let rank = 0; rank < 45; rank += 1) all.push((await makeResource({ title: "Alliance" })).slug);
  const alone = await search("alliance");
  expect([alone.first.length, alone.groups, alone.total]).toEqual([
    3,
    [{ noun: "resource", total: 45, entries: [] }],
    45,
  ]);
  for (let rank = 0; rank < 4; rank += 1) await makePage({ title: "Alliance" });
  await makeTerm({ name: "Alliance" });
  const { first, groups } = await search("alliance");
  const shownOf = (noun: string) =>
    [...first, ...groups.flatMap(({ entries }) => entries)].filter((entry) => entry.noun === noun).length;
  expect(["resource", "page", "term"].map(shownOf)).toEqual([3, 3, 1]);
  expect(Object.fromEntries(groups.map(({ noun, total }) => [noun, total]))).toMatchObject({ resource: 45, page: 4 });
  const pages = [];
  for (const page of [1, 2, 3]) {
    const results = await search("alliance", { nature: CARDS.resource.section, page: String(page) });
    expect(results.pageCount).toBe(3);
    pages.push(...results.first.map(({ slug }) => slug));
  }
  expect(pages.sort()).toEqual(all.sort());
});

test("what a nature announces is what one finds there: the search is as wide as it was among all", async () => {
  for (let rank = 0; rank < 3; rank += 1) await makeNeed({ title: "Un jardin, une association" });
  await makeResource({ slug: "entre", title: "Le guide", body: "D’une association, d’un jardin." });
  for (let rank = 0; rank < 5; rank += 1) await makeResource({ title: "Un document", body: "Rien qu’un jardin." });
  const { groups } = await search("association jardin");
  expect(groups.map(({ noun, total }) => [noun, total])).toEqual([["resource", 1]]);
  const { first, total } = await search("association jardin", { nature: CARDS.resource.section });
  expect([first.map(({ slug }) => slug), total]).toEqual([["entre"], 1]);
});

test("a title that says most of what was asked answers; where little says all of it, what says most does too", async () => {
  for (let rank = 0; rank < 4; rank += 1) await makeNeed({ title: "Un besoin", body: "Évaluer un projet." });
  for (let rank = 0; rank < 4; rank += 1) await makePage({ body: "Un projet." });
  await makeTerm({ slug: "titre", name: "Évaluer ensemble" });
  expect(await found("évaluer projet")).toContain("titre");
  await makeTerm({ slug: "glanage", name: "Glanage" });
  await makeResource({ slug: "texte", title: "Un document territorial", body: "Le glanage." });
  await makeResource({ slug: "autre", title: "Un autre", body: "Le glanage." });
  expect((await found("glanage territorial")).sort()).toEqual(["autre", "glanage", "texte"]);
});

test("words in the order of a title find it first; a short word is no stem of a long one", async () => {
  await makeResource({ slug: "ordre", title: "Rapport quinquennal de l’observatoire sur les territoires ruraux" });
  await makeResource({ slug: "desordre", title: "Observatoire des territoires en chiffres, rapports régionaux" });
  expect(await found("rapport observatoire")).toEqual(["ordre", "desordre"]);
  await makePage({ slug: "donnees", title: "Données" });
  await makeTerm({ slug: "mecenat", name: "Mécénat", definition: "Un don." });
  expect((await found("dons"))[0]).toBe("mecenat");
});

test("all of a nature are reached, those that are not ranked too, each once; a page beyond is the last", async () => {
  await db.$executeRaw`
    INSERT INTO "SearchEntry" ("noun", "itemId", "slug", "title", "lead", "text", "names", "spelling", "vector", "opens", "publishedAt")
    SELECT 'resource', gen_random_uuid(), 'essai-' || n, title, '', '', '{}', search_spelling(title), search_vector(title, 'A'), true, ${AT}
    FROM (SELECT n, CASE WHEN n % 2 = 0 THEN 'Alliance' ELSE 'Autre' END AS title FROM generate_series(1, 1210) AS n) AS made`;
  const pageOf = (page: string) => search("alliance", { nature: CARDS.resource.section, page });
  const { pageCount, total } = await pageOf("1");
  expect([total, pageCount]).toEqual([605, 31]);
  const slugs: string[] = [];
  for (let page = 1; page <= pageCount; page += 1)
    slugs.push(...(await pageOf(String(page))).first.map(({ slug }) => slug));
  expect([slugs.length, new Set(slugs).size]).toEqual([605, 605]);
  const beyond = await pageOf("99");
  expect([beyond.page, beyond.first.length]).toEqual([31, 5]);
});

test("what an editor says to begin with goes before what is alike", async () => {
  const { id } = await makeNeed();
  await makeResource({ slug: "a", title: "L’alliance" });
  await makeResource({ slug: "b", title: "L’alliance", needs: { create: [{ needId: id, first: true }] } });
  await makeResource({ slug: "c", title: "L’alliance" });
  expect((await found("alliance"))[0]).toBe("b");
  await db.resourceNeed.updateMany({ data: { first: false } });
  expect(await found("alliance")).toEqual(["a", "b", "c"]);
});

test("any text gives an answer, from a sign that nobody types to ten thousand letters", {
  timeout: 120_000,
}, async () => {
  await makeTerm({ name: "Mécénat" });
  await db.synonymGroup.create({ data: { position: 0, words: ["mécénat", "don"] } });
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.string({ unit: fc.constantFrom(..."\"'«»“”-−!&|()<>:*\\% éa\u202F\u{1F600}"), maxLength: 250 }),
    fc
      .array(fc.constantFrom("mécénat", "combien", "d’", "-don", '"le', "🙂"), { maxLength: 80 })
      .map((words) => words.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (q) => {
      expect((await search(q)).total).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 120 },
  );
  for (const q of ["a".repeat(10_000), "mot ".repeat(2_500), "é-".repeat(5_000)])
    expect((await search(q)).first).toEqual([]);
});
