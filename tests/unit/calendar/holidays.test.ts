import { afterEach, describe, expect, test } from "vitest";
import { isHoliday } from "#lib/calendar/holidays";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

describe("isHoliday", () => {
  test.each(["2019-01-01", "2019-04-22", "2019-05-01", "2019-05-30", "2019-06-10", "2019-08-15", "2027-11-11"])(
    "%s is one",
    (day) => {
      expect(isHoliday(day)).toBe(true);
    },
  );

  test.each(["2019-04-19", "2019-12-26", "2019-08-14", "2019-08-22"])("%s is none in most of France", (day) => {
    expect(isHoliday(day)).toBe(false);
  });

  test.each(["Pacific/Auckland", "America/Santiago", "Pacific/Honolulu"])("the machine may be in %s", (elsewhere) => {
    process.env.TZ = elsewhere;
    // Years that no other test asks for: what is read is kept.
    const year = { "Pacific/Auckland": 2030, "America/Santiago": 2031, "Pacific/Honolulu": 2032 }[elsewhere];
    const ascension = { 2030: "2030-05-30", 2031: "2031-05-22", 2032: "2032-05-06" }[year ?? 2030];
    expect(isHoliday(ascension ?? "")).toBe(true);
    expect(isHoliday(`${year}-07-14`)).toBe(true);
    expect(isHoliday(`${year}-07-13`)).toBe(false);
  });
});
