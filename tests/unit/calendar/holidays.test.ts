import { afterEach, describe, expect, test } from "vitest";
import { holidayName, isHoliday } from "#lib/calendar/holidays";

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

  test("has a name", () => {
    expect([holidayName("2019-08-15"), holidayName("2019-08-22")]).toEqual(["Assomption", null]);
  });

  // Clocks go back there between Easter and Ascension; years that no other test asks for, since what is read is kept.
  test.each([
    ["Pacific/Auckland", "2024-05-09"],
    ["America/Santiago", "2032-05-06"],
  ])("the machine may be in %s", (elsewhere, ascension) => {
    process.env.TZ = elsewhere;
    const dayBefore = ascension.replace(/\d$/, (digit) => String(Number(digit) - 1));
    expect([isHoliday(ascension), isHoliday(dayBefore)]).toEqual([true, dayBefore === "2024-05-08"]);
  });
});
