import { describe, expect, test } from "vitest";
import { findRoom } from "#lib/attendance/queries";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { answerOffer, cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { serveWaitlist } from "#lib/notices/mutations";
import { db } from "#lib/platform/db";
import { underLock } from "#lib/seats/lock/mutations";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { mailboxToken, registered, withQueues } from "#tests/support/registrations";

withQueues();

const TYPED = "typee@exemple.fr";
type Session = Awaited<ReturnType<typeof makeWebinar>>;
type Step = (token: string, session: Session) => Promise<unknown>;

/** A session with one seat, held by somebody who gives it back later; the address is typed once it is full. */
async function story(known: boolean, capacity: number, steps: readonly Step[]) {
  const session = await makeWebinar({ capacity });
  const holder = await registered(session.slug, { email: `titulaire.${known}@exemple.fr` });
  if (known) await registered(session.slug, { email: TYPED });
  const token = await registered(session.slug, { email: TYPED }, later(MINUTE));
  const seen: unknown[] = [];
  for (const step of steps) {
    seen.push(await step(step === FREE ? holder : token, session));
    const view = await findRegistrations(token, later(3 * HOUR));
    const room = await findRoom(token, session.slug, later(3 * HOUR));
    seen.push(
      view?.seats.map(({ calendarId: _, webinar: __, ...seat }) => seat),
      room?.state,
    );
  }
  await db.registration.deleteMany();
  return seen;
}

const FREE: Step = (token, { slug }) => cancel(token, slug, null, later(HOUR));
const ACCEPT: Step = (token, { slug }) => answerOffer(token, slug, "accept", later(2 * HOUR));
const DECLINE: Step = (token, { slug }) => answerOffer(token, slug, "decline", later(2 * HOUR));
const CANCEL: Step = (token, { slug }) => cancel(token, slug, null, later(2 * HOUR));
const UNDO: Step = (token, { slug }) => reinstate(token, slug, later(2 * HOUR + MINUTE));
const LATE: Step = (token, { slug }) => reinstate(token, slug, later(2 * DAY));
const LOOK: Step = async () => null;
const RAISE: Step = async (_token, { id }) => {
  await db.webinar.update({ where: { id }, data: { capacity: 50 } });
  await underLock([id], (tx) => serveWaitlist(tx, id, later(HOUR)));
};
const EXPIRE: Step = (_token, { id }) => underLock([id], (tx) => serveWaitlist(tx, id, later(2 * DAY)));

const STORIES: [string, number, Step[]][] = [
  ["is looked at", 1, [LOOK]],
  ["accepts, though nothing is offered", 1, [ACCEPT]],
  ["declines, though nothing is offered", 1, [DECLINE]],
  ["accepts an offered seat", 1, [FREE, ACCEPT]],
  ["declines an offered seat", 1, [FREE, DECLINE]],
  ["lets an offer lapse", 1, [FREE, EXPIRE, ACCEPT]],
  ["is given a seat", 1, [RAISE, LOOK]],
  ["gives its place in line back, and wants it again", 1, [CANCEL, UNDO]],
  ["gives an offered seat back, and wants it again", 1, [FREE, CANCEL, UNDO]],
  ["gives back a seat, and wants it again", 9, [CANCEL, UNDO]],
  ["gives back a seat, twice, and wants it again too late", 9, [CANCEL, CANCEL, LATE]],
];

describe("an address that was known answers on screen as a new one does, when it", () => {
  test.each(STORIES)("%s (%i seats)", async (_, capacity, steps) => {
    expect(await story(true, capacity, steps)).toEqual(await story(false, capacity, steps));
  });
});

test("an offer is answered from the mailbox", async () => {
  const { slug } = await makeWebinar({ capacity: 1 });
  const holder = await registered(slug, { email: "titulaire@exemple.fr" });
  const token = await registered(slug, { email: TYPED });
  await cancel(holder, slug, null, AT);
  expect(await answerOffer(token, slug, "accept", AT)).toEqual({ ok: false, reason: "unknown" });
  expect(await answerOffer(await mailboxToken(TYPED), slug, "accept", AT)).toEqual({ ok: true });
});
