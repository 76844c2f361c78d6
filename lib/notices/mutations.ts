import { findTemplate } from "#lib/mail/find-template";
import { dropQueued, enqueueMails, type NewMail } from "#lib/mail/outbox-mutations";
import type { MailKind, MailTemplate } from "#lib/mail/schema";
import { calendarOf } from "#lib/notices/calendar/queries";
import { holdNotices } from "#lib/notices/held/mutations";
import { isBounded } from "#lib/notices/held/rules";
import { CHANGE_MAIL, isRefusable, priorityOf, SEVERAL_MAIL, STALE_AFTER, staleAt } from "#lib/notices/rules";
import type { MessageOptions, Reason } from "#lib/notices/schema";
import {
  absoluteUrl,
  annotated,
  composeMail,
  mainSeat,
  type Recipient,
  recipientsAmong,
} from "#lib/notices/variables/queries";
import { newPersonalLinks, writeLinks } from "#lib/people/links/mutations";
import type { NewLink } from "#lib/people/links/schema";
import type { Transaction } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import type { SeatChange } from "#lib/seats/schema";
import { allocateSeats } from "#lib/seats/waitlist/mutations";

type Options = Omit<MessageOptions, "key" | "links">;
/** To one person, about one or several of their seats. */
type Message = { people: Recipient[]; key?: string | undefined; links?: readonly NewLink[] | undefined } & Envelope;
type Envelope = { email: string; emailKey: string; registrationIds: string[] };

function envelope(people: Recipient[], to: Options["to"]): Envelope {
  const person = mainSeat(people);
  const { email, emailKey } = to ?? person;
  const others = people.map(({ id }) => id).filter((id) => id !== person.id);
  return { email, emailKey, registrationIds: [person.id, ...others] };
}

async function compose(tx: Transaction, kind: MailKind, message: Message, template: MailTemplate, options: Options) {
  const { people, key, email, emailKey, registrationIds } = message;
  const { at, announcementId } = options;
  const person = mainSeat(people);
  const stale = staleAt(kind, [person, ...people], at);
  const links = newPersonalLinks(person);
  const content = await composeMail(tx, annotated(kind, template, people, options.note), people, links, options.extra);
  const unsubscribe = isRefusable(kind) && absoluteUrl(paths.remindersOff(links.personal()));
  const calendar = options.calendar === false ? undefined : calendarOf(kind, people, at, options.left);
  const mail: NewMail = {
    kind,
    priority: priorityOf(kind),
    to: email,
    emailKey,
    registrationIds,
    ...content,
    ...(calendar && { calendar }),
    ...(key && { key }),
    ...(stale && { staleAt: stale }),
    ...(announcementId && { announcementId }),
    ...(unsubscribe && { unsubscribeUrl: unsubscribe }),
  };
  return { mail, links: [...links.links, ...(message.links ?? [])] };
}

/** Each to another person, by as many statements as for one. @returns how many are written or held */
async function write(
  tx: Transaction,
  kind: MailKind,
  messages: Message[],
  template: MailTemplate,
  options: Options,
): Promise<number> {
  const held = options.rested ? new Set<Message>() : await holdNotices(tx, kind, messages, options.at);
  const composed: Awaited<ReturnType<typeof compose>>[] = [];
  for (const message of messages)
    if (!held.has(message)) composed.push(await compose(tx, kind, message, template, options));
  const ids = await enqueueMails(
    tx,
    composed.map(({ mail }) => mail),
    options.at,
  );
  const written = composed.filter((_, index) => ids[index] !== null);
  const links = [...written, ...held].flatMap((message) => message.links ?? []);
  await writeLinks(tx, links, options.at);
  return written.length + held.size;
}

/**
 * Writes, or holds, one message about one person's seats, with the job that delivers it, in the caller's transaction.
 * @param registrationIds of one person, one or several sessions
 * @returns false when a message with this key was already written, or nobody is left to write to
 */
export async function writeTogether(
  tx: Transaction,
  kind: MailKind,
  registrationIds: readonly string[],
  options: MessageOptions,
): Promise<boolean> {
  const people = await recipientsAmong(tx, registrationIds, isBounded(kind));
  const [person] = people;
  if (!person) return false;
  const only = people.length === 1 ? person.webinarId : null;
  const { key, links, ...rest } = options;
  const text = options.text ?? (await findTemplate(tx, kind, only));
  const message = { people, key, links, ...envelope(people, options.to) };
  return (await write(tx, kind, [message], text, rest)) > 0;
}

/** As `writeTogether`, about one seat. */
export const writeMessage = (
  tx: Transaction,
  kind: MailKind,
  registrationId: string,
  options: MessageOptions,
): Promise<boolean> => writeTogether(tx, kind, [registrationId], options);

/** Of what is written to many, as much as is held in memory at once. */
const BATCH = 100;

/**
 * Writes to many registrants of one session, each alone.
 * @param options.key made from each registration; so are its links
 * @returns how many messages were written
 */
export async function writeToEach(
  tx: Transaction,
  kind: MailKind,
  registrationIds: readonly string[],
  options: Options & {
    key?: (registrationId: string) => string;
    links?: (registrationId: string) => readonly NewLink[];
  },
): Promise<number> {
  const people = await recipientsAmong(tx, registrationIds, isBounded(kind));
  const [first] = people;
  if (!first) return 0;
  const text = options.text ?? (await findTemplate(tx, kind, first.webinarId));
  const { key, links, ...rest } = options;
  let written = 0;
  for (let start = 0; start < people.length; start += BATCH) {
    const messages = people.slice(start, start + BATCH).map((person) => ({
      people: [person],
      key: key?.(person.id),
      links: links?.(person.id),
      ...envelope([person], options.to),
    }));
    written += await write(tx, kind, messages, text, rest);
  }
  return written;
}

export async function dropStale(tx: Transaction, changes: readonly SeatChange[]): Promise<void> {
  for (const [event, people] of Map.groupBy(changes, (change) => change.event)) {
    const kinds = STALE_AFTER[event];
    const ids = people.map(({ registrationId }) => registrationId);
    if (kinds) await dropQueued(tx, ids, kinds);
  }
}

async function byPerson(tx: Transaction, changes: readonly SeatChange[]): Promise<SeatChange[][]> {
  if (changes.length < 2) return changes.map((change) => [change]);
  const ids = changes.map(({ registrationId }) => registrationId);
  const rows = await tx.registration.findMany({ where: { id: { in: ids } }, select: { id: true, personId: true } });
  const personOf = new Map(rows.map(({ id, personId }) => [id, personId]));
  return [...Map.groupBy(changes, ({ registrationId }) => personOf.get(registrationId) ?? registrationId).values()];
}

/** In the transaction of the act: one message to each person, of the last change of each of their seats. */
export async function notifySeatChanges(
  tx: Transaction,
  changes: readonly SeatChange[],
  at: Date,
  reason: Reason = {},
): Promise<void> {
  await dropStale(tx, changes);
  const latest = new Map(changes.map((change) => [change.registrationId, change]));
  const inCalendars = (change: SeatChange) => change.event !== "cancel" || change.wasSeated;
  for (const [change, ...others] of await byPerson(tx, [...latest.values()])) {
    if (!change) continue;
    const options = { ...reason, at };
    if (!others.length) {
      const calendar = inCalendars(change);
      await writeMessage(tx, CHANGE_MAIL[change.event], change.registrationId, { ...options, calendar });
      continue;
    }
    const all = [change, ...others];
    const left = all.filter((one) => one.event === "cancel" && one.wasSeated).map((one) => one.registrationId);
    const ids = all.map(({ registrationId }) => registrationId);
    await writeTogether(tx, SEVERAL_MAIL, ids, { ...options, left });
  }
}

/** Gives its waiting list what a session owes it, and tells whom it served. As `allocateSeats`, under the lock. */
export async function serveWaitlist(tx: Transaction, webinarId: string, at: Date): Promise<void> {
  const { changes } = await allocateSeats(tx, webinarId, at);
  await notifySeatChanges(tx, changes, at);
}
