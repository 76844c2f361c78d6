import { describe, expect, it } from "vitest";
import { isLive, TRANSITIONS, undoUntil } from "#lib/seats/rules";
import type { SeatEvent } from "#lib/seats/schema";
import { admission, freeSeats, offerDeadline, seatAllocation } from "#lib/seats/waitlist/rules";
import type { SeatCounts } from "#lib/seats/waitlist/schema";
import type { RegistrationStatus } from "#prisma/enums";
import { AT, HOUR, later } from "#tests/support/clock";
import fc from "#tests/support/properties";

/**
 * The rules played on a list in memory: any sequence of what people and the team can do, with time passing.
 * The same sequences are played on a real database in the integration tests.
 */
type Person = { id: number; status: RegistrationStatus; waitlistRank: number | null; expiresIn: number };
type Session = { capacity: number | null; people: Person[]; turns: number; mails: string[]; admitted: number[] };

const count = ({ people }: Session, status: RegistrationStatus) => people.filter((p) => p.status === status).length;
const tally = (session: Session): SeatCounts => ({
  capacity: session.capacity,
  confirmed: count(session, "confirmed"),
  offered: count(session, "offered"),
  waiting: count(session, "waiting"),
});

const line = ({ people }: Session, status: RegistrationStatus) =>
  people.filter((p) => p.status === status).sort((a, b) => (a.waitlistRank ?? 0) - (b.waitlistRank ?? 0));

function happen(session: Session, person: Person, event: SeatEvent): boolean {
  const { from, to } = TRANSITIONS[event];
  if (!(from as readonly string[]).includes(person.status)) return false;
  person.status = to;
  if (event !== "offer" && event !== "withdraw") person.waitlistRank = null;
  if (event !== "withdraw") session.mails.push(`${event}:${person.id}`);
  return true;
}

function settle(session: Session, raised = false): void {
  for (const person of line(session, "offered")) if (person.expiresIn <= 0) happen(session, person, "expire");
  const owed = seatAllocation(tally(session), { raised, ask: true });
  for (const person of line(session, "offered").reverse().slice(0, owed.withdrawn)) happen(session, person, "withdraw");
  const given = [
    ...line(session, "offered").slice(0, owed.givenToOffered),
    ...line(session, "waiting").slice(0, owed.givenToWaiting),
  ];
  for (const person of given) happen(session, person, "give");
  for (const person of line(session, "waiting").slice(0, owed.offered)) {
    happen(session, person, "offer");
    person.expiresIn = 3;
  }
}

type Command =
  | { kind: "register" | "cancel" | "accept" | "decline"; who: number }
  | { kind: "capacity"; seats: number | null }
  | { kind: "pass" };

function play(session: Session, command: Command): void {
  settle(session);
  const known = "who" in command ? session.people.find(({ id }) => id === command.who) : undefined;
  if (command.kind === "register" && !(known && isLive(known.status))) {
    const status = admission(tally(session));
    const waitlistRank = status === "waiting" ? ++session.turns : null;
    if (known) Object.assign(known, { status, waitlistRank });
    else session.people.push({ id: command.who, status, waitlistRank, expiresIn: 0 });
    session.mails.push(`arrive:${command.who}`);
  }
  if (known && command.kind === "cancel") happen(session, known, "cancel");
  if (known && command.kind === "accept") happen(session, known, "accept");
  if (known && command.kind === "decline" && known.status === "offered") happen(session, known, "cancel");
  if (command.kind === "pass") for (const person of session.people) person.expiresIn -= 1;
  const before = session.capacity;
  if (command.kind === "capacity") session.capacity = command.seats;
  const raised = command.kind === "capacity" && before !== null && (command.seats === null || command.seats > before);
  settle(session, raised);
}

const who = fc.integer({ min: 1, max: 12 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: who.map((id) => ({ kind: "register" as const, who: id })) },
  { weight: 2, arbitrary: who.map((id) => ({ kind: "cancel" as const, who: id })) },
  { weight: 2, arbitrary: who.map((id) => ({ kind: "accept" as const, who: id })) },
  { weight: 1, arbitrary: who.map((id) => ({ kind: "decline" as const, who: id })) },
  {
    weight: 2,
    arbitrary: fc
      .option(fc.integer({ min: 1, max: 8 }), { nil: null, freq: 8 })
      .map((seats) => ({ kind: "capacity" as const, seats })),
  },
  { weight: 2, arbitrary: fc.constant({ kind: "pass" as const }) },
);

const seatsHeld = (session: Session) => count(session, "confirmed") + count(session, "offered");

describe("any life of a session", () => {
  it("never admits above the capacity in force, keeps the order, wastes no seat, writes each transition once", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (commands, capacity) => {
        const session: Session = { capacity, people: [], turns: 0, mails: [], admitted: [] };
        for (const step of commands) {
          const before = session.people.map((person) => ({ ...person }));
          const confirmedBefore = count(session, "confirmed");
          const mailsBefore = session.mails.length;
          play(session, step);
          const confirmed = count(session, "confirmed");
          // Lowering evicts nobody; nothing else may pass the capacity.
          expect(confirmed).toBeLessThanOrEqual(
            Math.max(session.capacity ?? Number.POSITIVE_INFINITY, confirmedBefore),
          );
          expect(seatsHeld(session)).toBeLessThanOrEqual(
            Math.max(session.capacity ?? Number.POSITIVE_INFINITY, confirmed),
          );
          if (step.kind === "capacity") expect(confirmed).toBeGreaterThanOrEqual(confirmedBefore);
          // No free seat while somebody waits.
          expect(Math.min(count(session, "waiting"), Math.max(0, freeSeats(tally(session))))).toBe(0);
          const turns = line(session, "waiting").map(({ waitlistRank }) => waitlistRank);
          expect(new Set(turns).size).toBe(turns.length);
          // Whoever left the line upwards stood before everyone who is still in it.
          const stillWaiting = new Set(line(session, "waiting").map(({ id }) => id));
          const risen = before.filter(
            (person) =>
              person.status === "waiting" &&
              ["offered", "confirmed"].includes(session.people.find(({ id }) => id === person.id)?.status ?? ""),
          );
          const left = before.filter(({ id, status }) => status === "waiting" && stillWaiting.has(id));
          for (const person of risen)
            for (const other of left) expect(person.waitlistRank ?? 0).toBeLessThan(other.waitlistRank ?? 0);
          expect(new Set(session.people.map(({ id }) => id)).size).toBe(session.people.length);
          const written = session.mails.slice(mailsBefore);
          expect(new Set(written).size).toBe(written.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("time", () => {
  it("keeps an offered seat 24 hours, two hours before the session at the latest", () => {
    expect(offerDeadline(AT, later(100 * HOUR))).toEqual(later(24 * HOUR));
    expect(offerDeadline(AT, later(20 * HOUR))).toEqual(later(18 * HOUR));
    expect(offerDeadline(AT, later(3 * HOUR))).toEqual(later(HOUR));
    expect(offerDeadline(AT, later(3 * HOUR - 1))).toBeNull();
  });

  it("lets a cancellation be undone for 24 hours, until the session begins", () => {
    expect(undoUntil(AT, later(100 * HOUR))).toEqual(later(24 * HOUR));
    expect(undoUntil(AT, later(5 * HOUR))).toEqual(later(5 * HOUR));
  });
});

describe("a newcomer", () => {
  const full = { capacity: 2, confirmed: 1, offered: 1, waiting: 0 };
  it("finds a seat that is neither held nor offered", () => {
    expect(admission({ ...full, offered: 0 })).toBe("confirmed");
    expect(admission(full)).toBe("waiting");
    expect(admission({ ...full, capacity: null })).toBe("confirmed");
  });

  it("never overtakes who waits", () => {
    expect(admission({ capacity: 5, confirmed: 1, offered: 0, waiting: 1 })).toBe("waiting");
  });
});
