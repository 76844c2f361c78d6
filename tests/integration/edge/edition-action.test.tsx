import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { HistoryScreen } from "#components/back-office/revisions/history";
import { deskOf } from "#lib/desks/desks";
import { listForEditor } from "#lib/desks/list";
import { missingToPublish } from "#lib/desks/missing";
import { fieldValues } from "#lib/edit-forms/fields";
import { IDLE } from "#lib/forms/state";
import { listTerms } from "#lib/glossary/queries";
import { editorialOverview, pendingItems, titlesOf, visibleItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { cardOf, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { findLatestRevision, findWorkingCopy, listRevisions } from "#lib/revisions/queries";
import { historyQuery } from "#lib/revisions/schema";
import { wordChanges } from "#lib/revisions/word-changes";
import { AT, DAY, later } from "#tests/support/clock";
import { filledIn } from "#tests/support/edit-form";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeCentre, makeCycle, makeEditor, makeNeed, makeTerm, unknownId } from "#tests/support/factories";

const { post, autosave } = editionAt();
const term = { name: "Alliance", definition: "Un engagement durable.", source: "La fiche", confidence: "documented" };
const read = async () => (await listTerms(AT)).map(({ definition }) => definition);

/** The form of a term that is online, as its page opens it. */
async function live(overrides: Parameters<typeof makeTerm>[0] = {}) {
  const row = await makeTerm({ name: "Alliance", definition: "En ligne.", source: "La fiche", ...overrides });
  return { ...term, id: row.id, slug: row.slug, version: "1", pen: randomUUID(), definition: "En ligne." };
}

describe.each(EDITORIAL_NOUNS)("a draft of a %s", (noun) => {
  const [first] = cardOf(noun).title;

  test("needs a title, waits in the lists, and tells what it lacks; published, it keeps its identifier", async () => {
    const editor = await makeEditor();
    await Promise.all([makeNeed(), makeCentre(), makeCycle()]);
    const before = (await visibleItems(AT)).length;
    const form = { ...openedNew(), ...deskOf(noun).initial } as Record<string, string>;
    expect(await post(noun, form, editor)).toMatchObject({ ok: false, fieldErrors: { [first]: expect.any(String) } });
    expect(await db.revision.count()).toBe(0);

    const titled = { ...form, [first]: "Une ébauche" };
    expect(await post(noun, titled, editor)).toMatchObject({ redirectTo: expect.stringContaining("fait=brouillon") });
    const list = await listForEditor(editor, noun, listQuery.parse({ etat: "draft", q: "ebauche" }), AT);
    expect(list.rows).toMatchObject([{ id: form.id, title: "Une ébauche", publishedAt: null }]);
    expect(await pendingItems(editor, AT, 9)).toContainEqual(expect.objectContaining({ noun, id: form.id }));
    expect(await editorialOverview(editor, AT)).toContainEqual(expect.objectContaining({ noun, drafts: 1 }));
    expect((await titlesOf(editor, [String(form.id)])).get(String(form.id))).toBe("Une ébauche");
    expect(await visibleItems(AT)).toHaveLength(before);

    const fields = await deskOf(noun).fields(editor);
    const missing = await missingToPublish(noun, fields, titled);
    expect(missing.map(({ name }) => name)).toContain("source");
    const refused = await post(noun, { ...titled, version: "1", step: "publish" }, editor);
    expect(refused).toMatchObject({ ok: false, fieldErrors: { source: expect.any(String) } });
    expect(Object.keys(refused.ok ? {} : (refused.fieldErrors ?? {})).sort()).toEqual(
      expect.arrayContaining(missing.map(({ name }) => name).sort()),
    );

    const whole = { ...form, ...filledIn(fields), version: "1", step: "publish" };
    expect(await missingToPublish(noun, fields, filledIn(fields))).toEqual([]);
    expect(await post(noun, whole, editor)).toMatchObject({ redirectTo: expect.stringContaining("fait=publie") });
    expect(await visibleItems(AT)).toHaveLength(before + 1);
    expect(await deskOf(noun).find(editor, String(form.id))).toMatchObject({ version: 2, publishedAt: AT });
    expect(await findWorkingCopy(editor, noun, String(form.id))).toBeNull();
  });

  test("online, keeps what is saved beside it, field by field, until it is published", async () => {
    const editor = await makeEditor();
    await Promise.all([makeNeed(), makeCentre(), makeCycle()]);
    const { fields: fieldsFor, find, values } = deskOf(noun);
    const fields = await fieldsFor(editor);
    const form = { ...openedNew(), ...filledIn(fields) };
    await post(noun, { ...form, step: "publish" }, editor);
    const id = String(form.id);
    const row = await find(editor, id);
    const opened = { ...fieldValues(fields, row ? values(row) : {}), id, pen: randomUUID(), version: "1" };
    expect(await post(noun, opened, editor)).toMatchObject({ ok: true });
    expect(await findWorkingCopy(editor, noun, id)).toBeNull();

    const changed = { ...opened, [first]: "Un autre" };
    expect(await post(noun, changed, editor)).toMatchObject({ redirectTo: expect.stringContaining("fait=garde") });
    expect(await find(editor, id)).toEqual(row);
    const list = await listForEditor(editor, noun, listQuery.parse({ etat: "changed" }), AT);
    expect(list.rows).toMatchObject([{ id, changed: true }]);
    expect(await pendingItems(editor, AT, 9)).toContainEqual(expect.objectContaining({ noun, id, changed: true }));
    expect(await editorialOverview(editor, AT)).toContainEqual(expect.objectContaining({ noun, changed: 1 }));

    expect(await post(noun, { ...changed, version: "2", step: "publish" }, editor)).toMatchObject({ ok: true });
    expect(await find(editor, id)).toMatchObject({ [first]: "Un autre", version: 3, publishedAt: AT });
    expect((await listForEditor(editor, noun, listQuery.parse({ etat: "changed" }), AT)).rows).toEqual([]);
  });
});

describe("what is written of a page that is online", () => {
  it("is given up at will, and stays in its history", async () => {
    const editor = await makeEditor();
    const form = await live();
    await post("term", { ...form, definition: "Un essai." }, editor);
    expect(await post("term", { id: form.id, step: "discard" }, editor)).toMatchObject({
      redirectTo: expect.stringContaining("fait=abandonne"),
    });
    expect(await findWorkingCopy(editor, "term", form.id)).toBeNull();
    expect(await findLatestRevision(editor, "term", form.id)).toMatchObject({
      state: "saved",
      values: expect.objectContaining({ definition: "Un essai." }),
    });
    expect(await read()).toEqual(["En ligne."]);
    expect(await post("term", { ...form, version: "2", definition: "Mieux." }, editor)).toMatchObject({ ok: true });
    expect(await db.revision.count({ where: { state: "working" } })).toBe(1);
  });

  it("comes out at an hour that is to come, never at one that is past", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term, step: "schedule" };
    expect(await post("term", { ...form, publishAt: "2027-01-11T09:59" }, editor)).toMatchObject({
      fieldErrors: { publishAt: expect.stringContaining("passée") },
    });
    expect(await post("term", { ...form, publishAt: "" }, editor)).toMatchObject({
      fieldErrors: { publishAt: expect.stringContaining("Indiquez la date") },
    });
    expect(await post("term", { ...form, publishAt: "2027-01-12T10:00" }, editor)).toMatchObject({ ok: true });
    expect(await listTerms(later(DAY - 1))).toEqual([]);
    expect(await listTerms(later(DAY))).toHaveLength(1);
  });

  it("keeps its address while it is online", async () => {
    const form = await live();
    expect(await post("term", { ...form, slug: "autre", step: "publish" }, await makeEditor())).toMatchObject({
      fieldErrors: { slug: expect.stringContaining("en ligne") },
    });
  });

  it("is shown beside what a colleague saved meanwhile, and replaces it once that is agreed to", async () => {
    const [anne, bruno] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
    const form = await live();
    expect(await post("term", { ...form, definition: "D’Anne." }, anne)).toMatchObject({ ok: true });
    const mine = { ...form, pen: randomUUID(), definition: "De Bruno." };
    for (const step of ["save", "publish"]) {
      const outcome = await post("term", { ...mine, step }, bruno);
      expect(outcome).toMatchObject({
        ok: false,
        formError: expect.stringMatching(/^Anne a enregistré cette fiche/),
        echo: { storedVersion: "2", "stored.definition": "D’Anne." },
      });
    }
    expect(await post("term", { ...mine, replaces: "2" }, bruno)).toMatchObject({ ok: true });
    expect(await findWorkingCopy(bruno, "term", form.id)).toMatchObject({ author: "Bruno", version: 3 });
    expect(await db.revision.findFirst({ where: { version: 2 } })).toMatchObject({ state: "saved" });
    expect(await read()).toEqual(["En ligne."]);
  });

  it("is kept once when two save at the same instant", async () => {
    const editor = await makeEditor();
    const form = await live();
    const outcomes = await Promise.all(
      ["Un.", "Deux.", "Trois."].map((definition) => post("term", { ...form, pen: randomUUID(), definition }, editor)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("begins its history with what was there before", async () => {
    const editor = await makeEditor();
    const form = await live();
    await post("term", { ...form, definition: "Mieux." }, editor);
    const kept = await db.revision.findMany({ orderBy: { version: "asc" } });
    expect(kept).toMatchObject([
      { version: 1, state: "published", authorId: null, values: expect.objectContaining({ definition: "En ligne." }) },
      { version: 2, state: "working", authorId: editor.userId },
    ]);
    const acts = await db.auditEntry.findMany();
    expect(acts).toMatchObject([{ action: "term.draft", target: form.id, details: { fields: ["definition"] } }]);
  });
});

describe("what the form saves by itself", () => {
  it("never reaches the public, nor the journal, and takes one place in the history", async () => {
    const editor = await makeEditor();
    const form = await live();
    for (const [version, definition] of [
      ["1", "M"],
      ["2", "Mi"],
      ["3", "Mieux."],
    ])
      expect(await autosave("term", { ...form, version: version ?? "", definition: definition ?? "" }, editor)).toEqual(
        {
          status: "saved",
          version: String(Number(version) + 1),
          hour: "10\u00A0h",
        },
      );
    expect(await read()).toEqual(["En ligne."]);
    expect(await db.revision.findMany({ orderBy: { version: "asc" } })).toMatchObject([
      { version: 1 },
      { version: 4, auto: true, state: "working" },
    ]);
    expect(await db.auditEntry.count()).toBe(0);
    expect(await post("term", { ...form, version: "4", definition: "Mieux." }, editor)).toMatchObject({ ok: true });
    expect(await findWorkingCopy(editor, "term", form.id)).toMatchObject({ auto: false });
    expect(await db.auditEntry.count()).toBe(1);
  });

  it("writes no row of a draft, even complete", async () => {
    const form = { ...openedNew(), ...term };
    expect(await autosave("term", form, await makeEditor())).toMatchObject({ status: "saved", version: "1" });
    expect(await db.term.count()).toBe(0);
    expect(await autosave("term", { ...openedNew(), definition: "Sans titre" }, await makeEditor())).toEqual({
      status: "untitled",
    });
  });

  it("is no conflict with what it saved when the answer was lost, and is one with a colleague’s", async () => {
    const [anne, bruno] = [await makeEditor(), await makeEditor()];
    const form = await live();
    await autosave("term", { ...form, definition: "Reçu, sans qu’on le sache." }, anne);
    expect(await autosave("term", { ...form, definition: "La suite." }, anne)).toMatchObject({ status: "saved" });
    const other = { ...form, pen: randomUUID(), definition: "D’un autre." };
    expect(await autosave("term", other, bruno)).toEqual({ status: "conflict" });
    expect(await findWorkingCopy(anne, "term", form.id)).toMatchObject({
      values: expect.objectContaining({ definition: "La suite." }),
    });
  });

  it("says that the item is gone", async () => {
    const form = await live();
    const gone = { ...form, id: unknownId() };
    expect(await autosave("term", gone, await makeEditor())).toEqual({ status: "gone" });
    expect(await post("term", { ...gone, confidence: "" }, await makeEditor())).toMatchObject({
      formError: expect.stringContaining("n’existe plus"),
    });
    expect(await db.revision.count()).toBe(0);
  });
});

describe("the history of an item", () => {
  const history = async (id: string, version?: number) =>
    listRevisions(await makeEditor(), "term", id, historyQuery.parse({ version }));

  it("says who wrote what, newest first, and compares a version with the one before", async () => {
    const anne = await makeEditor({ name: "Anne" });
    const form = await live();
    await post("term", { ...form, definition: "Deux." }, anne);
    await post("term", { ...form, version: "2", definition: "Trois.", step: "publish" }, anne);
    const { revisions, total, shown, before } = await history(form.id, 3);
    expect(total).toBe(3);
    expect(revisions).toMatchObject([
      { version: 3, state: "published", author: "Anne", at: AT },
      { version: 2, state: "saved", author: "Anne" },
      { version: 1, state: "published", author: null },
    ]);
    expect([shown, before].map((revision) => revision?.values.definition)).toEqual(["Trois.", "Deux."]);
    expect((await history(form.id, 1)).before).toBeNull();
    expect((await history(form.id, 9)).shown).toBeNull();
  });

  it("gives a version back as the last one, which the public does not read", async () => {
    const editor = await makeEditor();
    const form = await live();
    await post("term", { ...form, definition: "Deux.", step: "publish" }, editor);
    const back = { id: form.id, pen: "", version: "2", revision: "1", step: "restore" };
    expect(await post("term", { ...back, version: "1" }, editor)).toMatchObject({
      formError: expect.stringContaining("entre-temps"),
    });
    expect(await post("term", { ...back, revision: "7" }, editor)).toMatchObject({ ok: false });
    expect(await post("term", back, editor)).toMatchObject({ redirectTo: expect.stringContaining("repris-version") });
    expect(await findWorkingCopy(editor, "term", form.id)).toMatchObject({
      version: 3,
      values: expect.objectContaining({ definition: "En ligne." }),
    });
    expect(await read()).toEqual(["Deux."]);
  });

  it("has nothing that waits once what was written is as the public reads it", async () => {
    const editor = await makeEditor();
    const form = await live();
    await autosave("term", { ...form, definition: "Deux." }, editor);
    await post("term", { ...form, version: "2" }, editor);
    expect(await findWorkingCopy(editor, "term", form.id)).toBeNull();
  });

  it("is drawn with the words that were taken out and those that came in", async () => {
    const parts = wordChanges("Un engagement durable.", "Un engagement mutuel.");
    const line = { id: "x", version: 2, state: "working" as const, at: AT, author: "Anne" };
    const html = renderToStaticMarkup(
      <HistoryScreen
        title="Alliance"
        editHref="/fiche"
        hrefOf={({ version = 0 }) => `/historique?version=${version}`}
        revisions={[line]}
        shown={{ ...line, isFirst: false, changes: [{ label: "Définition", parts }] }}
        restore={async () => IDLE}
        posted={{ noun: "term" }}
        total={1}
        page={1}
        pageCount={1}
      />,
    );
    expect(html).toMatch(/<del[^>]*><span[^>]*>[^<]*<\/span>durable<span/);
    expect(html).toMatch(/<ins[^>]*><span[^>]*>[^<]*<\/span>mutuel<span/);
    expect(html).toContain('href="/historique?version=2"');
    expect(html).toContain('<input type="hidden" name="revision" value="2"/>');
  });
});

describe("a form that is posted twice", () => {
  it("makes one item", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), ...term };
    expect(await post("term", form, editor)).toMatchObject({ ok: true });
    expect(await post("term", form, editor)).toMatchObject({ ok: true });
    expect(await db.term.count()).toBe(1);
  });
});

it.each(["webinars", "user", "", "__proto__"])("a form that names « %s » is refused", async (noun) => {
  await expect(post(noun as "term", { ...openedNew(), ...term }, await makeEditor())).rejects.toThrow("n’existe plus");
  expect(await autosave(noun as "term", { ...openedNew(), ...term }, await makeEditor())).toEqual({});
  expect(await db.auditEntry.count()).toBe(0);
});
