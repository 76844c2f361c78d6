import { describe, expect, test } from "vitest";
import { ignoringFault, isCutOff, nightAfter, verdictOf } from "#lib/link-watch/rules";

const AT = new Date("2027-01-11T09:00:00Z");

describe("the night", () => {
  test.each([
    ["2027-01-11T09:00:00Z", 1, "2027-01-12T02:00:00.000Z"],
    ["2027-01-11T01:00:00Z", 1, "2027-01-12T02:00:00.000Z"],
    ["2027-01-11T23:30:00Z", 1, "2027-01-13T02:00:00.000Z"],
    // Clocks go forward on 28 March, back on 31 October.
    ["2027-03-27T09:00:00Z", 1, "2027-03-28T01:00:00.000Z"],
    ["2027-10-30T09:00:00Z", 1, "2027-10-31T02:00:00.000Z"],
    ["2027-01-11T09:00:00Z", 7, "2027-01-18T02:00:00.000Z"],
  ])("after %s by %i days is %s", (at, days, wanted) => {
    expect(nightAfter(new Date(at), days).toISOString()).toBe(wanted);
  });
});

test.each([
  ["", "Indiquez jusqu’à quel jour."],
  ["demain", "Indiquez jusqu’à quel jour."],
  ["2027-01-11", "Choisissez un jour à venir."],
  ["2027-01-12", null],
  ["2028-01-11", null],
  ["2028-01-12", "Choisissez un jour de l’année qui vient."],
])("a link is ignored until « %s »: %s", (until, fault) => {
  expect(ignoringFault(until, AT)).toBe(fault);
});

test("what answers opens, unless it refuses", () => {
  const kinds = [200, 204, 304, 399, 400, 403, 404, 410, 500].map((status) => verdictOf({ status }).kind);
  expect(kinds).toEqual(
    [..."oooo", ..."ff", ..."mm", "f"].map((one) => ({ o: "opened", f: "failing", m: "missing" })[one]),
  );
});

test("a portal is cut off when three sites say nothing at all, not when two do, nor when one of them answers", () => {
  const silent = (url: string) => ({ url, verdict: verdictOf({ fault: "unknown-host" }) });
  const three = ["https://a.example/", "https://b.example/", "https://c.example/"].map(silent);
  expect(isCutOff(three)).toBe(true);
  expect(isCutOff(three.slice(1))).toBe(false);
  expect(isCutOff([...three.slice(1), silent("https://b.example/2")])).toBe(false);
  expect(isCutOff([...three, { url: "https://d.example/", verdict: verdictOf({ status: 500 }) }])).toBe(false);
});
