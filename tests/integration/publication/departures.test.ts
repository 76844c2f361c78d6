import { describe, expect, it, test } from "vitest";
import { harmsOf } from "#lib/desks/checks";
import { publishAction } from "#lib/edge/publish-action";
import { findRead } from "#lib/items/queries";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { ownPath, pathTyped } from "#lib/publication/departures/addresses";
import { findDepartureOf, findLeft, wasPublic } from "#lib/publication/departures/queries";
import { changePublication } from "#lib/publication/mutations";
import { usesOf } from "#lib/ties/uses/queries";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { makeCollection, makeEditor, makePage, makeResource } from "#tests/support/factories";

const { schema, run } = publishAction(() => AT, harmsOf);
const withdraw = async (noun: EditorialNoun, id: string, fields: Record<string, string>) =>
  run(schema.parse({ noun, id, kind: "withdraw", ...fields }), await makeEditor());
const DONE = { ok: true, redirectTo: expect.stringContaining("fait=retire") };

type Table = { findFirst(args: { where: { id: string } }): PromiseLike<object | null> };
function read(noun: EditorialNoun, id: string, path: string, at: Date) {
  const table: Table = db[noun];
  return findRead(path, at, async (shown) => table.findFirst({ where: { id, ...shown } }));
}

const paged = SHARED_NOUNS.filter((noun) => ownPath(noun, "x"));

test("all that editors share has a page of its own, but what stands in the observatory", () => {
  expect(SHARED_NOUNS.filter((noun) => !paged.includes(noun))).toEqual(["figure"]);
  expect(ownPath("term", "rse")).toBe("/glossaire/rse");
});

describe.each(paged)("taking a %s off the site", (noun) => {
  const online = async () => {
    const editor = await makeEditor();
    const { id, slug } = await writeItem(noun, editor);
    await changePublication(editor, noun, id, { kind: "publish" }, later(-DAY));
    return { editor, id, path: ownPath(noun, slug) ?? "" };
  };

  it("asks what becomes of its address, and loses nothing meanwhile", async () => {
    const { id, path } = await online();
    expect(await withdraw(noun, id, {})).toMatchObject({ fieldErrors: { departure: expect.any(String) } });
    expect(await withdraw(noun, id, { departure: "withdrawn" })).toMatchObject({
      fieldErrors: { reason: expect.stringContaining("pourquoi") },
    });
    expect(await withdraw(noun, id, { departure: "replaced" })).toMatchObject({
      fieldErrors: { instead: expect.stringContaining("remplace") },
    });
    expect(await findLeft(path, AT)).toBeNull();
  });

  it("leaves it there with why, says that there is nothing, or leads to another", async () => {
    const { id, path } = await online();
    const reason = "La loi a changé.";
    expect(await withdraw(noun, id, { departure: "withdrawn", reason, instead: "/ressources" })).toEqual(DONE);
    expect(await read(noun, id, path, AT)).toMatchObject({
      id,
      withdrawal: { at: AT, reason, instead: { path: "/ressources", title: "Ressources" } },
    });
    await changePublication(await makeEditor(), noun, id, { kind: "publish" }, AT);
    expect(await findLeft(path, AT)).toBeNull();
    expect(await read(noun, id, path, AT)).toMatchObject({ id, withdrawal: null });

    expect(await withdraw(noun, id, { departure: "mistake", reason })).toEqual(DONE);
    expect(await findDepartureOf(id, AT)).toMatchObject({ kind: "mistake", reason: null });
    expect(await findLeft(path, AT)).toEqual({ target: null });
    expect(await read(noun, id, path, AT)).toBeNull();

    await changePublication(await makeEditor(), noun, id, { kind: "publish" }, AT);
    expect(await withdraw(noun, id, { departure: "replaced", instead: "/glossaire/" })).toEqual(DONE);
    expect(await findLeft(path, AT)).toEqual({ target: "/glossaire" });
  });
});

describe("what is to be read instead", () => {
  it.each([
    ["/ressources/guide", "/ressources/guide"],
    ["http://localhost:3000/ressources/guide?utm=x", "/ressources/guide"],
    ["https://ailleurs.example/ressources/guide", null],
    ["//ailleurs.example/ressources", null],
    ["un guide", null],
  ])("%s is %s", (typed, path) => {
    expect(pathTyped(typed, "http://localhost:3000")).toBe(path);
  });

  it("is another page that the public sees", async () => {
    const { id, slug } = await makeResource();
    const draft = await makeResource({ publishedAt: null });
    for (const instead of [`/ressources/${slug}`, `/ressources/${draft.slug}`, "/nulle-part", "https://a.example/"])
      expect(await withdraw("resource", id, { departure: "replaced", instead }), instead).toMatchObject({
        fieldErrors: { instead: expect.stringContaining("ne mène à aucune autre page") },
      });
    const other = await makeResource();
    expect(await withdraw("resource", id, { departure: "replaced", instead: `/ressources/${other.slug}` })).toEqual(
      DONE,
    );
  });
});

test("what was never public leaves no address behind", async () => {
  const { id, slug } = await makeResource({ publishedAt: later(DAY) });
  expect(await withdraw("resource", id, {})).toEqual(DONE);
  expect(await findLeft(`/ressources/${slug}`, AT)).toBeNull();
});

test("what comes back at an instant to come says why it is away until then, and its address stays known", async () => {
  const { id, slug, publishedAt } = await makeResource();
  const readAt = (at: Date) => read("resource", id, `/ressources/${slug}`, at);
  await withdraw("resource", id, { departure: "withdrawn", reason: "En réécriture." });
  const back = later(30 * MINUTE);
  await changePublication(await makeEditor(), "resource", id, { kind: "schedule", at: back }, AT);
  expect(await readAt(later(30 * MINUTE - 1))).toMatchObject({ slug, withdrawal: { reason: "En réécriture." } });
  expect(await readAt(back)).toMatchObject({ slug, withdrawal: null });
  expect(publishedAt).not.toBeNull();
  expect(await wasPublic({ id, publishedAt: back }, AT)).toBe(true);
  expect(await wasPublic({ id: (await makeResource()).id, publishedAt: back }, AT)).toBe(false);
});

test("the journal says what became of the address", async () => {
  const { id } = await makeResource();
  await withdraw("resource", id, { departure: "mistake" });
  expect(await db.auditEntry.findFirstOrThrow()).toMatchObject({
    action: "resource.withdraw",
    details: { departure: "mistake" },
  });
});

test("what leads to a page is told before it goes: texts and reading paths, not its neighbours", async () => {
  const editor = await makeEditor();
  const { id, slug } = await makeResource({ slug: "guide" });
  await makeResource({ slug: "guide-2" });
  const page = await makePage({ title: "Citée", body: "Voir [le guide](/ressources/guide)." });
  await makePage({ title: "Voisine", body: "Voir [le guide 2](/ressources/guide-2)." });
  await makePage({ title: "Brouillon", body: "Voir [le guide](/ressources/guide).", publishedAt: null });
  const path = await makeCollection({ title: "Un parcours" });
  await db.collectionItem.create({
    data: { collectionId: path.id, position: 9, minutes: 5, reason: "Parce que.", resourceId: id },
  });
  expect(await usesOf(editor, { noun: "resource", id, path: `/ressources/${slug}` }, AT)).toEqual([
    { title: "Page\u00A0: Citée", href: `/administration/pages/${page.id}` },
    { title: "Parcours ou collection\u00A0: Un parcours", href: `/administration/parcours/${path.id}` },
  ]);
});
