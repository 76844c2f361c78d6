import { describe, expect, test } from "vitest";
import { openingWords } from "#lib/attendance/labels";
import { isRoomAddress, mayOpenRoom, readCode, refreshSeconds, roomOpensAt, roomState } from "#lib/attendance/rules";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";

const webinar = {
  startsAt: AT,
  durationMinutes: 60,
  cancelledAt: null,
  roomUrl: "https://salle.example/1",
  roomOpenedAt: null,
};
const confirmed = { status: "confirmed" as const, webinar };

describe("a room", () => {
  test.each([
    [-15 * MINUTE - 1, "early"],
    [-15 * MINUTE, "open"],
    [0, "open"],
    [HOUR + 30 * MINUTE - 1, "open"],
    [HOUR + 30 * MINUTE, "over"],
  ])("%i ms after the start is %s for someone who has a seat", (elapsed, state) => {
    expect(roomState(confirmed, later(elapsed))).toBe(state);
  });

  test.each([
    [-2 * HOUR - 1, -15 * MINUTE],
    [-2 * HOUR, -2 * HOUR],
    [-15 * MINUTE - 1, -15 * MINUTE - 1],
    [-15 * MINUTE, -15 * MINUTE],
    [HOUR, -15 * MINUTE],
  ])("that the team opened %i ms after the start opens %i ms after it", (opened, opens) => {
    const early = { ...webinar, roomOpenedAt: later(opened) };
    expect(roomOpensAt(early)).toEqual(later(opens));
    expect(mayOpenRoom(webinar, later(opened))).toBe(opened === opens && opened < -15 * MINUTE);
    expect(roomState({ ...confirmed, webinar: early }, later(opens - 1))).toBe("early");
    expect(roomState({ ...confirmed, webinar: early }, later(opens))).toBe("open");
  });

  test("that was opened opens at its usual time once the session has moved", () => {
    const moved = { startsAt: later(DAY), roomOpenedAt: later(-HOUR) };
    expect(roomOpensAt(moved)).toEqual(later(DAY - 15 * MINUTE));
  });

  test("is missing until the team has given an address that a browser can be sent to", () => {
    for (const roomUrl of [null, "", "bientôt", "javascript:alert(1)", "data:text/html,x", "//salle.example"]) {
      expect(roomState({ ...confirmed, webinar: { ...webinar, roomUrl } }, AT)).toBe("missing");
    }
    expect(isRoomAddress("http://salle.example/")).toBe(true);
  });

  test.each([
    ["waiting", "waiting"],
    ["offered", "offered"],
    ["cancelled", "left"],
    ["expired", "left"],
  ] as const)("lets nobody in who is %s, and says so as long as it matters", (status, state) => {
    expect(roomState({ status, webinar }, AT)).toBe(state);
    expect(roomState({ status, webinar }, later(-DAY))).toBe(state);
    expect(roomState({ status, webinar }, later(2 * HOUR))).toBe("over");
  });

  test("of a cancelled session never opens", () => {
    const cancelled = { ...webinar, cancelledAt: later(-DAY) };
    for (const elapsed of [-DAY, 0, 2 * HOUR]) {
      expect(roomState({ status: "confirmed", webinar: cancelled }, later(elapsed))).toBe("cancelled");
    }
  });
});

describe("its page", () => {
  test.each([
    ["early", -45 * MINUTE - 1, null],
    ["early", -45 * MINUTE, 60],
    ["early", -15 * MINUTE - 20_500, 21],
    ["open", 0, null],
    ["missing", 0, 60],
    ["waiting", -20 * MINUTE, null],
  ] as const)("%s, %i ms after the start, asks again in %j seconds", (state, elapsed, seconds) => {
    expect(refreshSeconds(state, webinar, later(elapsed))).toBe(seconds);
  });

  test("says when it opens, in Paris, whatever the distance", () => {
    const opensAt = new Date("2027-01-21T11:45:00Z");
    const words = (from: string) => openingWords(opensAt, new Date(from));
    const thursday = "La salle ouvre le jeudi 21 janvier 2027 à 12\u00A0h\u00A045, heure de Paris, ";
    const today = "La salle ouvre à 12\u00A0h\u00A045, heure de Paris, ";
    expect(words("2027-01-19T11:45:00Z")).toBe(`${thursday}dans 2\u00A0jours.`);
    expect(words("2027-01-20T22:30:00Z")).toBe(`${thursday}demain.`);
    expect(words("2027-01-20T23:30:00Z")).toBe(`${today}dans 12\u00A0heures.`);
    expect(words("2027-01-21T10:45:00Z")).toBe(`${today}dans 1\u00A0heure.`);
    expect(words("2027-01-21T11:44:10Z")).toBe(`${today}dans 1\u00A0minute.`);
  });
});

test("a code is read in groups of four, whatever the hand: case, spaces, hyphens", () => {
  expect(readCode(" 7k3m-9qwx2 b4d ")).toBe("7K3M-9QWX-2B4D");
  expect(readCode("7K3M\u20119QWX\u00A02B4D")).toBe("7K3M-9QWX-2B4D");
  for (const other of [
    "é'; --",
    "",
    "7K3M-9QWX-2B4D=",
    "７K3M-9QWX-2B4D",
    "7\u212A3M-9QWX-2B4D",
    "ß3M-9QWX-2B4D",
    "7K3M_9QWX_2B4D",
  ])
    expect(readCode(other), other).toBe("");
});
