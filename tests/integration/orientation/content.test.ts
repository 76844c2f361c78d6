import { beforeEach, expect, test } from "vitest";
import { seedContent } from "#lib/content/seed";
import { isPublished, orientedNeeds, toldLines, writtenLines } from "#lib/orientation/queries";
import { fitting, linesFor, minutesOf } from "#lib/orientation/rules";
import { STAGES, TIMES } from "#lib/orientation/schema";
import { db } from "#lib/platform/db";
import { Profile } from "#prisma/enums";
import { AT } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";

beforeEach(() => seedContent(AT));

test("every line of the first table opens, and every answer has a path that fits in its time", async () => {
  const editor = await makeEditor();
  const told = await toldLines(await writtenLines(editor), AT);
  expect(told.filter(({ page }) => !page?.opens).map(({ address }) => address)).toEqual([]);
  expect(await isPublished(editor)).toBe(true);
  const needs = await orientedNeeds(AT);
  expect(needs.filter(({ situations }) => situations.length === 0)).toEqual([]);
  for (const { slug: need } of needs)
    for (const profile of [null, ...Object.values(Profile)])
      for (const stage of [null, ...STAGES])
        for (const minutes of [...Object.values(TIMES), null]) {
          const steps = fitting(linesFor(told, { profile, need, stage }), minutes);
          expect(steps.length, `${profile} ${need} ${stage} ${minutes}`).toBeGreaterThan(0);
          if (minutes !== null) expect(minutesOf(steps), `${profile} ${need} ${stage}`).toBeLessThanOrEqual(minutes);
        }
});

test("the table that editors keep is never written over", async () => {
  await db.orientationStep.deleteMany({ where: { address: { not: "/methode" } } });
  await db.contentReading.deleteMany();
  await seedContent(AT);
  expect(await db.orientationStep.count()).toBe(2);
});
