import { describe, expect, test } from "vitest";
import { USUAL_RULE } from "#lib/cycles/rules";
import { monthField, newCycle, otherField, readRule, schoolCalendarForm } from "#lib/cycles/schema";
import { IDLE } from "#lib/forms/state";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const none = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [monthField(index + 1), "aucune"]));
const typed = { id: ID, title: "Cycle 2027", year: "2027", durationMinutes: "60", textsFrom: "", ...none };

function errors(change: Record<string, string>) {
  const { error } = newCycle.safeParse({ ...typed, [monthField(1)]: "2027-01-21T13:00", ...change });
  return error?.issues.map(({ path, message }) => [String(path[0]), message]);
}

const other = (month: number, local: string) => ({ [monthField(month)]: "autre", [otherField(month)]: local });

describe("the form of a new cycle", () => {
  test("gives the sessions in order, in Paris time, with the month of each", () => {
    const { webinars } = newCycle.parse({
      ...typed,
      ...other(1, "2027-09-02T13:00"),
      [monthField(7)]: "2027-07-15T13:00",
    });
    expect(webinars).toEqual([
      { month: 7, startsAt: new Date("2027-07-15T11:00:00Z") },
      { month: 1, startsAt: new Date("2027-09-02T11:00:00Z") },
    ]);
  });

  test.each([
    ["an hour that does not exist", other(3, "2027-03-28T02:30"), otherField(3), /n’existe pas à Paris/],
    ["an hour that exists twice", other(10, "2027-10-31T02:30"), otherField(10), /deux fois/],
    ["a date left empty", other(8, ""), otherField(8), /Indiquez la date/],
    ["another year", other(8, "2072-08-19T13:00"), otherField(8), /n’est pas en 2027/],
    ["a choice that is none", { [monthField(8)]: "quelque chose" }, monthField(8), /Indiquez la date/],
    ["an hour already taken", other(2, "2027-01-21T13:00"), otherField(2), /Une autre séance/],
    ["no title", { title: " " }, "title", /titre/],
  ])("refuses %s, beside its field", (_, change, field, message) => {
    expect(errors(change)).toEqual([[field, expect.stringMatching(message)]]);
  });

  test("wants one date at least", () => {
    expect(errors(none)).toEqual([[monthField(1), "Gardez au moins une date."]]);
  });

  test("says everything that is wrong at once", () => {
    expect(errors({ ...other(2, ""), ...other(3, "") })?.map(([field]) => field)).toEqual([
      otherField(2),
      otherField(3),
    ]);
  });
});

describe("a rule read from an address", () => {
  const usual = { rang: "3", jour: 4, heure: "13:00", duree: 60, annee: 2028 };
  const read = (search: Record<string, string | string[]>) => readRule(search, USUAL_RULE, 2028);

  test.each([
    ["jour", 1, 7],
    ["duree", 5, 600],
    ["annee", 2000, 2100],
  ] as const)("%s goes from %d to %d", (field, least, most) => {
    const kept = (value: number) => read({ [field]: `${value}` }).query[field];
    expect([least, most].map(kept)).toEqual([least, most]);
    expect([least - 1, most + 1].map(kept)).toEqual([usual[field], usual[field]]);
  });

  test("is what it says, and the usual one where it says nothing", () => {
    expect(read({})).toEqual({ query: usual, state: IDLE });
    expect(read({ rang: "last", jour: "2", heure: "09:30", duree: "90", annee: ["2019", "2020"] })).toEqual({
      query: { rang: "last", jour: 2, heure: "09:30", duree: 90, annee: 2019 },
      state: IDLE,
    });
    expect(read({ rang: "5", jour: "8" })).toEqual({ query: usual, state: IDLE });
  });

  test.each([
    ["annee", "1900", /entre 2000 et 2100/],
    ["annee", "99999", /entre 2000 et 2100/],
    ["annee", "", /entre 2000 et 2100/],
    ["annee", "MMXX", /entre 2000 et 2100/],
    ["duree", "0", /entre 5 et 600/],
    ["heure", "", /heure/],
    ["heure", "25:00", /heure/],
  ])("says beside %s that « %s » cannot be used", (field, typed, sentence) => {
    const { query, state } = read({ rang: "last", [field]: typed });
    expect(query).toEqual({ ...usual, rang: "last" });
    expect(state).toMatchObject({
      values: { rang: "last", jour: "4", [field]: typed },
      fieldErrors: { [field]: expect.stringMatching(sentence) },
    });
  });
});

test("a calendar is a file of two megabytes at most", () => {
  const file = (size: number) => new File([new Uint8Array(size)], "Zone-A.ics");
  expect(schoolCalendarForm.safeParse({ file: file(2_000_000) }).success).toBe(true);
  expect(schoolCalendarForm.safeParse({ file: file(2_000_001) }).error?.issues[0]?.message).toMatch(/trop lourd/);
  expect(schoolCalendarForm.safeParse({}).error?.issues[0]?.message).toMatch(/Choisissez le fichier/);
});
