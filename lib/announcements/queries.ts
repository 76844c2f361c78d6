import { designatedBy } from "#lib/announcements/rules";
import {
  type AnnouncementCheck,
  type AnnouncementFilter,
  type AnnouncementInput,
  announcementFilter,
  type SentAnnouncement,
} from "#lib/announcements/schema";
import type { Viewer } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { deliveriesAmong } from "#lib/mail/queries";
import type { MailTemplate } from "#lib/mail/schema";
import { withFrenchNames } from "#lib/mail/variables";
import { isAttendanceComplete } from "#lib/notices/plan/rules";
import type { PlannedWebinar } from "#lib/notices/plan/schema";
import { type Addressee, addresseeColumns, composeMail } from "#lib/notices/variables/queries";
import { SAMPLE_LINKS } from "#lib/people/links/rules";
import { formatDay, formatHours, formatTimestamp } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { publicationState, visibleAt } from "#lib/publication/rules";
import { LIVE_STATUSES } from "#lib/seats/rules";
import { replayColumns } from "#lib/webinars/queries";
import { isReplayPublic } from "#lib/webinars/rules";

const WEEK_MS = 7 * 86_400_000;

/** Whoever reads an example while nobody is registered. */
const SOMEONE = {
  id: "",
  firstName: "Camille",
  personId: null,
  person: null,
  status: "confirmed",
  sequence: 0,
  waitlistRank: null,
  offerExpiresAt: null,
  cancelledAt: null,
} as const;

/**
 * A message as someone would read it. It is written nowhere, and its personal links open nothing.
 * @param about the session, and a registrant of it; an imaginary one when null or not of this session
 * @returns null when there is no such session
 */
export async function previewMessage(
  _editor: Viewer,
  text: MailTemplate,
  { webinarId, registrationId }: { webinarId: string; registrationId: string | null },
): Promise<{ subject: string; text: string; html: string } | null> {
  const { select } = addresseeColumns.webinar;
  const webinar = await db.webinar.findUnique({ where: { id: webinarId }, select });
  if (!webinar) return null;
  const registrant =
    registrationId &&
    (await db.registration.findFirst({
      where: { id: registrationId, webinarId, anonymisedAt: null },
      select: addresseeColumns,
    }));
  const person: Addressee = registrant || { ...SOMEONE, webinarId, webinar };
  const before = webinar.previousStartsAt ?? new Date(webinar.startsAt.getTime() - WEEK_MS);
  return composeMail(db, text, [person], SAMPLE_LINKS, {
    deadline: formatTimestamp(person.offerExpiresAt ?? before),
    previousDay: formatDay(before),
    previousHours: formatHours(before, webinar.durationMinutes),
  });
}

/** The session with which the common text of a message is shown: the next one, else the last. */
export async function exampleSession(_editor: Viewer, at: Date): Promise<{ id: string; title: string } | null> {
  const select = { id: true, title: true } as const;
  const where = { ...visibleAt(at), cancelledAt: null };
  const next = { where: { ...where, startsAt: { gt: at } }, orderBy: { startsAt: "asc" }, select } as const;
  return (
    (await db.webinar.findFirst(next)) ?? (await db.webinar.findFirst({ where, orderBy: { startsAt: "desc" }, select }))
  );
}

export async function listReaders(_editor: Viewer, webinarId: string): Promise<{ id: string; name: string }[]> {
  const people = await db.registration.findMany({
    where: { webinarId, anonymisedAt: null, status: { in: [...LIVE_STATUSES] } },
    select: { id: true, firstName: true, lastName: true },
    orderBy: [{ lastName: "asc" }, { firstName: "asc" }, { id: "asc" }],
  });
  return people.map(({ id, firstName, lastName }) => ({ id, name: `${firstName} ${lastName}` }));
}

/** Who gets an announcement, in order. */
export async function recipientsOf(client: Transaction, webinarId: string, filter: AnnouncementFilter) {
  const rows = await client.registration.findMany({
    where: { webinarId, ...designatedBy(filter), remindersOffAt: null },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id }) => id);
}

/** Tells one announcement from another: its words and its readers. */
export const announcementFingerprint = (
  { webinarId, subject, body }: AnnouncementInput,
  recipients: readonly string[],
): string => fingerprint([webinarId, subject, body, recipients]);

/** Whether only the model of a message is there: nothing was written. */
export async function isUnwritten({
  webinarId,
  body,
}: Pick<AnnouncementInput, "webinarId" | "body">): Promise<boolean> {
  const model = await findTemplate(db, "announcement", webinarId);
  return model.body.trim() === body.trim();
}

/**
 * What would be sent, to be shown before it is.
 * @returns null when nobody would get it
 */
export async function checkAnnouncement(editor: Viewer, input: AnnouncementInput): Promise<AnnouncementCheck | null> {
  const { webinarId, subject, body } = input;
  const recipients = await recipientsOf(db, webinarId, input);
  const [first] = recipients;
  if (!first) return null;
  const [refusing, reader, mail] = await Promise.all([
    db.registration.count({ where: { webinarId, ...designatedBy(input), remindersOffAt: { not: null } } }),
    db.registration.findUnique({ where: { id: first }, select: { firstName: true, lastName: true } }),
    previewMessage(editor, { subject, body }, { webinarId, registrationId: first }),
  ]);
  if (!mail || !reader) return null;
  const example = `${reader.firstName} ${reader.lastName}`;
  return { recipients: recipients.length, refusing, example, mail, shown: announcementFingerprint(input, recipients) };
}

async function deliveriesOf(announcementIds: string[]) {
  const rows = await db.outgoingMail.groupBy({
    by: ["announcementId", "status"],
    where: { announcementId: { in: announcementIds } },
    _count: true,
  });
  return (id: string) => deliveriesAmong(rows.filter((row) => row.announcementId === id));
}

/** What the team wrote to the registrants of a session, newest first, with what became of it. */
export async function listAnnouncements(_editor: Viewer, webinarId: string): Promise<SentAnnouncement[]> {
  const rows = await db.announcement.findMany({
    where: { webinarId },
    select: { id: true, subject: true, body: true, filter: true, recipients: true, sentAt: true },
    orderBy: { sentAt: "desc" },
  });
  const deliveries = await deliveriesOf(rows.map(({ id }) => id));
  return rows.map(({ id, subject, body, filter, ...row }) => ({
    ...row,
    id,
    subject: withFrenchNames(subject),
    body: withFrenchNames(body),
    filter: announcementFilter.parse(filter),
    deliveries: deliveries(id),
  }));
}

/** What the messages of a session depend on. @returns null when there is no such session */
export async function findPlannedWebinar(
  _editor: Viewer,
  id: string,
  at: Date,
): Promise<(PlannedWebinar & { id: string; title: string; durationMinutes: number; forgotten: number }) | null> {
  const row = await db.webinar.findUnique({
    where: { id },
    select: {
      ...replayColumns,
      title: true,
      startsAt: true,
      durationMinutes: true,
      cancelledAt: true,
      attendanceCompleteAt: true,
      _count: { select: { registrations: { where: { anonymisedAt: { not: null } } } } },
    },
  });
  if (!row) return null;
  const { title, startsAt, durationMinutes, cancelledAt } = row;
  return {
    id,
    title,
    startsAt,
    durationMinutes,
    cancelledAt,
    forgotten: row._count.registrations,
    visible: publicationState(row, at) === "published",
    replayPublic: isReplayPublic(row, at),
    attendanceComplete: isAttendanceComplete(row),
  };
}
