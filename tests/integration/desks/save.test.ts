import { describe, expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import type { FormValues } from "#lib/forms/state";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { AT, later } from "#tests/support/clock";
import { makeEditor, unknownId } from "#tests/support/factories";
import { POSTED_FORMS, type PostedForm } from "#tests/support/posted-forms";
import { withQueues } from "#tests/support/registrations";

withQueues();

const poster = (noun: EditorialNoun) => async (editor: Editor, form: FormValues, at: Date) => {
  return saveOf(noun)(editor, await deskOf(noun).schema.parseAsync(form), at);
};

async function created({ noun, form }: PostedForm) {
  const editor = await makeEditor();
  const values = await form();
  const saved = await poster(noun)(editor, values, AT);
  if (!saved.ok) throw new Error(saved.reason);
  return { editor, values, id: saved.id };
}

describe.each(POSTED_FORMS)("the edit form of a $noun", (posted) => {
  const { noun, change, form } = posted;
  const { find } = deskOf(noun);
  const post = poster(noun);
  const [field, typed, read] = change;

  test("creates a draft that reads back as it was typed", async () => {
    const { editor, id } = await created(posted);
    const found = await find(editor, id);
    expect(found).toMatchObject({ id, slug: "une-fiche", version: 1, publishedAt: null, withdrawnAt: null });
    const { rows } = await listItems(editor, noun, listQuery.parse({}), AT);
    expect(rows.filter(({ slug }) => slug === "une-fiche")).toMatchObject([{ id, version: 1 }]);
    const [entry] = await db.auditEntry.findMany();
    expect(entry).toMatchObject({ action: `${noun}.create`, noun, target: id, userId: editor.userId, at: AT });
  });

  test("saves a change, raises the version, and names the field in the journal", async () => {
    const { editor, values, id } = await created(posted);
    const before = await find(editor, id);
    expect(await post(editor, { ...values, id, version: "1", [field]: typed }, later(1))).toEqual({ ok: true, id });
    const { updatedAt: _before, ...rest } = before ?? { updatedAt: null };
    expect(await find(editor, id)).toMatchObject({ ...rest, version: 2, [field]: read });
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: `${noun}.update` } });
    expect(entry.details).toEqual({ fields: [field] });
  });

  test("saved again as it is, changes nothing", async () => {
    const { editor, values, id } = await created(posted);
    await post(editor, { ...values, id, version: "1" }, AT);
    const entry = await db.auditEntry.findFirstOrThrow({ where: { action: `${noun}.update` } });
    expect(entry.details).toEqual({ fields: [] });
  });

  test("refuses what was typed over an older version, and keeps what the other saved", async () => {
    const { editor, values, id } = await created(posted);
    await post(editor, { ...values, id, version: "1", [field]: typed }, AT);
    const late = await post(editor, { ...values, id, version: "1", slug: "trop-tard" }, AT);
    expect(late).toEqual({ ok: false, reason: "stale" });
    expect(await find(editor, id)).toMatchObject({ slug: "une-fiche", [field]: read, version: 2 });
    expect(await db.auditEntry.count()).toBe(2);
  });

  test("two editors at the same instant: one is saved, the other told", async () => {
    const { editor, values, id } = await created(posted);
    const both = await Promise.all(["a", "b"].map((slug) => post(editor, { ...values, id, version: "1", slug }, AT)));
    expect(both.map((result) => (result.ok ? "saved" : result.reason)).sort()).toEqual(["saved", "stale"]);
    expect(await find(editor, id)).toMatchObject({ version: 2 });
    expect(await db.auditEntry.count({ where: { action: `${noun}.update` } })).toBe(1);
  });

  test("refuses an address that is taken, at creation and later", async () => {
    const { editor, values } = await created(posted);
    const taken = { ok: false, reason: "slug-taken" };
    expect(await post(editor, await form(), AT)).toEqual(taken);
    const other = await post(editor, { ...values, slug: "autre" }, AT);
    const id = other.ok ? other.id : "";
    expect(await post(editor, { ...values, id, version: "1" }, AT)).toEqual(taken);
    expect(await find(editor, id)).toMatchObject({ slug: "autre", version: 1 });
  });

  test("refuses what does not exist", async () => {
    const { editor, values } = await created(posted);
    expect(await post(editor, { ...values, id: unknownId(), version: "1" }, AT)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await find(editor, unknownId())).toBeNull();
  });

  test("tells the seed that the row is now an editor’s", async () => {
    await created(posted);
    const table = db[noun] as typeof db.page;
    expect(await table.findFirstOrThrow({ where: { slug: "une-fiche" } })).toMatchObject({ editedAt: AT });
  });
});
