import { type CalendarEntry, invitation, programme } from "#lib/calendar/file";
import { findTemplate } from "#lib/mail/find-template";
import { enqueueMail, type MailContent } from "#lib/mail/outbox";
import { staleAt } from "#lib/mail/plan";
import { type MailKind, type MailTemplate, REMINDER_KINDS } from "#lib/mail/schema";
import { senderMailbox } from "#lib/mail/sender";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { newPersonalLinks, writeLinks } from "#lib/registrations/links";
import {
  type Addressee,
  absoluteUrl,
  addresseeColumns,
  composeMail,
  mainSeat,
  type Values,
} from "#lib/registrations/mail-variables";
import { calendarId } from "#lib/registrations/queries";
import type { LiveStatus } from "#lib/registrations/rules";

export type MessageOptions = {
  /** Instant of writing. */
  at: Date;
  /** Names what is announced, so that it is announced once. */
  key?: string;
  /** Where it goes, when that is not the address of the registration: only a text without personal links may. */
  to?: Mailbox;
  /** In place of the text of its kind. */
  text?: MailTemplate;
  announcementId?: string;
  /** What only the caller knows: the former date of a session that moved… */
  extra?: Values;
  /** False for a seat that no calendar knows. */
  calendar?: boolean;
};

/** The calendar message that each kind carries for someone who has a seat, if it carries one. */
const CALENDAR_METHODS: Partial<Record<MailKind, "REQUEST" | "CANCEL">> = {
  "registration-confirmed": "REQUEST",
  "registration-already": "REQUEST",
  "seat-given": "REQUEST",
  "cycle-session-added": "REQUEST",
  "webinar-moved": "REQUEST",
  "registration-cancelled": "CANCEL",
  "webinar-cancelled": "CANCEL",
};

/** The message that says where a person stands. */
export const STATUS_MAIL = {
  confirmed: "registration-confirmed",
  waiting: "registration-waiting",
  offered: "seat-offered",
} as const satisfies Record<LiveStatus, MailKind>;

/** Messages that come by themselves, again and again, and can therefore be refused in one click (RFC 8058). */
const REFUSABLE: readonly MailKind[] = [...REMINDER_KINDS, "announcement"];

/** Somebody to write to, and their mailbox. */
type Mailbox = { email: string; emailKey: string };
type Recipient = Addressee & Mailbox;

function calendarOf(kind: MailKind, people: Recipient[], at: Date): MailContent["calendar"] {
  const method = CALENDAR_METHODS[kind];
  const seated =
    method === "REQUEST"
      ? people.filter(({ status, webinar }) => status === "confirmed" && !webinar.cancelledAt)
      : people;
  const [person, ...others] = seated;
  if (!method || !person) return undefined;
  const { SITE_URL, MAIL_FROM } = env();
  const organizer = senderMailbox(MAIL_FROM);
  const entries = seated.map(calendarEntry) as [CalendarEntry, ...CalendarEntry[]];
  // RFC 5546 §3.2.2: one REQUEST speaks of one UID. Several sessions are published together instead.
  if (others.length) return { method: "PUBLISH", content: programme(entries, organizer, SITE_URL, at) };
  return { method, content: invitation(method, entries[0], { organizer, attendee: person.email }, SITE_URL, at) };
}

const calendarEntry = ({ id, sequence, webinar }: Addressee): CalendarEntry => ({
  webinar,
  id: calendarId(id),
  sequence: webinar.sequence + sequence,
  registered: true,
});

/** An offer is stale once its time is up, what announces a session once it is over. */
const staleFrom = (kind: MailKind, { offerExpiresAt, webinar }: Addressee): Date | null =>
  kind === "seat-offered" ? offerExpiresAt : staleAt(kind, webinar.startsAt, webinar.durationMinutes);

async function write(
  tx: Transaction,
  kind: MailKind,
  people: Recipient[],
  text: MailTemplate,
  options: MessageOptions,
) {
  const person = mainSeat(people);
  const { at, key, announcementId } = options;
  const stale = staleFrom(kind, person);
  const { email, emailKey } = options.to ?? person;
  const keys = newPersonalLinks(person);
  const content = await composeMail(tx, text, people, keys, options.extra);
  const unsubscribe = REFUSABLE.includes(kind) && absoluteUrl(paths.remindersOff(keys.personal()));
  const calendar = options.calendar === false ? undefined : calendarOf(kind, people, at);
  const id = await enqueueMail(
    tx,
    {
      kind,
      to: email,
      emailKey,
      registrationIds: [person.id, ...people.map(({ id }) => id).filter((id) => id !== person.id)],
      ...content,
      ...(calendar && { calendar }),
      ...(key && { key }),
      ...(stale && { staleAt: stale }),
      ...(announcementId && { announcementId }),
      ...(unsubscribe && { unsubscribeUrl: unsubscribe }),
    },
    at,
  );
  if (id === null) return false;
  await writeLinks(tx, keys.links, at);
  return true;
}

/** Nobody of them is erased, nor given another address, until the transaction ends. */
async function load(tx: Transaction, ids: readonly string[]): Promise<Recipient[]> {
  const mailboxes = await tx.$queryRaw<(Mailbox & { id: string })[]>`
    SELECT r."id", p."email", p."emailKey" FROM "Registration" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."id" = ANY(${[...ids]}::uuid[]) FOR KEY SHARE OF p`;
  const mailboxOf = new Map(mailboxes.map(({ id, ...mailbox }) => [id, mailbox]));
  const rows = await tx.registration.findMany({
    where: { id: { in: [...mailboxOf.keys()] } },
    select: addresseeColumns,
    orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
  });
  return rows.flatMap((row) => {
    const mailbox = mailboxOf.get(row.id);
    return mailbox ? [{ ...row, ...mailbox }] : [];
  });
}

/**
 * Writes one message about one person's seats, with the job that delivers it, in the caller's transaction.
 * @param registrationIds of one person, one or several sessions
 * @returns false when a message with this key was already written, or nobody is left to write to
 */
export async function writeTogether(
  tx: Transaction,
  kind: MailKind,
  registrationIds: readonly string[],
  options: MessageOptions,
): Promise<boolean> {
  const people = await load(tx, registrationIds);
  const [person] = people;
  if (!person) return false;
  const only = people.length === 1 ? person.webinarId : null;
  return write(tx, kind, people, options.text ?? (await findTemplate(tx, kind, only)), options);
}

/** As `writeTogether`, about one seat. */
export const writeMessage = (
  tx: Transaction,
  kind: MailKind,
  registrationId: string,
  options: MessageOptions,
): Promise<boolean> => writeTogether(tx, kind, [registrationId], options);

/**
 * Writes to many registrants of one session, each alone.
 * @param options.key made from each registration
 * @returns how many messages were written
 */
export async function writeToEach(
  tx: Transaction,
  kind: MailKind,
  registrationIds: readonly string[],
  options: Omit<MessageOptions, "key"> & { key?: (registrationId: string) => string },
): Promise<number> {
  const people = await load(tx, registrationIds);
  const [first] = people;
  if (!first) return 0;
  const text = options.text ?? (await findTemplate(tx, kind, first.webinarId));
  const { key, ...rest } = options;
  let written = 0;
  for (const person of people) {
    if (await write(tx, kind, [person], text, { ...rest, ...(key && { key: key(person.id) }) })) written += 1;
  }
  return written;
}
