import { describe, expect, test } from "vitest";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { changePublication } from "#lib/publication/mutations";
import { listedAt, publicationState, visibleAt } from "#lib/publication/rules";
import { listedSql, stateSql, visibleSql } from "#lib/publication/visibility";
import { Prisma } from "#prisma/client";
import { AT, DAY, later } from "#tests/support/clock";
import { writeItem } from "#tests/support/edit-form";
import { makeEditor, makeNeed, makePage, makeWebinar, unknownId } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

const dates = [null, later(-DAY), later(-1), AT, later(1), later(DAY)];
const states = dates.flatMap((publishedAt) => dates.map((withdrawnAt) => ({ publishedAt, withdrawnAt })));

test("the rule, its Prisma filter and its SQL agree on every state", async () => {
  for (const [position, state] of states.entries()) await makeNeed({ slug: `n-${position}`, ...state });
  const published = states.flatMap((state, position) =>
    publicationState(state, AT) === "published" ? [`n-${position}`] : [],
  );
  const filtered = await db.need.findMany({ where: visibleAt(AT), select: { slug: true } });
  const asked = await db.$queryRaw<{ slug: string }[]>(
    Prisma.sql`SELECT n."slug" FROM "Need" n WHERE ${visibleSql(AT, "n")}`,
  );
  expect(published).toHaveLength(3);
  expect(filtered.map(({ slug }) => slug).sort()).toEqual(published.sort());
  expect(asked.map(({ slug }) => slug).sort()).toEqual(published.sort());
});

test("what is shown is what may be seen, but for what a link alone leads to", async () => {
  for (const publishedAt of [null, later(-1), later(1)])
    for (const withdrawnAt of [null, AT])
      for (const linkOnly of [false, true]) await makeWebinar({ publishedAt, withdrawnAt, linkOnly });
  const filtered = await db.webinar.findMany({ where: listedAt(AT) });
  const asked = await db.$queryRaw<{ id: string }[]>`SELECT w."id" FROM "Webinar" w WHERE ${listedSql(AT, "w")}`;
  expect(filtered).toMatchObject([{ publishedAt: later(-1), withdrawnAt: null, linkOnly: false }]);
  expect(asked).toEqual(filtered.map(({ id }) => ({ id })));
});

test("every state of the rule has its SQL", async () => {
  for (const [position, state] of states.entries()) await makeNeed({ slug: `n-${position}`, ...state });
  for (const state of ["draft", "scheduled", "published", "withdrawn"] as const) {
    const expected = states.flatMap((row, position) => (publicationState(row, AT) === state ? [`n-${position}`] : []));
    const asked = await db.$queryRaw<{ slug: string }[]>`SELECT "slug" FROM "Need" WHERE ${stateSql(state, AT)}`;
    expect(expected).not.toEqual([]);
    expect(asked.map(({ slug }) => slug).sort(), state).toEqual(expected.sort());
  }
});

withQueues();

describe("changePublication", () => {
  const draft = { publishedAt: null };
  test.each(EDITORIAL_NOUNS)("publishes and withdraws a %s, and says so in the journal", async (noun) => {
    const editor = await makeEditor();
    const { id } = await writeItem(noun, editor);
    expect(await changePublication(editor, noun, id, { kind: "publish" }, AT)).toEqual({ ok: true });
    expect(await changePublication(editor, noun, id, { kind: "withdraw" }, later(1))).toEqual({ ok: true });
    const afterwards = { action: { not: `${noun}.create` } };
    const entries = await db.auditEntry.findMany({ where: afterwards, orderBy: { at: "asc" } });
    expect(entries).toMatchObject([
      { action: `${noun}.publish`, noun, target: id, userId: editor.userId, at: AT },
      { action: `${noun}.withdraw`, noun, target: id, userId: editor.userId, at: later(1) },
    ]);
  });

  const stateAfter = async (id: string) => {
    const row = await db.page.findUniqueOrThrow({ where: { id } });
    return { publishedAt: row.publishedAt, state: publicationState(row, AT), editedAt: row.editedAt };
  };
  const change = async (id: string, what: Parameters<typeof changePublication>[3]) =>
    changePublication(await makeEditor(), "page", id, what, AT);

  test("a draft is published now", async () => {
    const { id } = await makePage(draft);
    await change(id, { kind: "publish" });
    expect(await stateAfter(id)).toEqual({ publishedAt: AT, state: "published", editedAt: AT });
  });

  test("what was scheduled is published now", async () => {
    const { id } = await makePage({ publishedAt: later(DAY) });
    await change(id, { kind: "publish" });
    expect(await stateAfter(id)).toMatchObject({ publishedAt: AT, state: "published" });
  });

  test("what was withdrawn comes back with its first date", async () => {
    const { id } = await makePage({ publishedAt: later(-DAY), withdrawnAt: later(-1) });
    await change(id, { kind: "publish" });
    expect(await stateAfter(id)).toMatchObject({ publishedAt: later(-DAY), state: "published" });
  });

  test("a date to come schedules, even what is public or withdrawn", async () => {
    for (const before of [draft, { publishedAt: later(-DAY) }, { publishedAt: null, withdrawnAt: later(-1) }]) {
      const { id } = await makePage(before);
      expect(await change(id, { kind: "schedule", at: later(DAY) })).toEqual({ ok: true });
      expect(await stateAfter(id)).toMatchObject({ publishedAt: later(DAY), state: "scheduled" });
    }
  });

  test("a date gone by schedules nothing", async () => {
    const { id } = await makePage(draft);
    expect(await change(id, { kind: "schedule", at: AT })).toEqual({ ok: false, reason: "past" });
    expect(await stateAfter(id)).toEqual({ publishedAt: null, state: "draft", editedAt: null });
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("the seed leaves alone what an editor withdrew", async () => {
    const { id } = await makePage();
    await change(id, { kind: "withdraw" });
    expect(await stateAfter(id)).toMatchObject({ state: "withdrawn", editedAt: AT });
  });

  test.each([{ kind: "publish" }, { kind: "withdraw" }, { kind: "schedule", at: later(1) }] as const)(
    "what does not exist cannot be changed: $kind",
    async (what) => {
      expect(await change(unknownId(), what)).toEqual({ ok: false, reason: "unknown" });
      expect(await db.auditEntry.count()).toBe(0);
    },
  );
});
