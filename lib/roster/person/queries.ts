import type { Viewer } from "#lib/auth/editor";
import { withNextTries } from "#lib/mail/queries";
import { isAttendanceComplete } from "#lib/notices/plan/rules";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import type { PersonFile, PersonMail, PersonSeat } from "#lib/roster/person/schema";
import { LIVE_STATUSES } from "#lib/seats/rules";
import { positionOf } from "#lib/seats/waitlist/queries";
import { openAt } from "#lib/webinars/queries";
import type { Prisma } from "#prisma/client";

const MAILS_SHOWN = 50;

const identity = {
  firstName: true,
  lastName: true,
  profile: true,
  organisation: true,
  territory: true,
  createdAt: true,
} as const;

const seatColumns = {
  ...identity,
  id: true,
  webinarId: true,
  status: true,
  origin: true,
  cancelledAt: true,
  cancellationReason: true,
  offerExpiresAt: true,
  accessNeeds: true,
  certificateCode: true,
  waitlistRank: true,
  presentAt: true,
  presentMinutes: true,
  newsletterAt: true,
  newsletterNotice: true,
  remindersOffAt: true,
  heldNotice: { select: { firstAt: true } },
  webinar: { select: { id: true, title: true, startsAt: true, cancelledAt: true, attendanceCompleteAt: true } },
  questions: {
    select: { id: true, text: true, status: true, answer: true, createdAt: true },
    orderBy: { createdAt: "asc" },
  },
} as const satisfies Prisma.RegistrationSelect;

type SeatRow = Prisma.RegistrationGetPayload<{ select: typeof seatColumns }>;

async function presented({ waitlistRank, webinarId, webinar, ...row }: SeatRow): Promise<PersonSeat> {
  const { attendanceCompleteAt, ...session } = webinar;
  return {
    ...row,
    webinar: session,
    attendanceComplete: isAttendanceComplete({ startsAt: webinar.startsAt, attendanceCompleteAt }),
    keptUntil: keptUntil("identity", webinar.startsAt),
    position: row.status === "waiting" ? await positionOf(db, { webinarId, waitlistRank }) : null,
  };
}

const mailColumns = {
  id: true,
  kind: true,
  subject: true,
  status: true,
  attempts: true,
  lastError: true,
  bouncedAt: true,
  sentAt: true,
  createdAt: true,
  registration: { select: { webinar: { select: { title: true } } } },
} as const satisfies Prisma.OutgoingMailSelect;

async function mailsOf(where: Prisma.OutgoingMailWhereInput): Promise<PersonMail[]> {
  const rows = await db.outgoingMail.findMany({
    where,
    select: mailColumns,
    orderBy: { rank: "desc" },
    take: MAILS_SHOWN,
  });
  const mails = await withNextTries(rows);
  return mails.map(({ registration, ...mail }) => ({ ...mail, webinarTitle: registration?.webinar.title ?? null }));
}

const latest = <Row extends { createdAt: Date }>(rows: readonly Row[]): Row | undefined =>
  rows.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];

/** All that the team sees of somebody. @returns null for whoever is not known, or not any more */
export async function findPerson(_editor: Viewer, id: string): Promise<PersonFile | null> {
  const person = await db.person.findUnique({
    where: { id },
    select: {
      id: true,
      email: true,
      emailKey: true,
      createdAt: true,
      registrations: { select: seatColumns, orderBy: [{ webinar: { startsAt: "desc" } }, { id: "desc" }] },
      subscriptions: { select: { ...identity, cycle: { select: { title: true } } }, orderBy: { createdAt: "desc" } },
      digest: { select: { choices: true, askedAt: true, confirmedAt: true } },
    },
  });
  if (!person) return null;
  const { registrations, subscriptions, ...rest } = person;
  const written = {
    OR: [{ emailKey: person.emailKey }, { registrationId: { in: registrations.map((seat) => seat.id) } }],
  };
  const [seats, mails, mailCount] = await Promise.all([
    Promise.all(registrations.map(presented)),
    mailsOf(written),
    db.outgoingMail.count({ where: written }),
  ]);
  const asked = latest(registrations.filter(({ newsletterAt }) => newsletterAt !== null));
  const held = registrations.flatMap(({ heldNotice }) => (heldNotice ? [heldNotice.firstAt.getTime()] : []));
  return {
    ...rest,
    identity: latest([...registrations, ...subscriptions]) ?? null,
    newsletter: asked?.newsletterAt ? { at: asked.newsletterAt, notice: asked.newsletterNotice } : null,
    remindersOffAt: registrations.find(({ remindersOffAt }) => remindersOffAt)?.remindersOffAt ?? null,
    cycles: subscriptions.map(({ cycle, createdAt }) => ({ title: cycle.title, createdAt })),
    seats,
    mails,
    mailCount,
    heldSince: held.length ? new Date(Math.min(...held)) : null,
  };
}

/** The sessions to come where somebody has no seat and waits for none, the next one first. */
export const openSessions = (
  _editor: Viewer,
  personId: string,
  at: Date,
): Promise<{ id: string; title: string; startsAt: Date }[]> =>
  db.webinar.findMany({
    where: { ...openAt(at), registrations: { none: { personId, status: { in: [...LIVE_STATUSES] } } } },
    select: { id: true, title: true, startsAt: true },
    orderBy: { startsAt: "asc" },
  });
