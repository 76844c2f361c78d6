import { randomUUID } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { issuePreviewLink, readPreviewLink } from "#lib/auth/preview-link";
import { deskOf } from "#lib/desks/desks";
import { preview } from "#lib/desks/preview-mutations";
import { listTerms } from "#lib/glossary/queries";
import { visibleItems } from "#lib/items/queries";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { filledIn } from "#tests/support/edit-form";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeCentre, makeCycle, makeEditor, makeNeed, makeTerm, unknownId } from "#tests/support/factories";

const { post, autosave } = editionAt();
const term = { name: "Alliance", definition: "Un engagement.", source: "La fiche", confidence: "documented" };
const definitions = async () => (await listTerms(AT)).map(({ definition }) => definition);

/** Everything of the database that an act on an item may change. */
const kept = (noun: EditorialNoun) =>
  Promise.all([(db[noun] as typeof db.term).findMany(), db.revision.findMany(), db.auditEntry.findMany()]);

test.each(EDITORIAL_NOUNS)("a draft of a %s is drawn as its public page will be, and stays a draft", async (noun) => {
  const editor = await makeEditor();
  await Promise.all([makeNeed(), makeCentre(), makeCycle()]);
  const form = { ...openedNew(), ...filledIn(await deskOf(noun).fields(editor)), slug: "" };
  await autosave(noun, form, editor);
  const before = await kept(noun);
  const drawn = await preview(editor, noun, form.id, AT, async (slug) =>
    (await visibleItems(AT)).filter((item) => item.noun === noun && item.slug === slug),
  );
  expect(drawn).toMatchObject({ kind: "page", page: [{ title: expect.stringContaining("Un texte") }] });
  expect(await kept(noun)).toEqual(before);
});

describe("the preview of a page that is online", () => {
  it("shows what is being written, while the public reads what it read", async () => {
    const editor = await makeEditor();
    const row = await makeTerm({ ...term, confidence: "documented", definition: "En ligne." });
    const form = { ...term, id: row.id, slug: row.slug, version: "1", pen: randomUUID(), definition: "À venir." };
    await post("term", form, editor);
    let meanwhile: string[] = [];
    const drawn = await preview(editor, "term", row.id, AT, async () => {
      const shown = await definitions();
      meanwhile = (await db.$queryRaw<{ definition: string }[]>`SELECT "definition" FROM "Term"`).map(
        (t) => t.definition,
      );
      return shown;
    });
    expect(drawn).toEqual({ kind: "page", page: ["À venir."] });
    expect(meanwhile).toEqual(["À venir."]);
    expect(await definitions()).toEqual(["En ligne."]);
  });

  it("is its own page where nothing is being written, and that of what was withdrawn", async () => {
    const editor = await makeEditor();
    const { id } = await makeTerm({ definition: "Retiré.", withdrawnAt: AT });
    expect(await preview(editor, "term", id, AT, definitions)).toEqual({ kind: "page", page: ["Retiré."] });
    expect(await definitions()).toEqual([]);
  });

  it("leaves nothing behind when its page fails", async () => {
    const editor = await makeEditor();
    const { id } = await makeTerm({ publishedAt: null });
    const failing = preview(editor, "term", id, AT, async () => {
      throw new Error("no page");
    });
    await expect(failing).rejects.toThrow("no page");
    expect(await definitions()).toEqual([]);
    expect(await db.auditEntry.count()).toBe(0);
  });

  it("says what is missing of a draft that is not complete, and finds nothing where there is nothing", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), name: "Alliance" };
    await autosave("term", form, editor);
    expect(await preview(editor, "term", form.id, AT, definitions)).toMatchObject({
      kind: "missing",
      title: "Alliance",
      missing: [{ name: "definition" }, { name: "source" }, { name: "confidence" }],
    });
    expect(await preview(editor, "term", unknownId(), AT, definitions)).toBeNull();
  });
});

describe("the link to a preview", () => {
  const item = { noun: "term", id: unknownId() };

  it("opens what it was made for, until its last day", async () => {
    const editor = await makeEditor();
    const { token, until } = issuePreviewLink(editor, item, AT);
    expect(until).toEqual(later(7 * DAY));
    expect(await readPreviewLink(token, later(7 * DAY - 1))).toEqual({ ...item, until, editor });
    expect(await readPreviewLink(token, until)).toBeNull();
  });

  it("is of nobody else’s making, and dies with the account that made it", async () => {
    const editor = await makeEditor();
    const { token } = issuePreviewLink(editor, item, AT);
    const bytes = Buffer.from(token, "base64url");
    for (const place of [0, 40, bytes.length - 1]) {
      const forged = Buffer.from(bytes);
      forged.writeUInt8(forged.readUInt8(place) ^ 1, place);
      expect(await readPreviewLink(forged.toString("base64url"), AT)).toBeNull();
    }
    for (const none of ["", "a", `${token}=`, "a".repeat(500), "é"]) expect(await readPreviewLink(none, AT)).toBeNull();
    await db.user.update({ where: { id: editor.userId }, data: { disabledAt: AT } });
    expect(await readPreviewLink(token, AT)).toBeNull();
  });
});
