import { expect, test } from "vitest";
import { columnsOf } from "#lib/publication/columns";
import { contentColumns, WEBINAR_COLUMNS } from "#lib/webinars/schema";
import { Prisma } from "#prisma/client";

test("every column of a webinar says whether it goes along when the webinar is copied", () => {
  expect(Object.keys(WEBINAR_COLUMNS).sort()).toEqual(Object.keys(Prisma.WebinarScalarFieldEnum).sort());
});

test("what the public never sees, and what belongs to a date, is no content", () => {
  const kept = ["slug", "startsAt", "speakers", "roomUrl", "replayUrl", "transcript", "cancelledAt", "publishedAt"];
  expect(Object.keys(contentColumns).filter((column) => kept.includes(column))).toEqual([]);
});

test("a new column goes along because it is declared as content, and for no other reason", () => {
  const columns = { ...WEBINAR_COLUMNS, subtitle: "content", pin: "occurrence" } as const;
  expect(columnsOf(columns, "content")).toEqual({ ...contentColumns, subtitle: true });
  expect(columnsOf(columns, "content", "outcome")).toMatchObject({ subtitle: true, transcript: true });
});
