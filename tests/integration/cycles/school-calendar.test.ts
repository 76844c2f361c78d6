import { expect, test } from "vitest";
import { loadSchoolCalendar } from "#lib/cycles/mutations";
import { listSchoolStretches } from "#lib/cycles/queries";
import { db } from "#lib/platform/db";
import { AT } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";
import { type SchoolEvent, schoolCalendar } from "#tests/support/school-calendar";

const load = async (...events: SchoolEvent[]) => loadSchoolCalendar(await makeEditor(), schoolCalendar(events), AT);
const shown = async () => (await listSchoolStretches()).map(({ label, startsOn, endsOn }) => [label, startsOn, endsOn]);

const NOEL: SchoolEvent = ["Vacances de Noël - Zone A", "2026-12-19", "2027-01-04"];
const HIVER: SchoolEvent = ["Vacances d'Hiver - Zone A", "2027-02-13", "2027-03-01"];

test("a calendar is kept by its days, the last one without school included, and told to the journal", async () => {
  expect(await load(NOEL, HIVER)).toEqual({ ok: true, loaded: 2 });
  expect(await shown()).toEqual([
    ["Vacances de Noël - Zone A", "2026-12-19", "2027-01-03"],
    ["Vacances d'Hiver - Zone A", "2027-02-13", "2027-02-28"],
  ]);
  expect(await db.auditEntry.findFirst()).toMatchObject({ action: "cycle.calendar", details: { stretches: 2 } });
});

test("loaded again, even twice at once, it changes nothing", async () => {
  await load(NOEL, HIVER);
  const before = await shown();
  await Promise.all([load(NOEL, HIVER), load(NOEL, HIVER)]);
  expect(await shown()).toEqual(before);
});

test("a corrected calendar takes the place of the former, and of no other zone or year", async () => {
  const others: SchoolEvent[] = [
    ["Vacances d'Hiver - Zone B", "2027-02-20", "2027-03-08"],
    ["Vacances d'Hiver - Zone A", "2026-02-07", "2026-02-23"],
  ];
  await load(...others, NOEL, HIVER);
  await load(NOEL, ["Vacances d'Hiver - Zone A", "2027-02-06", "2027-02-22"], ["Pont - Zone A", "2027-05-06"]);
  expect((await shown()).map(([label, start]) => [label, start])).toEqual([
    ["Vacances d'Hiver - Zone A", "2026-02-07"],
    ["Vacances de Noël - Zone A", "2026-12-19"],
    ["Vacances d'Hiver - Zone A", "2027-02-06"],
    ["Vacances d'Hiver - Zone B", "2027-02-20"],
    ["Pont - Zone A", "2027-05-06"],
  ]);
});

test("what a new file no longer tells is gone, to its last day; a sign that no column takes stops nothing", async () => {
  await load(NOEL, HIVER, ["Vacances de Printemps - Zone A", "2027-04-17", "2027-05-03"]);
  await load(["Vacances de No\u0000ël - Zone A", "2026-12-19", "2027-01-04"], HIVER);
  expect((await shown()).map(([label]) => label)).toEqual(["Vacances de Noël - Zone A", "Vacances d'Hiver - Zone A"]);
});

test("a bad file changes nothing", async () => {
  await load(NOEL);
  expect(await loadSchoolCalendar(await makeEditor(), "rien", AT)).toEqual({ ok: false, reason: "unreadable" });
  expect(await load(["Réunion", "2027-02-13"])).toEqual({ ok: false, reason: "empty" });
  expect(await shown()).toHaveLength(1);
});
