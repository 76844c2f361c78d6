import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { findLatestRevision, listRevisions } from "#lib/revisions/queries";
import { historyQuery } from "#lib/revisions/schema";
import { AT } from "#tests/support/clock";
import { makeEditor, makeTerm } from "#tests/support/factories";

test("a history is read fifty versions at a time, newest first; one is told beside the one that it follows", async () => {
  const [editor, { id: itemId }] = [await makeEditor(), await makeTerm()];
  const versions = Array.from({ length: 52 }, (_, rank) => ((rank * 25) % 52) + 1);
  await db.revision.createMany({
    data: versions.map((version) => ({
      noun: "term",
      itemId,
      version: 2 * version,
      state: "saved",
      title: `Version ${version}`,
      values: {},
      at: AT,
    })),
  });
  const read = async (query: object) => {
    const { revisions, before } = await listRevisions(editor, "term", itemId, historyQuery.parse(query));
    return { listed: revisions.map(({ version }) => version / 2), before: before && before.version / 2 };
  };
  const newestFirst = versions.toSorted((a, b) => b - a);
  expect(await read({})).toEqual({ listed: newestFirst.slice(0, 50), before: null });
  expect(await read({ page: "2" })).toEqual({ listed: [2, 1], before: null });
  expect((await read({ version: "60" })).before).toBe(29);
  expect((await findLatestRevision(editor, "term", itemId))?.version).toBe(104);
});
