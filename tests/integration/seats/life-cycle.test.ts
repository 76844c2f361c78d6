import { expect, test } from "vitest";
import { answerOffer, cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { serveWaitlist } from "#lib/notices/mutations";
import { db } from "#lib/platform/db";
import { notifyWebinarChange } from "#lib/roster/webinar-change/mutations";
import { underLock } from "#lib/seats/lock/mutations";
import type { RegistrationStatus } from "#prisma/enums";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import fc from "#tests/support/properties";
import { mailboxToken, registered, withQueues } from "#tests/support/registrations";

withQueues();

/** What may happen to a session, each at its own hour; people are numbers. */
type Command =
  | { kind: "register" | "cancel" | "undo" | "accept" | "decline"; who: number }
  | { kind: "capacity"; seats: number | null }
  | { kind: "tick" };

const who = fc.integer({ min: 1, max: 7 });
const by = (kind: "register" | "cancel" | "undo" | "accept" | "decline") => who.map((id) => ({ kind, who: id }));
const seats = fc.option(fc.integer({ min: 1, max: 4 }), { nil: null, freq: 6 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: by("register") },
  { weight: 2, arbitrary: by("cancel") },
  { weight: 1, arbitrary: by("undo") },
  { weight: 2, arbitrary: by("accept") },
  { weight: 1, arbitrary: by("decline") },
  { weight: 1, arbitrary: seats.map((number) => ({ kind: "capacity" as const, seats: number })) },
  { weight: 1, arbitrary: fc.constant({ kind: "tick" as const }) },
);

type Person = { id: string; status: RegistrationStatus; waitlistRank: number | null };
const peopleOf = (webinarId: string): Promise<Person[]> =>
  db.registration.findMany({
    where: { webinarId },
    select: { id: true, status: true, waitlistRank: true },
    orderBy: { waitlistRank: "asc" },
  });

async function resize(id: string, capacity: number | null, at: Date): Promise<void> {
  await underLock([id], async (tx) => {
    const row = await tx.webinar.findUniqueOrThrow({ where: { id } });
    const same = { startsAt: row.startsAt, durationMinutes: row.durationMinutes, cancelled: false };
    await tx.webinar.update({ where: { id }, data: { capacity } });
    const change = { before: { ...same, capacity: row.capacity }, after: { ...same, capacity } };
    await notifyWebinarChange(tx, id, change, at);
  });
}

/** A session with the links that people were given on screen. */
async function session() {
  const { id, slug } = await makeWebinar({ capacity: 2, startsAt: later(400 * HOUR) });
  const tokens = new Map<number, string>();
  const play = async (step: Command, at: Date): Promise<void> => {
    if (step.kind === "capacity") return resize(id, step.seats, at);
    if (step.kind === "tick") {
      await underLock([id], (tx) => serveWaitlist(tx, id, at));
      return;
    }
    if (step.kind === "register") {
      const email = `p${step.who}.${id}@exemple.fr`;
      const known = await db.registration.findFirst({ where: { webinarId: id, person: { email } } });
      const token = await registered(slug, { email }, at);
      if (!known || known.status === "cancelled" || known.status === "expired") tokens.set(step.who, token);
      return;
    }
    const token = tokens.get(step.who);
    if (!token) return;
    if (step.kind === "cancel") await cancel(token, slug, null, at);
    else if (step.kind === "undo") await reinstate(token, slug, at);
    else await answerOffer(await mailboxToken(`p${step.who}.${id}@exemple.fr`), slug, step.kind, at);
  };
  return { id, play };
}

/** The message that each change of state is told by. */
const TOLD: Record<string, string[]> = {
  confirmed: ["registration-confirmed", "seat-given"],
  waiting: ["registration-waiting", "offer-withdrawn"],
  offered: ["seat-offered"],
  cancelled: ["registration-cancelled"],
  expired: ["offer-expired"],
};

const lettersOf = async () =>
  await db.outgoingMail.findMany({ select: { id: true, kind: true, registrationId: true } });

async function check(id: string, before: Person[], lettersBefore: Set<string>): Promise<void> {
  const people = await peopleOf(id);
  const { capacity } = await db.webinar.findUniqueOrThrow({ where: { id } });
  const limit = capacity ?? Number.POSITIVE_INFINITY;
  const count = (list: Person[], status: RegistrationStatus) =>
    list.filter((person) => person.status === status).length;
  const confirmed = count(people, "confirmed");
  expect(confirmed).toBeLessThanOrEqual(Math.max(limit, count(before, "confirmed")));
  if (confirmed + count(people, "offered") < limit) expect(count(people, "waiting")).toBe(0);
  const waiting = people.filter(({ status }) => status === "waiting");
  expect(new Set(waiting.map(({ waitlistRank }) => waitlistRank)).size).toBe(waiting.length);

  const was = new Map(before.map((person) => [person.id, person]));
  const risen = people.filter(
    ({ id: one, status }) => was.get(one)?.status === "waiting" && ["offered", "confirmed"].includes(status),
  );
  for (const person of risen) {
    for (const other of waiting) {
      if (was.get(other.id)?.status !== "waiting") continue;
      expect(was.get(person.id)?.waitlistRank ?? 0).toBeLessThan(other.waitlistRank ?? 0);
    }
  }

  const letters = (await lettersOf()).filter((letter) => !lettersBefore.has(letter.id));
  for (const person of people) {
    if (was.get(person.id)?.status === person.status) continue;
    const told = letters.filter(
      ({ registrationId, kind }) => registrationId === person.id && TOLD[person.status]?.includes(kind),
    );
    expect(told, `${was.get(person.id)?.status} → ${person.status}`).toHaveLength(1);
  }
}

test("any sequence of what people and the team do keeps the promises of the waiting list", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 30 }), async (commands) => {
      const { id, play } = await session();
      let at = AT;
      for (const step of commands) {
        at = later(7 * HOUR, at);
        const before = await peopleOf(id);
        const letters = new Set((await lettersOf()).map((letter) => letter.id));
        await play(step, at);
        await check(id, before, letters);
      }
    }),
    { numRuns: 25 },
  );
});
