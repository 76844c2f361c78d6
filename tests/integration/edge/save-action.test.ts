import { describe, expect, it, vi } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { saveAction } from "#lib/edge/save-action";
import { termFields } from "#lib/glossary/fields";
import { findTermForEditor } from "#lib/glossary/queries";
import { type EditedTerm, termEdit } from "#lib/glossary/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeTerm } from "#tests/support/factories";

const desk = {
  noun: "term",
  clock: () => AT,
  schema: termEdit,
  fields: () => termFields,
  values: (row) => ({ ...row }),
  find: findTermForEditor,
  save: saveOf("term"),
} satisfies Parameters<typeof saveAction<typeof termEdit, EditedTerm>>[0];
const { schema, run } = saveAction(desk);

const typed = {
  name: "Alliance",
  slug: "",
  aliases: "",
  definition: "Un engagement durable.",
  source: "La fiche",
  confidence: "documented",
};

/** Posts the form as a browser would. */
const post = (fields: Record<string, string>, editor: Editor) => run(schema.parse({ ...typed, ...fields }), editor);

describe("the edit form", () => {
  it("creates a draft and shows it, its address drawn from its name", async () => {
    const outcome = await post({ name: "L’alliance, à l’œuvre !" }, await makeEditor());
    const term = await db.term.findFirstOrThrow();
    expect(term).toMatchObject({ slug: "l-alliance-a-l-oeuvre", publishedAt: null });
    expect(outcome).toEqual({
      ok: true,
      redirectTo: `/administration/glossaire/${term.id}?fait=enregistre&ouverture=1`,
    });
  });

  it("leads to what the save counts besides", async () => {
    const counting = saveAction({ ...desk, told: ({ name }) => ({ lettres: name.length }) });
    const outcome = await counting.run(counting.schema.parse(typed), await makeEditor());
    expect(outcome).toMatchObject({ redirectTo: expect.stringMatching(/\?fait=enregistre&ouverture=1&lettres=8$/) });
  });

  it("keeps the address that was typed", async () => {
    await post({ slug: "mon-adresse" }, await makeEditor());
    expect(await db.term.findFirst()).toMatchObject({ slug: "mon-adresse" });
  });

  it("says that an address is taken, beside its field", async () => {
    await makeTerm({ slug: "alliance" });
    const outcome = await post({ slug: "alliance" }, await makeEditor());
    expect(outcome).toMatchObject({ ok: false, fieldErrors: { slug: expect.stringContaining("déjà cette adresse") } });
  });

  it.each([
    ["Titre identique", ["titre-identique", "titre-identique-2", "titre-identique-3"]],
    ["Cycle 2027", ["cycle-2027", "cycle-2027-2", "cycle-2027-3"]],
    ["???", ["sans-titre", "sans-titre-2", "sans-titre-3"]],
    ["日本 🌱", ["sans-titre", "sans-titre-2", "sans-titre-3"]],
    ["Titre-2", ["titre-2", "titre-2-2", "titre-2-3"]],
  ])("numbers the addresses drawn from « %s »", async (name, slugs) => {
    const editor = await makeEditor();
    for (const _ of slugs) expect(await post({ name }, editor)).toMatchObject({ ok: true });
    const terms = await db.term.findMany({ orderBy: { createdAt: "asc" }, select: { slug: true } });
    expect(terms.map(({ slug }) => slug).sort()).toEqual(slugs.toSorted());
  });

  it("stops numbering where everything is taken", async () => {
    const save = vi.fn(async () => ({ ok: false as const, reason: "slug-taken" as const }));
    const crowded = saveAction({ ...desk, save });
    expect(await crowded.run(crowded.schema.parse(typed), await makeEditor())).toMatchObject({
      ok: false,
      fieldErrors: { slug: expect.stringContaining("déjà cette adresse") },
    });
    expect(save).toHaveBeenCalledTimes(199);
  });

  it("numbers an address that the portal itself has", async () => {
    const pages = saveAction({ ...deskOf("page"), noun: "page", clock: () => AT, save: saveOf("page") });
    const page = {
      title: "Webinaires",
      summary: "Un résumé.",
      body: "Un texte.",
      position: "1",
      source: "Ici",
      confidence: "documented",
    };
    const editor = await makeEditor();
    for (const _ of [1, 2])
      expect(await pages.run(await pages.schema.parseAsync({ ...page, slug: "" }), editor)).toMatchObject({ ok: true });
    expect((await db.page.findMany({ orderBy: { slug: "asc" } })).map(({ slug }) => slug)).toEqual([
      "webinaires-2",
      "webinaires-3",
    ]);
  });

  it("does not change the address of a page that is online, but does that of a draft", async () => {
    const editor = await makeEditor();
    const online = await makeTerm({ slug: "en-ligne" });
    const draft = await makeTerm({ slug: "brouillon", publishedAt: null });
    const scheduled = await makeTerm({ slug: "bientot", publishedAt: later(DAY) });
    expect(await post({ id: online.id, version: "1", slug: "autre" }, editor)).toMatchObject({
      fieldErrors: { slug: expect.stringContaining("en ligne") },
    });
    expect(await post({ id: draft.id, version: "1", slug: "autre" }, editor)).toMatchObject({ ok: true });
    expect(await post({ id: scheduled.id, version: "1", slug: "encore-autre" }, editor)).toMatchObject({ ok: true });
  });

  it("does not change the address of what was online once, though it was withdrawn", async () => {
    const editor = await makeEditor();
    const { id } = await makeTerm({ slug: "retire", withdrawnAt: AT });
    expect(await post({ id, version: "1", slug: "autre" }, editor)).toMatchObject({
      fieldErrors: { slug: expect.stringContaining("a été en ligne") },
    });
  });

  it("does not change an address that is kept for another reason than being online", async () => {
    const KEPT = "Des messages y mènent.";
    const messages = saveAction({ ...desk, keptSlug: async (_, { slug }) => (slug === "ecrite" ? KEPT : null) });
    const [kept, free] = [await makeTerm({ slug: "ecrite", publishedAt: null }), await makeTerm({ publishedAt: null })];
    const change = async (id: string, slug: string) =>
      messages.run(messages.schema.parse({ ...typed, id, version: "1", slug }), await makeEditor());
    expect(await change(kept.id, "autre")).toMatchObject({ ok: false, fieldErrors: { slug: KEPT } });
    expect(await change(kept.id, "ecrite")).toMatchObject({ ok: true });
    expect(await change(free.id, "autre")).toMatchObject({ ok: true });
  });

  it("says that what was edited is gone", async () => {
    const { id } = await makeTerm();
    await db.term.delete({ where: { id } });
    expect(await post({ id, version: "1" }, await makeEditor())).toMatchObject({
      ok: false,
      formError: expect.stringContaining("n’existe plus"),
    });
  });
});

describe("two editors on one term", () => {
  it("tells the second who saved, and shows both texts", async () => {
    const [first, second] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
    const { id, slug } = await makeTerm({ confidence: "to_confirm" });
    const same = { id, slug, version: "1", name: "Alliance" };
    expect(await post({ ...same, definition: "Le texte d’Anne." }, first)).toMatchObject({ ok: true });

    const outcome = await post({ ...same, definition: "Le texte de Bruno.", confidence: "to_confirm" }, second);
    expect(outcome).toMatchObject({
      ok: false,
      formError: expect.stringMatching(/^Anne a enregistré cette fiche .+ \(11 janvier 2027 à 10\u00A0h\)/),
    });
    expect(outcome).toHaveProperty("echo", {
      storedVersion: "2",
      "stored.definition": "Le texte d’Anne.",
      "stored.confidence": "Documenté",
    });
    expect(await db.term.findFirst()).toMatchObject({ definition: "Le texte d’Anne.", version: 2 });
  });

  it("lets the second replace what they were shown, and nothing newer", async () => {
    const editor = await makeEditor();
    const { id, slug } = await makeTerm();
    const same = { id, slug, version: "1" };
    await post({ ...same, definition: "Un." }, editor);
    expect(await post({ ...same, definition: "Deux.", replaces: "2" }, editor)).toMatchObject({ ok: true });
    expect(await post({ ...same, definition: "Trois.", replaces: "2" }, editor)).toMatchObject({ ok: false });
    expect(await db.term.findFirst()).toMatchObject({ definition: "Deux.", version: 3 });
  });

  it("writes one of two saves made at the same time", async () => {
    const editor = await makeEditor();
    const { id, slug } = await makeTerm();
    const outcomes = await Promise.all(
      ["Un.", "Deux.", "Trois."].map((definition) => post({ id, slug, version: "1", definition }, editor)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("a save that asks first", () => {
  const question: FormOutcome = { ok: false, formError: "Douze personnes seront prévenues." };
  const ask = vi.fn(async (_editor: Editor, input: { name: string }) => (input.name === "Grave" ? question : null));
  const asking = saveAction({ ...desk, ask });
  const send = (fields: Record<string, string>, editor: Editor) =>
    asking.run(asking.schema.parse({ ...typed, slug: "alliance", ...fields }), editor);

  it("saves nothing until it is agreed to, at creation too, and does not ask over an older text", async () => {
    const editor = await makeEditor();
    const { id } = await makeTerm({ slug: "alliance", name: "Avant" });
    expect(await send({ id, version: "1", name: "Grave" }, editor)).toEqual(question);
    expect(await db.term.findFirst()).toMatchObject({ name: "Avant", version: 1 });
    expect(await send({ id, version: "1", name: "Anodin" }, editor)).toMatchObject({ ok: true });
    ask.mockClear();
    expect(await send({ id, version: "1", name: "Grave" }, editor)).toMatchObject({
      formError: expect.stringContaining("a enregistré cette fiche"),
    });
    expect(ask).not.toHaveBeenCalled();
    expect(await send({ slug: "autre", name: "Grave" }, editor)).toEqual(question);
    expect(await db.term.count()).toBe(1);
  });
});
