import { expect, test } from "vitest";
import { listTerms } from "#lib/glossary/queries";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
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
  const { rows } = await listItems(await makeEditor(), "term", listQuery.parse({}), AT);
  const names = rows.map(({ title }) => title);
  expect(names).toEqual(["écart", "écart", "écart", "Zone"]);
});
