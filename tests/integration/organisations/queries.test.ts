import { expect, test } from "vitest";
import { centresWith } from "#lib/centres/queries";
import { figuresSignedBy } from "#lib/figures/queries";
import { findOrganisation, listOrganisations, organisationsNamed } from "#lib/organisations/queries";
import { resourcesSignedBy } from "#lib/resources/queries";
import { AT } from "#tests/support/clock";
import { makeCentre, makeFigure, makeOrganisation, makeResource } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN, slugsOf } from "#tests/support/publication";

test("the visible organisations stand in the order of a French dictionary", async () => {
  for (const hidden of HIDDEN) await makeOrganisation(hidden);
  for (const [slug, name] of [
    ["z", "Zèbre"],
    ["e", "Étude"],
    ["a", "adasi"],
  ] as const)
    await makeOrganisation({ slug, name });
  expect(slugsOf(await listOrganisations(AT))).toEqual(["a", "e", "z"]);
});

test.each(HIDDEN)("an organisation that is hidden ($slug) is not found, nor named", async (hidden) => {
  await makeOrganisation({ ...hidden, name: "MEDEF" });
  expect(await findOrganisation(hidden.slug, AT)).toBeNull();
  expect(await organisationsNamed(["MEDEF"], AT)).toEqual([]);
});

test("a label names whom it is the name, the other name or the signature of, and nobody else", async () => {
  await makeOrganisation({ slug: "medef", name: "MEDEF", signatures: ["MEDEF et Le RAMEAU"] });
  await makeOrganisation({ slug: "rameau", name: "Le RAMEAU", signatures: ["MEDEF et Le RAMEAU"] });
  await makeOrganisation({ slug: "poste", name: "Groupe La Poste", aliases: ["La Poste"] });
  await makeOrganisation({ slug: "autre", name: "La Poste et fils" });
  expect(slugsOf(await organisationsNamed(["MEDEF et Le RAMEAU", "La Poste"], AT)).sort()).toEqual([
    "medef",
    "poste",
    "rameau",
  ]);
  expect(await organisationsNamed([], AT)).toEqual([]);
});

test("those that a label names stand in the order of their names", async () => {
  await expectOrder(
    ["AG2R", "CGET", "MEDEF"],
    (name) => makeOrganisation({ name, signatures: ["Ensemble"] }),
    async () => (await organisationsNamed(["Ensemble"], AT)).map(({ name }) => name),
  );
});

test("an organisation has the visible centres, documents and figures that bear one of its labels", async () => {
  await makeOrganisation({
    slug: "poste",
    name: "Groupe La Poste",
    aliases: ["La Poste"],
    signatures: ["La Poste – Le RAMEAU"],
  });
  const labels = (await findOrganisation("poste", AT))?.labels ?? [];
  expect(labels).toEqual(["Groupe La Poste", "La Poste", "La Poste – Le RAMEAU"]);
  await makeCentre({ slug: "centre", partners: ["CGET", "Groupe La Poste"] });
  await makeCentre({ slug: "autre", partners: ["La Poste et fils"] });
  const published = await makeResource({ slug: "publie", year: 2018, publisher: "La Poste – Le RAMEAU" });
  await makeResource({ slug: "partage", year: 2016, partners: ["La Poste"] });
  await makeResource({ slug: "etranger", publisher: "La Poste et fils" });
  for (const hidden of HIDDEN) {
    await makeCentre({ ...hidden, partners: labels });
    const { id: resourceId } = await makeResource({ ...hidden, partners: labels });
    await makeFigure({ slug: `de-${hidden.slug}`, resourceId });
  }
  await makeFigure({ slug: "chiffre", resourceId: published.id });
  await makeFigure({ slug: "sans-etude" });
  expect(slugsOf(await centresWith(labels, AT))).toEqual(["centre"]);
  expect(slugsOf(await resourcesSignedBy(labels, AT))).toEqual(["publie", "partage"]);
  expect(slugsOf(await figuresSignedBy(labels, AT))).toEqual(["chiffre"]);
});
