import { expect, test } from "vitest";
import { listTerms, listTermsForEditor } from "#lib/glossary/queries";
import { AT } from "#tests/support/clock";
import { makeEditor, makeTerm } from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";

const NAMES = [
  "Évaluation",
  "étude",
  "Zone",
  "« Faire alliance »",
  "RSE",
  "écosystème",
  "Alliance",
  "devoir d’alliance",
];
const SORTED = [
  "Alliance",
  "devoir d’alliance",
  "écosystème",
  "étude",
  "Évaluation",
  "« Faire alliance »",
  "RSE",
  "Zone",
];

test("terms stand in the order of a French dictionary, whatever their case, accents and quotes", async () => {
  for (const name of NAMES) await makeTerm({ name });
  for (const hidden of HIDDEN) await makeTerm(hidden);
  expect((await listTerms(AT)).map(({ name }) => name)).toEqual(SORTED);
});

test("editors see them all in the same order, hidden ones too", async () => {
  for (const hidden of HIDDEN) await makeTerm({ ...hidden, name: "écart" });
  await makeTerm({ name: "Zone" });
  const names = (await listTermsForEditor(await makeEditor())).map(({ name }) => name);
  expect(names).toEqual(["écart", "écart", "écart", "Zone"]);
});
