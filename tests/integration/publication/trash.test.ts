import { describe, expect, it, test } from "vitest";
import { actWords } from "#lib/audit/labels";
import { undoCycle } from "#lib/cycles/mutations";
import { findCycle, listCycles } from "#lib/cycles/queries";
import { harmsOf } from "#lib/desks/checks";
import { listForEditor } from "#lib/desks/list";
import { publishAction } from "#lib/edge/publish-action";
import { pendingItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { purgeExpired } from "#lib/jobs/purge-expired";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { changePublication } from "#lib/publication/mutations";
import { deleteItem, restoreItem, trashItem } from "#lib/publication/trash/mutations";
import { isTrashed, listTrash } from "#lib/publication/trash/queries";
import { keptUntil } from "#lib/publication/trash/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeCycle, makeEditor, makeRegistration, makeTerm, makeWebinar, unknownId } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

const { post, autosave } = editionAt();
const draftsOf = async (noun: EditorialNoun) =>
  (await listForEditor(await makeEditor(), noun, listQuery.parse({ etat: "draft" }), AT)).rows.map(({ id }) => id);
const term = { name: "Alliance", definition: "Un engagement.", source: "La fiche", confidence: "documented" };
const OVER = later(30 * DAY);

describe.each(EDITORIAL_NOUNS)("a %s that readers never saw", (noun) => {
  it("leaves every list for the trash, comes back as it was, or is deleted with its history", async () => {
    const editor = await makeEditor();
    const { id } = await writeItem(noun, editor);
    const { schema, run } = publishAction(() => AT, harmsOf);
    expect(await run(schema.parse({ noun, id, kind: "trash" }), editor)).toEqual({
      ok: true,
      redirectTo: "/administration/corbeille?fait=jete",
    });
    expect(await draftsOf(noun)).toEqual([]);
    expect((await pendingItems(editor, AT, 9)).filter((item) => item.id === id)).toEqual([]);
    expect(await listTrash(editor)).toMatchObject([
      { itemId: id, noun, title: expect.stringContaining("Un texte"), author: expect.any(String), at: AT },
    ]);

    expect(await restoreItem(editor, id, AT)).toBe(true);
    expect(await draftsOf(noun)).toEqual([id]);
    expect(await restoreItem(editor, id, AT)).toBe(false);

    await trashItem(editor, { noun, id }, AT);
    expect(await deleteItem(editor, id, AT)).toBe(true);
    expect(await deleteItem(editor, id, AT)).toBe(false);
    expect(await (db[noun] as typeof db.term).count({ where: { id } })).toBe(0);
    expect(await db.revision.count({ where: { itemId: id } })).toBe(0);
    expect(await listTrash(editor)).toEqual([]);
  });
});

describe("the trash", () => {
  it("refuses what readers have seen, be it withdrawn since, and what is gone", async () => {
    const editor = await makeEditor();
    const online = await makeTerm();
    const withdrawn = await makeTerm({ withdrawnAt: AT });
    for (const { id } of [online, withdrawn])
      expect(await trashItem(editor, { noun: "term", id }, AT)).toEqual({ ok: false, reason: "public" });
    expect(await trashItem(editor, { noun: "term", id: unknownId() }, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await listTrash(editor)).toEqual([]);
  });

  it("refuses a session where somebody is registered", async () => {
    const editor = await makeEditor();
    const webinar = await makeWebinar({ publishedAt: null });
    await makeRegistration({ webinarId: webinar.id });
    expect(await trashItem(editor, { noun: "webinar", id: webinar.id }, AT)).toEqual({
      ok: false,
      reason: "registered",
    });
  });

  it("takes what was to come out, which then does not", async () => {
    const editor = await makeEditor();
    const { id } = await makeTerm({ publishedAt: later(DAY) });
    expect(await trashItem(editor, { noun: "term", id }, AT)).toEqual({ ok: true });
    expect(await db.term.findUniqueOrThrow({ where: { id } })).toMatchObject({ publishedAt: null });
  });

  it("takes a draft that is not complete, whose text is kept", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), name: "Alliance" };
    await autosave("term", form, editor);
    expect(await post("term", { id: form.id, step: "discard" }, editor)).toMatchObject({
      redirectTo: expect.stringContaining("corbeille"),
    });
    expect(await draftsOf("term")).toEqual([]);
    await autosave("term", { ...form, version: "1", name: "Alliances" }, editor);
    expect(await isTrashed(editor, form.id)).toBe(true);
    await restoreItem(editor, form.id, AT);
    expect(await draftsOf("term")).toEqual([form.id]);
  });

  it("gives back what is saved on purpose or published meanwhile", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term };
    await post("term", form, editor);
    await trashItem(editor, { noun: "term", id: form.id }, AT);
    await post("term", { ...form, version: "1", definition: "Mieux." }, editor);
    expect(await isTrashed(editor, form.id)).toBe(false);
    await trashItem(editor, { noun: "term", id: form.id }, AT);
    await changePublication(editor, "term", form.id, { kind: "publish" }, AT);
    expect(await isTrashed(editor, form.id)).toBe(false);
  });

  it("shows what came last first, and until when it may be taken back", async () => {
    const editor = await makeEditor();
    const ids: string[] = [];
    for (const at of [AT, later(DAY), later(DAY)]) {
      const { id } = await makeTerm({ publishedAt: null });
      await trashItem(editor, { noun: "term", id }, at);
      ids.push(id);
    }
    const [first = "", ...last] = ids;
    expect((await listTrash(editor)).map(({ itemId }) => itemId)).toEqual([...last.toSorted().reverse(), first]);
    expect(keptUntil(AT)).toEqual(OVER);
  });

  it("is emptied of what lay there for thirty days, and of nothing else", async () => {
    const editor = await makeEditor();
    const [old, recent] = [await makeTerm({ publishedAt: null }), await makeTerm({ publishedAt: null })];
    await trashItem(editor, { noun: "term", id: old.id }, AT);
    await trashItem(editor, { noun: "term", id: recent.id }, later(1));
    await purgeExpired(new Date(OVER.getTime() - 1));
    expect(await db.term.count()).toBe(2);
    await purgeExpired(OVER);
    expect((await db.term.findMany()).map(({ id }) => id)).toEqual([recent.id]);
    expect((await listTrash(editor)).map(({ itemId }) => itemId)).toEqual([recent.id]);
  });

  it("never deletes a session where somebody was registered since: it comes back", async () => {
    const editor = await makeEditor();
    const { id } = await makeWebinar({ publishedAt: null });
    await trashItem(editor, { noun: "webinar", id }, AT);
    await makeRegistration({ webinarId: id });
    await purgeExpired(OVER);
    expect(await db.webinar.count({ where: { id } })).toBe(1);
    expect(await draftsOf("webinar")).toEqual([id]);
  });
});

describe("a cycle made by mistake", () => {
  const make = async () => {
    const cycle = await makeCycle({ title: "Cycle 2027 bis" });
    const webinars = [1, 2].map((rank) =>
      makeWebinar({ cycleId: cycle.id, publishedAt: null, startsAt: later(rank * DAY) }),
    );
    return { id: cycle.id, webinars: await Promise.all(webinars) };
  };

  it("is undone whole, and taken back whole", async () => {
    const editor = await makeEditor();
    const { id } = await make();
    expect(await undoCycle(editor, id, AT)).toEqual({ ok: true });
    expect([await listCycles(editor), await findCycle(editor, id), await draftsOf("webinar")]).toEqual([[], null, []]);
    expect(await listTrash(editor)).toMatchObject([
      { itemId: id, noun: "cycle", title: "Cycle 2027 bis", sessions: 2 },
    ]);
    await restoreItem(editor, id, AT);
    expect((await findCycle(editor, id))?.webinars).toHaveLength(2);
    expect(await draftsOf("webinar")).toHaveLength(2);
  });

  it("is deleted whole", async () => {
    const editor = await makeEditor();
    const { id } = await make();
    await undoCycle(editor, id, AT);
    await purgeExpired(OVER);
    expect([await db.cycle.count(), await db.webinar.count(), await db.trashedItem.count()]).toEqual([0, 0, 0]);
  });

  it("stays whole once a session was seen, or somebody is registered", async () => {
    const editor = await makeEditor();
    const [seen, attended] = [await make(), await make()];
    await changePublication(editor, "webinar", seen.webinars[1]?.id ?? "", { kind: "publish" }, AT);
    await makeRegistration({ webinarId: attended.webinars[1]?.id ?? "" });
    expect(await undoCycle(editor, seen.id, AT)).toEqual({ ok: false, reason: "public" });
    expect(await undoCycle(editor, attended.id, AT)).toEqual({ ok: false, reason: "registered" });
    expect(await undoCycle(editor, unknownId(), AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await listTrash(editor)).toEqual([]);
    expect(await listCycles(editor)).toHaveLength(2);
  });

  it("shows a session that was thrown away alone in its cycle no more", async () => {
    const editor = await makeEditor();
    const { id, webinars } = await make();
    await trashItem(editor, { noun: "webinar", id: webinars[0]?.id ?? "" }, AT);
    expect((await findCycle(editor, id))?.webinars.map((one) => one.id)).toEqual([webinars[1]?.id]);
  });
});

test("every act of the trash has its words in the journal", async () => {
  for (const noun of [...EDITORIAL_NOUNS, "cycle"])
    expect(["trash", "restore", "delete"].map((act) => actWords(`${noun}.${act}`))).toEqual([
      "mise à la corbeille",
      "sortie de la corbeille",
      "suppression définitive",
    ]);
});
