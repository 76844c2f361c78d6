import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sendAnnouncement } from "#lib/announcements/mutations";
import { checkAnnouncement } from "#lib/announcements/queries";
import type { AnnouncementInput } from "#lib/announcements/schema";
import type { Editor } from "#lib/auth/editor";
import { followCycle, leaveCycle } from "#lib/enrolment/cycle/mutations";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { register } from "#lib/enrolment/mutations";
import { answerOffer, cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { writeLinks } from "#lib/people/links/mutations";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { eraseOnRequest } from "#lib/privacy/mutations";
import { addRegistrants } from "#lib/roster/additions/mutations";
import { cancelRegistrant, correctAddress, restoreRegistrant } from "#lib/roster/mutations";
import type { WebinarEdit } from "#lib/webinars/schema";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCycle, makeEditor, makeWebinar } from "#tests/support/factories";
import fc from "#tests/support/properties";
import { input, withQueues } from "#tests/support/registrations";
import { editSession } from "#tests/support/session-edit";

withQueues();

const PEOPLE = 5;
const SESSIONS = 3;
const who = fc.integer({ min: 0, max: PEOPLE - 1 });
const which = fc.integer({ min: 0, max: SESSIONS - 1 });
const seats = fc.constantFrom(1, 2, 3, null);

const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("register" as const),
      who,
      sessions: fc.uniqueArray(which, { minLength: 1 }),
      whole: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("cancel", "undo", "accept", "decline", "cancelled by the team", "restored by the team"),
      who,
      which,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom("follow", "leave", "give back", "erase", "correct"), who }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      which,
      days: fc.constantFrom(0, 0, 1, 2),
      capacity: seats,
      cancelled: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("paste" as const), which, people: fc.uniqueArray(who) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("announce" as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("batch" as const), capacity: seats }) },
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const addressOf = (index: number) => `p${index}@exemple.fr`;

async function mailbox(index: number, at: Date): Promise<string> {
  const person = await db.person.findUnique({ where: { emailKey: addressOf(index) }, select: { id: true } });
  const token = newToken();
  if (person) await writeLinks(db, [{ token, personId: person.id, grants: [] }], at);
  return token;
}

async function edit(editor: Editor, id: string, typed: Partial<WebinarEdit>, at: Date) {
  await editSession(editor, id, typed, at);
}

async function announce(editor: Editor, webinarId: string, at: Date) {
  const written: AnnouncementInput = {
    id: randomUUID(),
    webinarId,
    subject: "Bonjour",
    body: "À bientôt.",
    audiences: ["cancelled", "confirmed", "expired", "waiting"],
    profiles: [],
    presence: "all",
    shown: "",
    intent: "send",
  };
  const check = await checkAnnouncement(editor, written);
  if (check) await sendAnnouncement(editor, { ...written, shown: check.shown }, at);
}

async function stage() {
  const cycle = await makeCycle();
  const make = (days: number, capacity: number | null) =>
    makeWebinar({ cycleId: cycle.id, startsAt: later(days * DAY), capacity });
  const webinars = [await make(60, 1), await make(61, 2), await make(62, 1)];
  const editor = await makeEditor();
  const slugOf = (index: number) => webinars[index]?.slug ?? "";
  const idOf = (index: number) => webinars[index]?.id ?? "";
  const seatOf = (index: number, session: number) =>
    db.registration.findFirst({ where: { webinarId: idOf(session), person: { emailKey: addressOf(index) } } });

  async function play(step: Act, at: Date): Promise<unknown> {
    switch (step.kind) {
      case "register":
        return register(
          step.sessions.map(slugOf),
          input({ email: addressOf(step.who) }),
          { wholeCycle: step.whole },
          at,
        );
      case "cancel":
        return cancel(await mailbox(step.who, at), slugOf(step.which), null, at);
      case "undo":
        return reinstate(await mailbox(step.who, at), slugOf(step.which), at);
      case "accept":
      case "decline":
        return answerOffer(await mailbox(step.who, at), slugOf(step.which), step.kind, at);
      case "cancelled by the team":
        return cancelRegistrant(editor, (await seatOf(step.who, step.which))?.id ?? randomUUID(), at);
      case "restored by the team":
        return restoreRegistrant(editor, (await seatOf(step.who, step.which))?.id ?? randomUUID(), at);
      case "follow":
        return followCycle(await mailbox(step.who, at), cycle.slug, at);
      case "leave":
        return leaveCycle(await mailbox(step.who, at), cycle.slug, false, at);
      case "give back":
        return leaveCycle(await mailbox(step.who, at), cycle.slug, true, at);
      case "erase":
        return eraseOnRequest(await mailbox(step.who, at), at);
      case "correct": {
        const seat = await db.registration.findFirst({ where: { person: { emailKey: addressOf(step.who) } } });
        return seat && correctAddress(editor, seat.id, addressOf((step.who + 1) % PEOPLE), at);
      }
      case "edit": {
        const { startsAt } = await db.webinar.findUniqueOrThrow({ where: { id: idOf(step.which) } });
        const { capacity, cancelled } = step;
        return edit(editor, idOf(step.which), { startsAt: later(step.days * DAY, startsAt), capacity, cancelled }, at);
      }
      case "paste": {
        const people = step.people.map((index) => input({ email: addressOf(index) }));
        return addRegistrants(editor, idOf(step.which), people, at);
      }
      case "announce":
        return announce(editor, idOf(step.which), at);
      case "batch":
        await make(70, step.capacity);
        await make(71, step.capacity);
        return addCycleWebinars(at);
    }
  }
  return play;
}

test("one act, whoever does it, writes one message at most to each person", { timeout: 240_000 }, async () => {
  let several = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 25 }), async (acts) => {
      const play = await stage();
      let at = AT;
      for (const step of acts) {
        at = later(9 * HOUR, at);
        const since = (await db.outgoingMail.aggregate({ _max: { rank: true } }))._max.rank ?? 0;
        await play(step, at);
        const written = await db.outgoingMail.findMany({
          where: { rank: { gt: since } },
          select: { to: true, kind: true },
        });
        const kinds = Map.groupBy(written, ({ to }) => to);
        for (const [to, mails] of kinds)
          expect(
            mails.map(({ kind }) => kind),
            `${step.kind}, to ${to}`,
          ).toHaveLength(1);
        several += written.filter(({ kind }) => kind === "seats-changed").length;
      }
    }),
    { numRuns: 12 },
  );
  expect(several).toBeGreaterThan(0);
});
