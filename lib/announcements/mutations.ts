import { announcementFingerprint, previewMessage, recipientsOf } from "#lib/announcements/queries";
import type { AnnouncementInput, AnnouncementRefusal } from "#lib/announcements/schema";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import type { MailKind, MailTemplate } from "#lib/mail/schema";
import { writeToEach } from "#lib/notices/mutations";
import { priorityOf } from "#lib/notices/rules";
import { db, type Transaction } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";

/** About six milliseconds a person. */
const TIMEOUT_MS = 60_000;

type Sent = Result<{ recipients: number }, AnnouncementRefusal>;

/** What a form that comes again gets: the announcement that it made, if it says the same. */
async function already(tx: Transaction, { id, subject, body }: AnnouncementInput): Promise<Sent | null> {
  const earlier = await tx.announcement.findUnique({
    where: { id },
    select: { subject: true, body: true, recipients: true },
  });
  if (!earlier) return null;
  const same = earlier.subject === subject && earlier.body === body;
  return same ? { ok: true, recipients: earlier.recipients } : { ok: false, reason: "spent" };
}

async function write(tx: Transaction, editor: Editor, input: AnnouncementInput, at: Date): Promise<Sent> {
  const earlier = await already(tx, input);
  if (earlier) return earlier;
  const { id, webinarId, subject, body, audiences, profiles, presence, shown } = input;
  const people = await recipientsOf(tx, webinarId, input);
  if (people.length === 0) return { ok: false, reason: "nobody" };
  if (shown !== announcementFingerprint(input, people)) return { ok: false, reason: "unconfirmed" };
  const filter = { audiences, profiles, presence };
  const row = { id, webinarId, subject, body, filter, recipients: people.length, sentAt: at };
  // The same form at the same instant waits here for the other, and finds what it wrote.
  const { count } = await tx.announcement.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) return (await already(tx, input)) ?? { ok: false, reason: "unknown" };
  const key = (registrationId: string) => `announcement:${id}:${registrationId}`;
  await writeToEach(tx, "announcement", people, { at, key, announcementId: id, text: { subject, body } });
  const details = { recipients: people.length };
  await recordAudit(tx, editor, { action: "announcement.send", noun: "webinar", target: webinarId, details, at });
  return { ok: true, recipients: people.length };
}

/**
 * Writes an announcement and one message for each of its readers: all are kept, or none. What is sent is what was shown:
 * a word or a reader changed since then is refused. The same form sent twice sends once.
 * @param input.shown of what was shown by `checkAnnouncement`
 * @param at instant of the sending
 */
export async function sendAnnouncement(editor: Editor, input: AnnouncementInput, at: Date): Promise<Sent> {
  await prepareQueue();
  return db.$transaction((tx) => write(tx, editor, input, at), { timeout: TIMEOUT_MS });
}

/**
 * Sends a message to the editor alone, as a registrant would read it; its personal links open nothing.
 * @returns the address that it goes to
 */
export async function sendTest(
  editor: Editor,
  { kind, text, ...about }: { kind: MailKind; text: MailTemplate; webinarId: string; registrationId: string | null },
  at: Date,
): Promise<Result<{ to: string }, "unknown">> {
  const mail = await previewMessage(editor, text, about);
  if (!mail) return { ok: false, reason: "unknown" };
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const { email } = await tx.user.findUniqueOrThrow({ where: { id: editor.userId }, select: { email: true } });
    await enqueueMail(
      tx,
      { ...mail, kind, priority: priorityOf(kind), to: email, subject: `[Essai] ${mail.subject}` },
      at,
    );
    return { ok: true, to: email };
  });
}
