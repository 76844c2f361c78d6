import { expect, test } from "vitest";
import { boardReport } from "#lib/board/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeAnswer,
  makeEditor,
  makePerson,
  makeRegistration,
  makeResource,
  makeWebinar,
} from "#tests/support/factories";

const report = async (query: { annee?: number; mois?: number } = {}, at = AT) =>
  boardReport(await makeEditor(), query, at);
const held = (startsAt: string, more: Parameters<typeof makeWebinar>[0] = {}) =>
  makeWebinar({
    startsAt: new Date(startsAt),
    durationMinutes: 60,
    publishedAt: new Date("2025-01-01T00:00:00Z"),
    ...more,
  });

test("sessions that were held count in their month of Paris, with those who had a seat, who came and what they said", async () => {
  // Half past midnight in Paris, on the first of January.
  const { id: webinarId } = await held("2026-12-31T23:30:00Z");
  for (const present of [true, true, true, true, true, true, false])
    await makeRegistration({ webinarId, presentAt: present ? AT : null });
  await makeRegistration({ webinarId, status: "cancelled" });
  for (const usefulness of [5, 5, 4, 4, 5]) await makeAnswer({ webinarId, usefulness });
  const { id: lastYear } = await held("2026-01-15T12:00:00Z");
  for (const _ of [1, 2, 3]) await makeRegistration({ webinarId: lastYear });
  const { lines } = await report({ mois: 1 });
  expect(lines).toMatchObject([
    {
      key: "2027-01",
      current: { sessions: 1, registrations: 5, present: 5, mean: 4.5 },
      before: { sessions: 1, registrations: "few", present: 0, mean: null },
    },
  ]);
});

test("a session that nobody could see, was cancelled, is not over or left no trace was not held", async () => {
  const seats = async (webinar: { id: string }) => makeRegistration({ webinarId: webinar.id });
  await seats(await held("2027-01-05T12:00:00Z", { publishedAt: null }));
  await seats(await held("2027-01-05T12:00:00Z", { cancelledAt: AT }));
  await seats(await held("2027-01-11T08:30:00Z"));
  await held("2027-01-05T12:00:00Z");
  const { lines } = await report({ mois: 1 });
  expect(lines).toMatchObject([{ current: { sessions: 0, registrations: 0 } }]);
  expect((await report({ mois: 1 }, new Date("2027-01-11T09:30:00Z"))).lines).toMatchObject([
    { current: { sessions: 1 } },
  ]);
});

test("a year has twelve lines, then the whole of it, counted before it is rounded", async () => {
  for (const month of ["01", "02"]) {
    const { id: webinarId } = await held(`2026-${month}-15T12:00:00Z`);
    for (const _ of [1, 2, 3]) await makeRegistration({ webinarId });
  }
  const { lines } = await report({ annee: 2026 });
  expect(lines.map(({ key }) => key)).toEqual([
    ...Array.from({ length: 12 }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`),
    null,
  ]);
  expect(lines[0]?.current.registrations).toBe("few");
  expect(lines.at(-1)?.current).toMatchObject({ sessions: 2, registrations: 5 });
});

test("newcomers and documents count when they came", async () => {
  for (const name of ["a", "b", "c", "d", "e"]) await makePerson(`${name}@exemple.fr`);
  await makeResource({ publishedAt: later(-DAY) });
  await makeResource({ publishedAt: later(DAY) });
  await makeResource({ publishedAt: later(-DAY), withdrawnAt: AT });
  await db.person.updateMany({ data: { createdAt: AT } });
  const { lines } = await report({ mois: 1 });
  expect(lines).toMatchObject([{ current: { newPeople: 5, resources: 1 }, before: { newPeople: null, resources: 0 } }]);
});

test("pages are told by how often they were read, the year before beside; files and what has no name are no pages", async () => {
  const read = (day: string, path: string, count: number) => ({ day: new Date(day), path, count });
  await db.pageView.createMany({
    data: [
      read("2027-01-01", "/besoins", 3),
      read("2027-01-31", "/besoins", 4),
      read("2027-01-02", "/centres", 9),
      read("2026-01-02", "/centres", 2),
      read("2026-02-01", "/centres", 50),
      read("2026-12-31", "/besoins", 70),
      read("2027-02-01", "/besoins", 80),
      read("2027-01-03", "", 99),
      read("2027-01-03", "/webinaires/x/agenda.ics", 99),
    ],
  });
  expect((await report({ mois: 1 })).pages).toEqual([
    { path: "/centres", current: 9, before: 2 },
    { path: "/besoins", current: 7, before: 0 },
  ]);
});

test("words are told when they were looked for in vain five times, in this period", async () => {
  const asked = (day: string, words: string, count: number) => ({ day: new Date(day), words, count });
  await db.fruitlessSearch.createMany({
    data: [
      asked("2027-01-01", "mecenat", 3),
      asked("2027-01-09", "mecenat", 2),
      asked("2027-01-09", "marie curie", 4),
      asked("2026-12-31", "marie curie", 4),
    ],
  });
  expect((await report({ mois: 1 })).searches).toEqual([{ words: "mecenat", count: 5 }]);
});

test("ten pages and ten searches at most, those that most people wanted first, then by name", async () => {
  const day = new Date("2027-01-02");
  const names = Array.from({ length: 12 }, (_, index) => `mot-${String(index).padStart(2, "0")}`);
  const count = (index: number) => (index === 11 ? 9 : 5);
  await db.pageView.createMany({ data: names.map((name, index) => ({ day, path: `/${name}`, count: count(index) })) });
  await db.fruitlessSearch.createMany({ data: names.map((words, index) => ({ day, words, count: count(index) })) });
  const { pages, searches } = await report({ mois: 1 });
  const first = ["mot-11", ...names.slice(0, 9)];
  expect(pages.map(({ path }) => path)).toEqual(first.map((name) => `/${name}`));
  expect(searches.map(({ words }) => words)).toEqual(first);
});
