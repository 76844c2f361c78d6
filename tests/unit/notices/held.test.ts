import { describe, expect, test } from "vitest";
import { type Held, tellings } from "#lib/notices/held/rules";

const one = (registrationId: string, more: Partial<Held> = {}): Held => ({
  registrationId,
  kind: "state",
  status: "confirmed",
  calendarMethod: null,
  ...more,
});

describe("what is told of what was held", () => {
  test("is one message for all seats, one for all places in line, one for each that was given back", () => {
    const held = [
      one("a"),
      one("b", { status: "waiting" }),
      one("c"),
      one("d", { status: "cancelled", calendarMethod: "REQUEST" }),
      one("e", { status: "waiting" }),
      one("f", { status: "cancelled" }),
    ];
    expect(tellings(held)).toEqual([
      { kind: "registration-cancelled", registrationIds: ["d"], calendar: true },
      { kind: "registration-cancelled", registrationIds: ["f"], calendar: false },
      { kind: "registration-confirmed", registrationIds: ["a", "c"] },
      { kind: "registration-waiting", registrationIds: ["b", "e"] },
    ]);
  });

  test("takes a seat that became a place in line out of calendars first", () => {
    for (const calendarMethod of [null, "CANCEL"])
      expect(tellings([one("a", { status: "waiting", calendarMethod })])).toEqual([
        { kind: "registration-waiting", registrationIds: ["a"] },
      ]);
    expect(tellings([one("a", { status: "waiting", calendarMethod: "PUBLISH" })])).toEqual([
      { kind: "registration-cancelled", registrationIds: ["a"], calendar: true },
      { kind: "registration-waiting", registrationIds: ["a"] },
    ]);
  });

  test("says nothing of an offer, which was told by itself", () => {
    expect(tellings([one("a", { status: "offered" }), one("b", { status: "expired" })])).toEqual([]);
  });

  test("is what was asked for when nothing else carries the link", () => {
    const already = one("a", { kind: "registration-already" });
    expect(tellings([already])).toEqual([{ kind: "registration-already", registrationIds: ["a"] }]);
    expect(tellings([already, one("b")])).toEqual([{ kind: "registration-confirmed", registrationIds: ["b"] }]);
    const links = [one("a", { kind: "personal-links", status: "cancelled" }), one("b", { kind: "personal-links" })];
    expect(tellings(links)).toEqual([{ kind: "personal-links", registrationIds: ["a", "b"] }]);
  });

  test("asks the owner of a live registration only", () => {
    const ask = { kind: "cancellation-to-confirm" } as const;
    expect(tellings([one("a", ask)])).toEqual([{ kind: "cancellation-to-confirm", registrationIds: ["a"] }]);
    expect(tellings([one("a", { ...ask, status: "cancelled" })])).toEqual([]);
  });
});
