import { describe, expect, test } from "vitest";
import { isHoliday } from "#lib/calendar/holidays";
import { renderMail } from "#lib/mail/render";
import { digestMorning } from "#lib/people/digest/rules";
import { digestPreferences, digestRequest } from "#lib/people/digest/schema";

const at = (instant: string) => digestMorning(new Date(instant), isHoliday)?.toISOString() ?? null;

describe("the message of the month leaves at nine in Paris on the first working day", () => {
  test.each([
    // A holiday, then a week-end: Monday 4 January 2027.
    ["2027-01-01T12:00:00Z", null],
    ["2027-01-04T07:59:59Z", null],
    ["2027-01-04T08:00:00Z", "2027-01-04T08:00:00.000Z"],
    ["2027-01-07T07:59:59Z", "2027-01-04T08:00:00.000Z"],
    ["2027-01-07T08:00:00Z", null],
    // In summer time; and 1 May 2028, a holiday.
    ["2027-07-01T07:00:00Z", "2027-07-01T07:00:00.000Z"],
    ["2028-05-01T10:00:00Z", null],
    ["2028-05-02T07:00:00Z", "2028-05-02T07:00:00.000Z"],
  ])("at %s: %s", (instant, morning) => {
    expect(at(instant)).toBe(morning);
  });
});

test("choices are a few known words", () => {
  const email = "a@exemple.fr";
  expect(digestRequest.parse({ choices: "besoin:un-besoin", email }).choices).toEqual(["besoin:un-besoin"]);
  for (const choices of [undefined, [], "", "besoin:", "ailleurs", ["tout", "besoin:<b>"], Array(41).fill("tout")])
    expect(digestPreferences.safeParse({ token: "t", choices }).success).toBe(false);
});

test("a list of what leads somewhere is read and followed in both forms of a message", () => {
  const news = ["Un guide\nhttps://portail.example/ressources/a", "Sans adresse"];
  const { text, html } = renderMail({ subject: "S", body: "Voici.\n\n{news}" }, { news });
  expect(text).toBe("Voici.\n\n- Un guide\n  https://portail.example/ressources/a\n- Sans adresse\n");
  expect(html).toContain('<a href="https://portail.example/ressources/a">');
});
