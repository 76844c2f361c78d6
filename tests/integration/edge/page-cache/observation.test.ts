import { expect, test } from "vitest";
import { listNeeds } from "#lib/needs/queries";
import { type Observation, observe } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { db } from "#lib/platform/db";
import { listWebinars } from "#lib/webinars/queries";
import { AT, later } from "#tests/support/clock";
import { makeCentre, makeNeed, makeRegistration, makeTerm, makeWebinar } from "#tests/support/factories";

const observation = (): Observation => ({ at: AT, reads: [], timed: false, slotted: false });
const tablesOf = ({ reads }: Observation) => new Set(reads.flatMap(({ tables }) => [...tables]));

async function observing(work: () => Promise<unknown>): Promise<Observation> {
  const page = observation();
  await observe(page, work);
  return page;
}

test("a page learns the tables of every statement, relations and raw ones too, and when it read the clock", async () => {
  const webinar = await makeWebinar();
  await makeRegistration({ webinarId: webinar.id });
  const page = await observing(() => listWebinars(AT, 2027));
  expect([...tablesOf(page)]).toEqual(expect.arrayContaining(["Webinar", "Cycle", "Registration"]));
  expect(page.timed).toBe(false);
  expect((await observing(async () => now())).timed).toBe(true);
  expect(tablesOf(await observing(() => db.$queryRaw`SELECT count(*) FROM "Term"`))).toEqual(new Set(["Term"]));
});

test("two pages that read at once each learn their own, one row by its key as well", async () => {
  const [term, need] = [await makeTerm(), await makeNeed()];
  const [one, other] = await Promise.all([
    observing(() => db.term.findUnique({ where: { id: term.id } })),
    observing(() =>
      Promise.all([db.need.findUnique({ where: { id: need.id } }), db.term.findUnique({ where: { id: term.id } })]),
    ),
  ]);
  expect(tablesOf(one)).toEqual(new Set(["Term"]));
  expect(tablesOf(other)).toEqual(new Set(["Need", "Term"]));
});

test("a statement asked again gives the same digest until its rows change, as at another instant", async () => {
  await makeNeed();
  const { reads } = await observing(() => listNeeds(AT));
  const [read] = reads;
  expect(await read?.again?.(later(1))).toBe(read?.digest);
  await makeNeed({ publishedAt: later(5) });
  expect(await read?.again?.(later(4))).toBe(read?.digest);
  expect(await read?.again?.(later(5))).not.toBe(read?.digest);
});

test("one that names another instant, or reads a clock of its own, is never asked again", async () => {
  const again = async (work: () => Promise<unknown>) =>
    (await observing(work)).reads.map((read) => read.again !== null);
  expect(await again(() => listNeeds(later(1)))).not.toContain(true);
  expect(await again(() => db.$queryRaw`SELECT now(), 1 FROM "Need"`)).toEqual([false]);
  expect(await again(() => db.$transaction((tx) => tx.need.count()))).toEqual([false]);
});

test("outside a page nothing is observed", async () => {
  await makeCentre();
  const page = observation();
  await db.centre.count();
  expect(page.reads).toEqual([]);
});
