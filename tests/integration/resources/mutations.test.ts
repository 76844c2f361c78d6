import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { saveResource } from "#lib/resources/mutations";
import { findResource, findResourceForEditor } from "#lib/resources/queries";
import { AT } from "#tests/support/clock";
import { makeCentre, makeEditor, makeNeed, makeResource, unknownId } from "#tests/support/factories";
import { slugsOf } from "#tests/support/publication";

const AT_DAY = new Date("2026-11-20");

async function edited() {
  const editor = await makeEditor();
  const { id } = await makeResource({ slug: "ressource" });
  const form = await findResourceForEditor(editor, id);
  if (!form) throw new Error("no form");
  return { editor, form };
}

test("links, needs and centres are replaced, in the order typed", async () => {
  const { editor, form } = await edited();
  const [a, b] = [await makeNeed({ slug: "a" }), await makeNeed({ slug: "b" })];
  const centre = await makeCentre({ slug: "centre" });
  const [first, second] = [
    { label: "Un", url: "https://exemple.fr/1", format: "PDF", bytes: 2_400_000, language: "en", checkedOn: AT_DAY },
    { label: "Deux", url: "https://exemple.fr/2", format: null, bytes: null, language: null, checkedOn: null },
  ] as const;
  await saveResource(editor, { ...form, links: [first, second], needIds: [a.id], centreIds: [centre.id] }, AT);
  await saveResource(editor, { ...form, version: 2, links: [second, first], needIds: [b.id], centreIds: [] }, AT);
  const resource = await findResource("ressource", AT);
  expect(resource?.links).toEqual([second, first]);
  expect(slugsOf(resource?.needs ?? [])).toEqual(["b"]);
  expect(resource?.centres).toEqual([]);
});

test("a need that is gone refuses the whole save", async () => {
  const { editor, form } = await edited();
  const result = await saveResource(editor, { ...form, title: "Autre", needIds: [unknownId()] }, AT);
  expect(result).toEqual({ ok: false, reason: "unknown" });
  expect(await findResource("ressource", AT)).toMatchObject({ title: form.title });
  expect(await db.auditEntry.count()).toBe(0);
});
