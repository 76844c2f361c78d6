import { expect, test } from "vitest";
import { suggestionQuery } from "#lib/search/schema";
import { suggestions } from "#lib/search/suggestions";
import { AT } from "#tests/support/clock";
import { makeCentre, makeFigure, makeNeed, makeResource, makeTerm, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN } from "#tests/support/publication";

const suggested = (typed: string) => suggestions(AT, suggestionQuery.parse({ q: typed }).q);

test("titles go on from what is typed: those that begin so first, then by nature, each once", async () => {
  await makeResource({ title: "Réussir un mécénat" });
  await makeResource({ title: "Mécénat et territoires" });
  await makeTerm({ name: "Mécénat de compétences" });
  await makeNeed({ title: "Trouver un mécénat" });
  await makeWebinar({ title: "Trouver un mécénat" });
  await makeFigure({ value: "3 %", statement: "de mécénat" });
  expect(await suggested("Mécé")).toEqual([
    "Mécénat de compétences",
    "Mécénat et territoires",
    "Trouver un mécénat",
    "Réussir un mécénat",
  ]);
  expect(await suggested("réussir un méc")).toEqual(["Réussir un mécénat"]);
});

test("of one nature, titles stand by rank, then the shortest first, then by their letters", async () => {
  await expectOrder(
    ["Mécénat zélé", "Mécénat d’avenir", "Mécénat bis", "Mécénat ter", "Mécénat partagé"],
    (title, position) => (position < 2 ? makeNeed({ title, position }) : makeResource({ title })),
    () => suggested("mécénat"),
  );
});

test("who types without accents nor typographic signs is answered so", async () => {
  await makeTerm({ name: "L’économie d’alliance" });
  expect(await suggested("l'economie")).toEqual(["l'economie d'alliance"]);
  expect(await suggested("économie")).toEqual(["L’économie d’alliance"]);
});

test("what is too short, or says nothing, suggests nothing; six at most", async () => {
  for (let rank = 0; rank < 9; rank += 1) await makeCentre({ name: `Essaimage ${rank}` });
  expect(await suggested("es")).toEqual([]);
  expect(await suggested("pour le")).toEqual([]);
  expect(await suggested("'\"\\:*&|!")).toEqual([]);
  expect((await suggested("essaim")).length).toBe(6);
});

test("nothing that the public may not see is suggested", async () => {
  for (const hidden of HIDDEN) await makeResource({ ...hidden, title: "Mécénat caché" });
  expect(await suggested("mécénat")).toEqual([]);
});
