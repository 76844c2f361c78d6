import { expect, test } from "vitest";
import { DESKS } from "#lib/desks/desks";
import { db } from "#lib/platform/db";
import { saveResource } from "#lib/resources/mutations";
import { findResource, findResourceForEditor } from "#lib/resources/queries";
import { AT } from "#tests/support/clock";
import { makeEditor, makeResource } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN } from "#tests/support/publication";

async function edited(slug: string) {
  const editor = await makeEditor();
  const { id } = await makeResource({ slug, title: `Titre ${slug}` });
  const form = await findResourceForEditor(editor, id);
  if (!form) throw new Error("no form");
  return { editor, form };
}

test("a tie is said on one side, in the order typed, and shown on both", async () => {
  const { editor, form } = await edited("suite");
  await makeResource({ slug: "premier", title: "Premier" });
  await makeResource({ slug: "etude", title: "Étude" });
  const relations = [
    { type: "cites", address: "/ressources/etude" },
    { type: "continues", address: "/ressources/premier" },
  ] as const;
  await saveResource(editor, { ...form, relations: [...relations] }, AT);
  expect((await findResourceForEditor(editor, form.id))?.relations).toEqual(relations);
  expect((await findResource("suite", AT))?.relations).toEqual([
    { type: "cites", side: "own", slug: "etude", title: "Étude" },
    { type: "continues", side: "own", slug: "premier", title: "Premier" },
  ]);
  expect((await findResource("premier", AT))?.relations).toEqual([
    { type: "continues", side: "other", slug: "suite", title: "Titre suite" },
  ]);
  await saveResource(editor, { ...form, version: 2, relations: [relations[0]] }, AT);
  expect((await findResource("premier", AT))?.relations).toEqual([]);
});

test("what others say of a document stands by what they say, then by their title", async () => {
  const { id: relatedId } = await makeResource({ slug: "cite" });
  await expectOrder(
    ["Bilan", "Zone", "Atlas", "Étude"],
    async (title, rank) => {
      const { id: resourceId } = await makeResource({ title });
      const type = rank < 2 ? "continues" : "cites";
      await db.resourceRelation.create({ data: { resourceId, relatedId, type, position: 0 } });
    },
    async () => ((await findResource("cite", AT))?.relations ?? []).map(({ title }) => title),
  );
});

test("neither side tells what the public may not see", async () => {
  await makeResource({ slug: "publique" });
  const { id } = await db.resource.findUniqueOrThrow({ where: { slug: "publique" } });
  for (const hidden of HIDDEN) {
    const { id: other } = await makeResource(hidden);
    await db.resourceRelation.createMany({
      data: [
        { resourceId: id, relatedId: other, type: "cites", position: 0 },
        { resourceId: other, relatedId: id, type: "continues", position: 0 },
      ],
    });
  }
  expect((await findResource("publique", AT))?.relations).toEqual([]);
});

test("a tie goes with either document, and none ties a document to itself", async () => {
  const [{ id: resourceId }, { id: relatedId }] = [await makeResource(), await makeResource()];
  const tie = { resourceId, relatedId, type: "cites", position: 0 } as const;
  await db.resourceRelation.create({ data: tie });
  await expect(db.resourceRelation.create({ data: { ...tie, relatedId: resourceId } })).rejects.toThrow();
  await db.resource.delete({ where: { id: relatedId } });
  expect(await db.resourceRelation.count()).toBe(0);
});

test("an address that leads to no document is told beside the field, a draft is known", async () => {
  await makeResource({ slug: "brouillon", publishedAt: null });
  const form = {
    slug: "neuf",
    title: "Titre",
    type: "guide",
    summary: "Pour qui.",
    language: "fr",
    audiences: ["company"],
    source: "Les tests",
    confidence: "documented",
  };
  const parsed = (relations: string) => DESKS.resource.schema.safeParseAsync({ ...form, relations });
  expect((await parsed("Cite /ressources/brouillon")).success).toBe(true);
  expect((await parsed("Cite /ressources/perdue")).error?.issues).toMatchObject([
    {
      path: ["relations"],
      message: "«\u202F/ressources/perdue\u202F» ne mène à rien sur ce portail\u00A0: vérifiez l’adresse.",
    },
  ]);
});
