import { describe, expect, test } from "vitest";
import type { MailKind } from "#lib/mail/schema";
import { dueAt, isPlanned, PLANNED_KINDS } from "#lib/notices/plan/rules";
import { staleAt } from "#lib/notices/rules";
import { fromParis, wallClockInParis } from "#lib/platform/dates";

const paris = (local: string): Date => {
  const instant = fromParis(local);
  if (!instant) throw new Error(`${local} is no instant of Paris`);
  return instant;
};

const until = (kind: MailKind, startsAt: Date, durationMinutes = 60, at = startsAt) =>
  staleAt(kind, [{ webinar: { startsAt, durationMinutes } }], at);

describe("when planned messages leave, on the clocks of Paris", () => {
  test.each([
    ["in winter", "2019-01-17T13:00", ["2019-01-10T13:00", "2019-01-16T13:00", "2019-01-17T12:00"]],
    ["the week summer time comes", "2026-04-01T13:00", ["2026-03-25T13:00", "2026-03-31T13:00", "2026-04-01T12:00"]],
    ["the day summer time comes", "2026-03-29T13:00", ["2026-03-22T13:00", "2026-03-28T13:00", "2026-03-29T12:00"]],
    ["the week winter time comes", "2026-10-29T13:00", ["2026-10-22T13:00", "2026-10-28T13:00", "2026-10-29T12:00"]],
  ] as const)("reminders %s", (_, start, due) => {
    const startsAt = paris(start);
    const reminders = ["reminder-week", "reminder-day", "reminder-hour"] as const;
    expect(reminders.map((kind) => wallClockInParis(dueAt(kind, startsAt)))).toEqual(due);
  });

  test("an hour before is an hour on any clock", () => {
    const startsAt = paris("2026-03-29T03:30");
    expect(startsAt.getTime() - dueAt("reminder-hour", startsAt).getTime()).toBe(3_600_000);
  });

  test.each(["2026-03-28T13:00", "2026-10-24T18:30", "2019-12-31T13:00"])(
    "what follows leaves in the morning: %s",
    (start) => {
      const morning = (days: number) => {
        const day = new Date(`${start.slice(0, 10)}T09:00Z`);
        return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 16);
      };
      const startsAt = paris(start);
      expect(wallClockInParis(dueAt("follow-up-present", startsAt))).toBe(morning(1));
      expect(wallClockInParis(dueAt("follow-up-absent", startsAt))).toBe(morning(1));
      expect(wallClockInParis(dueAt("survey", startsAt))).toBe(morning(2));
    },
  );
});

describe("when messages become pointless", () => {
  const startsAt = paris("2026-03-19T13:00");

  test("each leaves before it does, in the order of the plan", () => {
    const due = PLANNED_KINDS.map((kind) => dueAt(kind, startsAt).getTime());
    expect(due).toEqual([...due].sort((a, b) => a - b));
    for (const kind of PLANNED_KINDS) {
      expect(until(kind, startsAt)?.getTime()).toBeGreaterThan(dueAt(kind, startsAt).getTime());
    }
  });

  test("a reminder gives way to the next one, and to the session", () => {
    expect(until("reminder-week", startsAt)).toEqual(dueAt("reminder-day", startsAt));
    expect(until("reminder-hour", startsAt)).toEqual(startsAt);
  });

  test("« c’est demain » is no longer true at midnight", () => {
    expect(wallClockInParis(until("reminder-day", startsAt) ?? startsAt)).toBe("2026-03-19T00:00");
  });

  test("a session at dawn keeps its reminder of the day before", () => {
    const dawn = paris("2026-03-19T00:30");
    expect(until("reminder-day", dawn)?.getTime()).toBeGreaterThan(dueAt("reminder-day", dawn).getTime());
  });

  test.each([
    ["registration-confirmed", "2026-03-19T14:30"],
    ["registration-waiting", "2026-03-19T14:30"],
    ["registration-already", "2026-03-19T14:30"],
    ["cancellation-to-confirm", "2026-03-19T14:30"],
    ["seat-given", "2026-03-19T14:30"],
    ["offer-expired", "2026-03-19T14:30"],
    ["offer-withdrawn", "2026-03-19T14:30"],
    ["cycle-session-added", "2026-03-19T14:30"],
    ["webinar-moved", "2026-03-19T14:30"],
    ["webinar-retimed", "2026-03-19T14:30"],
    ["address-to-confirm", "2026-03-02T10:00"],
    ["registration-cancelled", null],
    ["seats-changed", null],
    ["person-erased", null],
    ["calendar-declined", "2026-03-19T14:30"],
    ["webinar-cancelled", null],
    ["personal-links", null],
    ["address-changed", null],
    ["announcement", null],
  ] as const)("%s keeps its meaning until %s", (kind, end) => {
    const stale = until(kind, startsAt, 90, paris("2026-03-01T10:00"));
    expect(stale && wallClockInParis(stale)).toBe(end);
  });

  test("what speaks of several sessions, until the last of them is over", () => {
    const seats = ["2026-03-19T13:00", "2026-05-21T13:00", "2026-04-16T13:00"].map((local) => ({
      webinar: { startsAt: paris(local), durationMinutes: 60 },
    })) as [{ webinar: { startsAt: Date; durationMinutes: number } }];
    const stale = staleAt("registration-confirmed", seats, startsAt);
    expect(stale && wallClockInParis(stale)).toBe("2026-05-21T14:00");
  });

  test("an offer, until its time is up", () => {
    const offerExpiresAt = paris("2026-03-10T10:00");
    const seat = { offerExpiresAt, webinar: { startsAt, durationMinutes: 60 } };
    expect(staleAt("seat-offered", [seat], startsAt)).toEqual(offerExpiresAt);
  });
});

test("what is planned is what can be switched off", () => {
  expect(isPlanned("survey")).toBe(true);
  expect(isPlanned("registration-confirmed")).toBe(false);
  expect(isPlanned("announcement")).toBe(false);
});
