import { describe, expect, test } from "vitest";
import { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { type SchoolEvent, schoolCalendar } from "#tests/support/school-calendar";

const read = (...events: SchoolEvent[]) => readSchoolCalendar(schoolCalendar(events));

describe("the ministry's calendar", () => {
  test("gives first and last days without school: its DTEND is the day of return", () => {
    expect(read(["Vacances de Noël - Zones A/B/C", "2026-12-19", "2027-01-04"])).toEqual({
      ok: true,
      stretches: [{ label: "Vacances de Noël - Zones A/B/C", startsOn: "2026-12-19", endsOn: "2027-01-03" }],
    });
  });

  test.each([
    ["ends where it starts", "2027-05-07"],
    ["does not say when it ends", undefined],
  ])("an event that %s lasts a day", (_, end) => {
    expect(read(["Pont de l'Ascension - Zone A", "2027-05-07", end])).toMatchObject({
      stretches: [{ startsOn: "2027-05-07", endsOn: "2027-05-07" }],
    });
  });

  const SUMMER: SchoolEvent = ["Début des Vacances d'Été - Zones A/B/C", "2027-07-03", "2027-07-03"];
  const TEACHERS: SchoolEvent = ["Vacances d'Été (prérentrée Enseignants) - Zones A/B/C", "2027-08-31", "2027-09-03"];

  test.each([[[SUMMER, TEACHERS]], [[TEACHERS, SUMMER]]])(
    "holidays told by their first day last until the return, which is none",
    (events) => {
      expect(read(...events)).toEqual({
        ok: true,
        stretches: [{ label: "Vacances d'Été - Zones A/B/C", startsOn: "2027-07-03", endsOn: "2027-08-30" }],
      });
    },
  );

  test.each<[string, SchoolEvent[], string, string]>([
    ["no return", [SUMMER], "2027-08-31", "Vacances d'Été, fin non publiée, à vérifier - Zones A/B/C"],
    [
      "the return of another zone",
      [
        ["Début des Vacances d'Été - Zone A", "2027-07-03"],
        ["Rentrée scolaire des élèves - Zone B", "2027-08-20", "2027-08-21"],
      ],
      "2027-08-31",
      "Vacances d'Été, fin non publiée, à vérifier - Zone A",
    ],
    [
      "a return of another year",
      [SUMMER, ["Rentrée scolaire des élèves - Zone A", "2028-09-01", "2028-09-02"]],
      "2027-08-31",
      "Vacances d'Été, fin non publiée, à vérifier - Zones A/B/C",
    ],
    [
      "another season",
      [["Début des vacances de Noël - Zone A", "2027-12-18"]],
      "2028-01-02",
      "vacances de Noël, fin non publiée, à vérifier - Zone A",
    ],
  ])("with %s, it is said that nobody told their end", (_, events, endsOn, label) => {
    expect(read(...events)).toMatchObject({ stretches: [{ label, endsOn }] });
  });

  test("keeps holidays and bridges, once each, and leaves the days of return out", () => {
    const bridge: SchoolEvent = ["Pont de l'Ascension - Zone A", "2027-05-06", "2027-05-10"];
    const back: SchoolEvent = ["Rentrée scolaire des élèves - Zone A", "2026-09-01", "2026-09-02"];
    expect(read(bridge, back, bridge)).toMatchObject({ ok: true, stretches: [{ startsOn: "2027-05-06" }] });
  });

  test("may fold its lines, end them either way and carry hours", () => {
    const text = schoolCalendar([["Vacances d'Hiver - Zone A", "2027-02-13T00:00:00", "2027-03-01T00:00:00"]]);
    for (const file of [text, text.replaceAll("\r\n", "\n"), text.replace("- Zone", "-\r\n  Zone")])
      expect(readSchoolCalendar(file)).toEqual({
        ok: true,
        stretches: [{ label: "Vacances d'Hiver - Zone A", startsOn: "2027-02-13", endsOn: "2027-02-28" }],
      });
  });
});

describe("a file that is not the calendar is refused", () => {
  test.each([
    ["nothing", ""],
    ["a page", "<!doctype html><title>Vacances</title>"],
    ["a table", "description;debut;fin\nVacances;2027-02-13;2027-03-01"],
    ["a calendar cut short", schoolCalendar([["Vacances", "2027-02-13", "2027-03-01"]]).slice(0, -20)],
    ["two calendars", schoolCalendar([]).repeat(2)],
    ["a day that does not exist", schoolCalendar([["Vacances", "2027-02-31", "2027-03-31"]])],
    ["another component", "BEGIN:VEVENT\r\nSUMMARY:Vacances\r\nEND:VEVENT\r\n"],
  ])("%s", (_, text) => {
    expect(readSchoolCalendar(text)).toEqual({ ok: false, reason: "unreadable" });
  });

  test("a calendar without holidays", () => {
    expect(read(["Réunion", "2027-02-13", "2027-02-14"])).toEqual({ ok: false, reason: "empty" });
  });
});
