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
  test("is one message, whatever was taken and given back", () => {
    const held = [
      one("a"),
      one("b", { status: "waiting" }),
      one("d", { status: "cancelled", calendarMethod: "REQUEST" }),
      one("e", { status: "waiting", calendarMethod: "PUBLISH" }),
      one("f", { status: "cancelled", calendarMethod: "CANCEL" }),
      one("g", { status: "cancelled" }),
      one("h", { calendarMethod: "REQUEST" }),
    ];
    expect(tellings(held)).toEqual([
      { kind: "seats-changed", registrationIds: ["a", "b", "d", "e", "f", "g", "h"], left: ["d", "e"] },
    ]);
  });

  test("is the message of a registration when nothing was given back", () => {
    const waiting = [one("b", { status: "waiting" }), one("c", { status: "waiting", calendarMethod: "CANCEL" })];
    expect(tellings([one("a"), ...waiting])).toEqual([
      { kind: "registration-confirmed", registrationIds: ["a", "b", "c"] },
    ]);
    expect(tellings(waiting)).toEqual([{ kind: "registration-waiting", registrationIds: ["b", "c"] }]);
  });

  test("is that of a cancellation when that is all, out of the calendars that knew of it", () => {
    for (const calendarMethod of [null, "REQUEST", "CANCEL"])
      expect(tellings([one("a", { status: "cancelled", calendarMethod })])).toEqual([
        { kind: "registration-cancelled", registrationIds: ["a"], calendar: calendarMethod !== null },
      ]);
  });

  test("takes a seat that became a place in line out of calendars", () => {
    expect(tellings([one("a", { status: "waiting", calendarMethod: "REQUEST" })])).toEqual([
      { kind: "seats-changed", registrationIds: ["a"], left: ["a"] },
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
