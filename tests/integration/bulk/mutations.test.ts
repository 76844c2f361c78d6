import { describe, expect, test } from "vitest";
import { changeMany, forgetOldChanges, undoMany } from "#lib/bulk/mutations";
import { findBulkAct, foresee, listBulkActs, listBulkChanges } from "#lib/bulk/queries";
import { MOST_AT_ONCE, type Outcome, type Selection, selectionQuery } from "#lib/bulk/schema";
import { saveOf } from "#lib/desks/mutations";
import { listItems } from "#lib/items/queries";
import { listQuery } from "#lib/items/schema";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { findDeparture } from "#lib/publication/departures/queries";
import { listTrash } from "#lib/publication/trash/queries";
import { saveWorkingCopy } from "#lib/revisions/mutations";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCentre, makeEditor, makeNeed, makeOrganisation, makeResource, makeTerm } from "#tests/support/factories";

type Given = Partial<Record<"q" | "etat", string>> & { fiche?: string[]; toutes?: string; raison?: string };

async function asked(noun: EditorialNoun, acte: string, given: Given) {
  const editor = await makeEditor();
  const known = await findBulkAct(editor, noun, acte);
  if (!known) throw new Error(`${acte} is no act of ${noun}`);
  const selection: Selection = selectionQuery.parse({ ...given, acte });
  return { editor, asked: { noun, selection, query: listQuery.parse(given), reason: selection.raison, ...known } };
}

async function outcomes(noun: EditorialNoun, acte: string, given: Given): Promise<Partial<Record<Outcome, number>>> {
  const { editor, asked: all } = await asked(noun, acte, given);
  const found = await foresee(editor, all, AT);
  return Object.fromEntries(found.map(({ outcome, count }) => [outcome, count]));
}

/** Does what was shown. @returns the change, and how many items it holds */
async function does(noun: EditorialNoun, acte: string, given: Given, at = AT) {
  const { editor, asked: all } = await asked(noun, acte, given);
  const shown = (await foresee(editor, all, at)).find(({ outcome }) => outcome === "change")?.count ?? 0;
  const done = await changeMany(editor, all, shown, at);
  if (!done.ok) throw new Error(done.reason);
  return { editor, id: done.id, count: done.count };
}

const EVERYTHING = { toutes: "oui" };
const states = async () =>
  (await db.resource.findMany({ orderBy: { slug: "asc" } })).map(({ slug, publishedAt, withdrawnAt }) => [
    slug,
    publishedAt,
    withdrawnAt,
  ]);

/** A row with words that nobody published. */
async function written(noun: EditorialNoun, id: string, version: number, title: string) {
  const edition = { values: { title }, title, pen: null, auto: false, stored: { title: "Avant" } };
  const kept = await saveWorkingCopy(await makeEditor(), { noun, id, version }, edition, AT, async () => ({
    version,
    updatedAt: AT,
    publishedAt: AT,
  }));
  expect(kept).toMatchObject({ ok: true });
}

async function fourStates() {
  await makeResource({ slug: "a-brouillon", publishedAt: null });
  await makeResource({ slug: "b-en-ligne", publishedAt: later(-DAY) });
  await makeResource({ slug: "c-retiree", publishedAt: later(-DAY), withdrawnAt: later(-1) });
  const { id } = await makeResource({ slug: "d-en-attente", publishedAt: null });
  await written("resource", id, 1, "Autre titre");
}

describe("publishing many", () => {
  test("what is online already and what waits are left alone, and it is undone whole", async () => {
    await fourStates();
    const before = await states();
    expect(await outcomes("resource", "publish", EVERYTHING)).toEqual({ change: 2, same: 1, waiting: 1 });
    const { editor, id, count } = await does("resource", "publish", EVERYTHING);
    expect(count).toBe(2);
    expect(await states()).toEqual([
      ["a-brouillon", AT, null],
      ["b-en-ligne", later(-DAY), null],
      ["c-retiree", later(-DAY), null],
      ["d-en-attente", null, null],
    ]);
    expect(await undoMany(editor, { noun: "resource", id }, later(1))).toEqual({ ok: true, count: 2, left: 0 });
    expect(await states()).toEqual(before);
    // Readers have seen it: its address says so, and it is not thrown away.
    expect(await findDeparture("/ressources/a-brouillon", later(2))).toMatchObject({ kind: "mistake" });
    expect(await findDeparture("/ressources/c-retiree", later(2))).toBeNull();
    expect(await outcomes("resource", "trash", EVERYTHING)).toEqual({ change: 1, public: 3 });
    expect(await undoMany(editor, { noun: "resource", id }, later(2))).toEqual({ ok: false, reason: "undone" });
  });

  test("one entry of the journal tells who, what and how many, another that it was undone", async () => {
    await fourStates();
    const { editor, id } = await does("resource", "publish", EVERYTHING);
    await undoMany(editor, { noun: "resource", id }, later(1));
    const entries = await db.auditEntry.findMany({ where: { target: id }, orderBy: { at: "asc" } });
    const entry = { userId: editor.userId, noun: "resource", details: { act: "publish", count: 2 } };
    expect(entries).toMatchObject([
      { ...entry, action: "resource.bulk", at: AT },
      { ...entry, action: "resource.bulk-undo", at: later(1) },
    ]);
  });

  test("is not done once other items answer than those that were shown", async () => {
    await fourStates();
    const { editor, asked: all } = await asked("resource", "publish", EVERYTHING);
    await makeResource({ slug: "e-nouveau", publishedAt: null });
    expect(await changeMany(editor, all, 2, AT)).toEqual({ ok: false, reason: "moved" });
    expect(await db.bulkChange.count()).toBe(0);
  });

  test("only what the list finds, or only what is ticked", async () => {
    await fourStates();
    const { id } = await makeResource({ slug: "e-autre", title: "Mécénat", publishedAt: null });
    expect(await outcomes("resource", "publish", { ...EVERYTHING, q: "mecenat" })).toEqual({ change: 1 });
    expect(await outcomes("resource", "publish", { ...EVERYTHING, etat: "withdrawn" })).toEqual({ change: 1 });
    expect(await outcomes("resource", "publish", { fiche: [id, "rien"] })).toEqual({ change: 1 });
    expect(await outcomes("resource", "publish", {})).toEqual({});
  });

  test("what somebody changed since stays as they left it", async () => {
    await makeTerm({ slug: "un", publishedAt: null });
    const other = await makeTerm({ slug: "deux", publishedAt: null });
    const { editor, id } = await does("term", "publish", EVERYTHING);
    const row = await db.term.findUniqueOrThrow({ where: { id: other.id } });
    const typed = { id: row.id, version: row.version, slug: "deux", name: "Autre", definition: "D", source: "S" };
    const input = { ...typed, aliases: [], confidence: "documented" };
    expect(await saveOf("term")(editor, input, later(1))).toMatchObject({ ok: true });
    expect(await undoMany(editor, { noun: "term", id }, later(2))).toEqual({ ok: true, count: 1, left: 1 });
    expect(await db.term.findUnique({ where: { id: other.id } })).toMatchObject({ name: "Autre", publishedAt: AT });
  });

  test("a form that somebody had open sees that another version was saved", async () => {
    const { id, version } = await makeTerm({ publishedAt: null });
    const { editor } = await does("term", "publish", EVERYTHING);
    const input = {
      id,
      version,
      slug: "x",
      name: "A",
      aliases: [],
      definition: "D",
      source: "S",
      confidence: "unread",
    };
    expect(await saveOf("term")(editor, input, AT)).toEqual({ ok: false, reason: "stale" });
  });
});

describe("withdrawing many", () => {
  test("with a reason that the address tells, and undone with what it answered before", async () => {
    await fourStates();
    const before = await states();
    expect(await outcomes("resource", "withdraw", EVERYTHING)).toEqual({ change: 1, draft: 2, same: 1 });
    const { editor, asked: all } = await asked("resource", "withdraw", EVERYTHING);
    expect(await changeMany(editor, all, 1, AT)).toEqual({ ok: false, reason: "unexplained" });
    const { id } = await does("resource", "withdraw", { ...EVERYTHING, raison: "Dépassé." });
    expect(await findDeparture("/ressources/b-en-ligne", AT)).toMatchObject({ kind: "withdrawn", reason: "Dépassé." });
    expect((await db.resource.findUniqueOrThrow({ where: { slug: "b-en-ligne" } })).withdrawnAt).toEqual(AT);
    await undoMany(editor, { noun: "resource", id }, later(1));
    expect(await states()).toEqual(before);
    expect(await findDeparture("/ressources/b-en-ligne", later(1))).toBeNull();
  });

  test("as a mistake, nothing is told; published again, then undone, it is a mistake again", async () => {
    await makeResource({ slug: "un", publishedAt: later(-DAY) });
    await does("resource", "mistake", EVERYTHING);
    expect(await findDeparture("/ressources/un", AT)).toMatchObject({ kind: "mistake", reason: null });
    const { editor, id } = await does("resource", "publish", EVERYTHING, later(1));
    expect(await findDeparture("/ressources/un", later(1))).toBeNull();
    await undoMany(editor, { noun: "resource", id }, later(2));
    expect(await findDeparture("/ressources/un", later(2))).toMatchObject({ kind: "mistake", at: AT });
  });
});

describe("what items are tied to", () => {
  test("a need is added to those that have it not, taken from those that have it, undone with its rank", async () => {
    const need = await makeNeed();
    const [one, two] = [await makeResource({ slug: "un" }), await makeResource({ slug: "deux" })];
    await db.resourceNeed.create({ data: { resourceId: one.id, needId: need.id, first: true } });
    const ties = () =>
      db.resourceNeed.findMany({ orderBy: { first: "desc" }, select: { resourceId: true, first: true } });
    expect(await outcomes("resource", `add:besoin:${need.id}`, EVERYTHING)).toEqual({ change: 1, same: 1 });
    const added = await does("resource", `add:besoin:${need.id}`, EVERYTHING);
    const both = [
      { resourceId: one.id, first: true },
      { resourceId: two.id, first: false },
    ];
    expect(await ties()).toEqual(both);
    const removed = await does("resource", `remove:besoin:${need.id}`, EVERYTHING, later(1));
    expect([removed.count, await ties()]).toEqual([2, []]);
    await undoMany(removed.editor, { noun: "resource", id: removed.id }, later(2));
    expect(await ties()).toEqual(both);
    // The later change was undone: its items are no longer as the first left them.
    expect(await undoMany(added.editor, { noun: "resource", id: added.id }, later(3))).toMatchObject({ left: 1 });
  });

  test("a public is added and taken away, never the last one", async () => {
    await makeCentre({ slug: "un", audiences: ["association"] });
    await makeCentre({ slug: "deux", audiences: ["association", "company"] });
    const publics = async () => (await db.centre.findMany({ orderBy: { slug: "asc" } })).map((row) => row.audiences);
    expect(await outcomes("centre", "remove:public:association", EVERYTHING)).toEqual({ change: 1, last: 1 });
    const { editor, id } = await does("centre", "remove:public:association", EVERYTHING);
    expect(await publics()).toEqual([["company"], ["association"]]);
    await does("centre", "add:public:company", EVERYTHING, later(1));
    expect(await publics()).toEqual([["company"], ["association", "company"]]);
    await undoMany(editor, { noun: "centre", id }, later(2));
    expect(await publics()).toEqual([
      ["association", "company"],
      ["association", "company"],
    ]);
  });

  test("a type is chosen for all, or none where there may be none", async () => {
    await makeOrganisation({ slug: "un" });
    const [{ value = "" } = {}] = (await listBulkActs(await makeEditor(), "organisation"))
      .flatMap(({ acts }) => acts)
      .filter((act) => act.value.startsWith("set:type:") && act.value !== "set:type:");
    const kind = async () => (await db.organisation.findMany()).map((row) => row.kind);
    const before = await kind();
    const { editor, id } = await does("organisation", before[0] === null ? value : "set:type:", EVERYTHING);
    expect(await kind()).not.toEqual(before);
    await undoMany(editor, { noun: "organisation", id }, later(1));
    expect(await kind()).toEqual(before);
  });
});

describe("who answers for items, and what is thrown away", () => {
  test("an owner is chosen for all, and those of before come back", async () => {
    const [owner, former] = [await makeEditor(), await makeEditor()];
    const [one, two] = [await makeTerm({ slug: "un" }), await makeTerm({ slug: "deux" })];
    await db.itemReview.create({ data: { noun: "term", itemId: one.id, ownerId: former.userId, reviewedAt: AT } });
    const owners = async () =>
      new Map((await db.itemReview.findMany()).map(({ itemId, ownerId }) => [itemId, ownerId]));
    const { id } = await does("term", `assign:${owner.userId}`, EVERYTHING);
    expect([...(await owners()).values()]).toEqual([owner.userId, owner.userId]);
    expect(await outcomes("term", `assign:${owner.userId}`, EVERYTHING)).toEqual({ same: 2 });
    await undoMany(owner, { noun: "term", id }, later(1));
    expect(await owners()).toEqual(
      new Map<string, string | null>([
        [one.id, former.userId],
        [two.id, null],
      ]),
    );
    const read = await does("term", "review", EVERYTHING, later(2));
    await undoMany(owner, { noun: "term", id: read.id }, later(3));
    expect((await db.itemReview.findMany({ orderBy: { reviewedAt: "asc" } })).map((row) => row.reviewedAt)).toEqual([
      AT,
      null,
    ]);
  });

  test("drafts that nobody saw go to the trash, those without a row too, and come back", async () => {
    await fourStates();
    const id = crypto.randomUUID();
    const edition = { values: { title: "Ébauche" }, title: "Ébauche", pen: null, auto: false, stored: null };
    const editor = await makeEditor();
    await saveWorkingCopy(editor, { noun: "resource", id, version: 0 }, edition, AT, async () => null);
    expect(await outcomes("resource", "trash", EVERYTHING)).toEqual({ change: 3, public: 2 });
    const thrown = await does("resource", "trash", EVERYTHING);
    expect((await listTrash(editor)).map(({ title }) => title)).toContain("Ébauche");
    expect((await listItems(editor, "resource", listQuery.parse({}), AT)).total).toBe(2);
    expect(await undoMany(editor, { noun: "resource", id: thrown.id }, later(1))).toMatchObject({ count: 3, left: 0 });
    expect((await listItems(editor, "resource", listQuery.parse({}), AT)).total).toBe(5);
  });
});

const EXISTING = new Set<EditorialNoun>(["need", "centre"]);

test("every act that is offered can be read back, and none of another noun", async () => {
  const editor = await makeEditor();
  await Promise.all([makeNeed(), makeCentre()]);
  for (const noun of SHARED_NOUNS) {
    const acts = (await listBulkActs(editor, noun)).flatMap((group) => group.acts);
    expect(acts.length, noun).toBeGreaterThan(5);
    // One of each sort: « add:besoin », whatever the need.
    const sorts = new Map(acts.map(({ value }) => [value.split(":").slice(0, 2).join(":"), value]));
    for (const value of sorts.values()) {
      const known = await findBulkAct(editor, noun, value);
      if (!known) throw new Error(`${value} is no act of ${noun}`);
      const selection = selectionQuery.parse(EVERYTHING);
      expect(await foresee(editor, { noun, selection, query: listQuery.parse({}), ...known }, AT), value).toEqual(
        EXISTING.has(noun) ? [expect.objectContaining({ count: 1 })] : [],
      );
    }
  }
  for (const name of ["add:type:guide", "set:besoin:x", "add:besoin:", "erase", "assign:x", "remove:cycle:x"])
    expect(await findBulkAct(editor, "resource", name), name).toBeNull();
});

test("thirty days later a change can no longer be undone, and is forgotten", async () => {
  await makeTerm({ publishedAt: null });
  const { editor, id } = await does("term", "publish", EVERYTHING);
  const [last, over] = [later(30 * DAY - 1), later(30 * DAY)];
  await forgetOldChanges(last);
  expect(await listBulkChanges(editor, "term", last)).toMatchObject([{ id, count: 1, undoneAt: null }]);
  expect(await listBulkChanges(editor, "term", over)).toEqual([]);
  expect(await undoMany(editor, { noun: "term", id }, over)).toEqual({ ok: false, reason: "undone" });
  await forgetOldChanges(over);
  expect(await db.bulkChange.count()).toBe(0);
});

test("among thousands, the first of the list change, and the others wait for the next time", async () => {
  await db.term.createMany({
    data: Array.from({ length: MOST_AT_ONCE + 3 }, (_, index) => ({
      slug: `terme-${index}`,
      name: `Terme ${String(index).padStart(5, "0")}`,
      definition: "Une définition.",
      source: "Essai",
      confidence: "documented" as const,
    })),
  });
  expect(await outcomes("term", "publish", EVERYTHING)).toEqual({ change: MOST_AT_ONCE + 3 });
  const { editor, id, count } = await does("term", "publish", EVERYTHING);
  expect(count).toBe(MOST_AT_ONCE);
  expect(
    await db.term.findMany({ where: { publishedAt: null }, select: { name: true }, orderBy: { name: "asc" } }),
  ).toEqual([0, 1, 2].map((rank) => ({ name: `Terme 0${MOST_AT_ONCE + rank}` })));
  expect(await undoMany(editor, { noun: "term", id }, later(1))).toEqual({ ok: true, count: MOST_AT_ONCE, left: 0 });
  expect(await db.term.count({ where: { publishedAt: null } })).toBe(MOST_AT_ONCE + 3);
});

test("the latest ten changes are told, those of one instant in a fixed order", async () => {
  const change = (rank: number, at: Date) => ({
    noun: "term",
    act: "review",
    words: `${rank}`,
    count: 1,
    items: [],
    at,
  });
  for (let rank = 1; rank <= 9; rank += 1) await db.bulkChange.create({ data: change(rank, later(-rank)) });
  for (const rank of [10, 11]) await db.bulkChange.create({ data: change(rank, AT) });
  const told = await listBulkChanges(await makeEditor(), "term", AT);
  expect(told.map(({ words }) => words)).toEqual(["11", "10", "1", "2", "3", "4", "5", "6", "7", "8"]);
});

test("what happens to most is told first, by the latest of them", async () => {
  await makeTerm({ publishedAt: AT, name: "En ligne" });
  for (const rank of [1, 2]) await makeTerm({ publishedAt: null, name: `Brouillon ${rank}`, updatedAt: later(rank) });
  const { editor, asked: all } = await asked("term", "withdraw", EVERYTHING);
  const found = await foresee(editor, all, AT);
  expect(found.map(({ outcome }) => outcome)).toEqual(["draft", "change"]);
  expect(found[0]?.titles).toEqual(["Brouillon 2", "Brouillon 1"]);
});
