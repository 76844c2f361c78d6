import { expect, test } from "vitest";
import { saveNeed } from "#lib/needs/mutations";
import { findNeed, findNeedForEditor } from "#lib/needs/queries";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeCentre, makeEditor, makeNeed, unknownId } from "#tests/support/factories";
import { slugsOf } from "#tests/support/publication";

async function edited() {
  const editor = await makeEditor();
  const { id } = await makeNeed({ slug: "besoin" });
  const form = await findNeedForEditor(editor, id);
  if (!form) throw new Error("no form");
  return { editor, form };
}

const answer = (centreId: string) => ({ centreId, reason: "Il y répond.", confidence: "documented" }) as const;

test("the centres that answer are replaced, never added up", async () => {
  const { editor, form } = await edited();
  const [a, b] = [await makeCentre({ slug: "a" }), await makeCentre({ slug: "b" })];
  await saveNeed(editor, { ...form, centres: [answer(a.id)] }, AT);
  expect(slugsOf((await findNeed("besoin", AT))?.centres ?? [])).toEqual(["a"]);
  await saveNeed(editor, { ...form, version: 2, centres: [answer(b.id)] }, AT);
  expect(slugsOf((await findNeed("besoin", AT))?.centres ?? [])).toEqual(["b"]);
});

test("a centre that is gone refuses the whole save", async () => {
  const { editor, form } = await edited();
  const kept = await makeCentre({ slug: "garde" });
  await saveNeed(editor, { ...form, centres: [answer(kept.id)] }, AT);
  const result = await saveNeed(editor, { ...form, version: 2, title: "Autre", centres: [answer(unknownId())] }, AT);
  expect(result).toEqual({ ok: false, reason: "unknown" });
  expect(await findNeed("besoin", AT)).toMatchObject({ title: form.title, centres: [{ slug: "garde" }] });
  expect(await db.auditEntry.count()).toBe(1);
});
