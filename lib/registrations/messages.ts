import { type CalendarEntry, invitation, programme } from "#lib/calendar/file";
import { enqueueMail, type MailContent } from "#lib/mail/outbox";
import { type MailKind, type MailTemplate, type MailVariable, REMINDER_KINDS } from "#lib/mail/schema";
import { senderMailbox } from "#lib/mail/sender";
import { renderMail } from "#lib/mail/template";
import { mailText } from "#lib/mail/texts";
import { namedIn } from "#lib/mail/wording";
import { formatDay, formatHours, formatShortDay, formatTimestamp } from "#lib/platform/dates";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { type Keys, keysOf } from "#lib/registrations/links";
import { calendarId } from "#lib/registrations/queries";
import { keptUntil } from "#lib/registrations/rules";
import { notedColumns } from "#lib/webinars/queries";
import type { Prisma } from "#prisma/client";

/** What messages and calendars say of a registration. */
export const addresseeColumns = {
  id: true,
  status: true,
  turn: true,
  offerExpiresAt: true,
  firstName: true,
  email: true,
  emailKey: true,
  sequence: true,
  webinarId: true,
  webinar: { select: { ...notedColumns, replayUrl: true, previousStartsAt: true } },
} as const satisfies Prisma.RegistrationSelect;
export type Addressee = Prisma.RegistrationGetPayload<{ select: typeof addresseeColumns }>;

type Values = Partial<Record<MailVariable, string | readonly string[]>>;

export type MessageOptions = {
  /** Instant of writing. */
  at: Date;
  /** Names what is announced, so that it is announced once. */
  key?: string;
  /** Instant from which sending would be pointless. */
  expiresAt?: Date;
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

/** Messages that come by themselves, again and again, and can therefore be refused in one click (RFC 8058). */
const REFUSABLE: readonly MailKind[] = [...REMINDER_KINDS, "announcement"];

/** Where a person stands in the waiting list, from 1. */
const position = ({ webinarId, turn }: Addressee, tx: Transaction) =>
  tx.registration.count({ where: { webinarId, status: "waiting", turn: { lte: turn ?? 0 } } });

async function seatWords(tx: Transaction, person: Addressee): Promise<string> {
  switch (person.status) {
    case "confirmed":
      return "votre place est réservée";
    case "waiting":
      return `liste d’attente, position\u00A0${await position(person, tx)}`;
    case "offered":
      return person.offerExpiresAt
        ? `une place vous est proposée jusqu’au ${formatTimestamp(person.offerExpiresAt)}`
        : "une place vous est proposée";
    default:
      return "inscription annulée";
  }
}

async function sessionLine(tx: Transaction, person: Addressee): Promise<string> {
  const { title, startsAt, durationMinutes, cancelledAt } = person.webinar;
  const when = `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`;
  const state = cancelledAt ? "séance annulée" : await seatWords(tx, person);
  return `${when}\u00A0: ${french(title)} (${state})`;
}

const full = (path: string) => absolute(env().SITE_URL, path);

/** The seat that a message speaks of first: the next one that is kept, else the next one asked for. */
const mainSeat = (people: Addressee[]): Addressee =>
  people.find(({ status }) => status === "confirmed") ?? (people as [Addressee])[0];

/** Makes what a text names, and nothing else: a link that no one reads is a key left in a lock. */
function sources(
  tx: Transaction,
  people: Addressee[],
  keys: Keys,
): Record<MailVariable, () => Promise<Values[MailVariable]>> {
  const person = mainSeat(people);
  const { webinar } = person;
  const last = people.at(-1)?.webinar.startsAt ?? webinar.startsAt;
  return {
    firstName: async () => person.firstName,
    title: async () => french(webinar.title),
    date: async () => formatShortDay(webinar.startsAt),
    day: async () => formatDay(webinar.startsAt),
    hours: async () => formatHours(webinar.startsAt, webinar.durationMinutes),
    webinarUrl: async () => full(paths.webinar(webinar.slug)),
    programmeUrl: async () => full(paths.webinars()),
    personalUrl: async () => full(paths.registration(await keys.personal())),
    joinUrl: async () => full(paths.join(await keys.single("join"))),
    surveyUrl: async () => full(paths.survey(await keys.single("survey"))),
    certificateUrl: async () => full(paths.certificate(await keys.personal(), webinar.slug)),
    replayUrl: async () => full(paths.webinar(webinar.slug)),
    sessions: async () => {
      const lines: string[] = [];
      for (const one of people) lines.push(await sessionLine(tx, one));
      return lines;
    },
    erasureDate: async () => formatShortDay(keptUntil("identity", last)),
    deadline: async () => (person.offerExpiresAt ? formatTimestamp(person.offerExpiresAt) : ""),
    previousDay: async () => "",
    previousHours: async () => "",
  };
}

function calendarOf(kind: MailKind, people: Addressee[], at: Date): MailContent["calendar"] {
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
  session: webinar,
  id: calendarId(id),
  sequence: webinar.sequence + sequence,
  registered: true,
});

/** A message in the words of a text, about one person's seats. */
export async function composed(tx: Transaction, text: MailTemplate, people: Addressee[], keys: Keys, extra?: Values) {
  const values: Values = { ...extra };
  const made = sources(tx, people, keys);
  for (const name of namedIn(`${text.subject} ${text.body}`) as MailVariable[]) values[name] ??= await made[name]?.();
  return renderMail(text, values as Record<string, string | readonly string[]>);
}

async function write(
  tx: Transaction,
  kind: MailKind,
  people: Addressee[],
  text: MailTemplate,
  options: MessageOptions,
) {
  const person = mainSeat(people);
  const { at, key, expiresAt, announcementId } = options;
  if (key && (await tx.outgoingMail.count({ where: { key } }))) return false;
  const keys = keysOf(tx, person, at);
  const content = await composed(tx, text, people, keys, options.extra);
  const unsubscribe = REFUSABLE.includes(kind) && full(paths.remindersOff(await keys.personal()));
  const calendar = options.calendar === false ? undefined : calendarOf(kind, people, at);
  const id = await enqueueMail(
    tx,
    {
      kind,
      to: person.email,
      emailKey: person.emailKey,
      registrationId: person.id,
      ...content,
      ...(calendar && { calendar }),
      ...(key && { key }),
      ...(expiresAt && { expiresAt }),
      ...(announcementId && { announcementId }),
      ...(unsubscribe && { unsubscribeUrl: unsubscribe }),
    },
    at,
  );
  return id !== null;
}

const load = (tx: Transaction, ids: readonly string[]): Promise<Addressee[]> =>
  tx.registration.findMany({
    where: { id: { in: [...ids] }, anonymisedAt: null },
    select: addresseeColumns,
    orderBy: [{ webinar: { startsAt: "asc" } }, { id: "asc" }],
  });

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
  return write(tx, kind, people, options.text ?? (await mailText(tx, kind, only)), options);
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
  const text = options.text ?? (await mailText(tx, kind, first.webinarId));
  const { key, ...rest } = options;
  let written = 0;
  for (const person of people) {
    if (await write(tx, kind, [person], text, { ...rest, ...(key && { key: key(person.id) }) })) written += 1;
  }
  return written;
}
