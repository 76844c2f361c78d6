import type { Viewer } from "#lib/auth/editor";
import { type NextTry, withNextTries } from "#lib/mail/queries";
import { redacted } from "#lib/mail/redact";
import { MAIL_KINDS, type MailKind, PERSONAL_KINDS } from "#lib/mail/schema";
import { isReminder, isReminderStale } from "#lib/notices/outbox/rules";
import { isPlanned } from "#lib/notices/plan/rules";
import { oneHourBefore } from "#lib/notices/rules";
import { db, type Transaction } from "#lib/platform/db";
import { type OutgoingMail, Prisma } from "#prisma/client";

const whole = {
  registration: {
    select: {
      id: true,
      status: true,
      anonymisedAt: true,
      webinar: { select: { id: true, title: true, startsAt: true } },
    },
  },
} as const satisfies Prisma.OutgoingMailInclude;

export type WholeMail = Prisma.OutgoingMailGetPayload<{ include: typeof whole }> &
  NextTry & {
    /** Whether it was refused, and a later message made it untrue. */
    stale: boolean;
  };

const isOfAccount = (kind: string) => kind.startsWith("account-");

/**
 * A message with its bodies; its personal links are struck out once it has left, and those of accounts before: they
 * would give whoever reads them a colleague's account. @returns null when there is none
 */
export async function findMail(_editor: Viewer, id: string): Promise<WholeMail | null> {
  const row = await db.outgoingMail.findUnique({ where: { id }, include: whole });
  const [mail] = row ? await withNextTries([row]) : [];
  const shown = mail && { ...mail, ...(isOfAccount(mail.kind) && redacted(mail)) };
  return shown ? { ...shown, stale: shown.status === "failed" && (await isStaleByLaterMail(db, id)) } : null;
}

/** Messages that nothing said later makes untrue. */
const LASTING: readonly MailKind[] = ["announcement", "follow-up-present", "follow-up-absent", "survey"];

const NO_NEWS: readonly MailKind[] = [
  "announcement",
  "cancellation-to-confirm",
  "calendar-declined",
  ...PERSONAL_KINDS,
];

/** Messages that tell where people stand, or what became of their session: only the latest is true. */
const NEWS = MAIL_KINDS.filter((kind) => !isPlanned(kind) && !NO_NEWS.includes(kind));

/**
 * Whether a later message says otherwise, whatever became of it: the session moved twice, then was held after all. What
 * speaks of several sessions gives way to the news of any of them, and whatever was written to an address to the
 * correction of that address.
 */
const STALE = Prisma.sql`(
  EXISTS (SELECT FROM "OutgoingMail" later
      JOIN "MailSubject" l ON l."mailId" = later."id" JOIN "MailSubject" e ON e."registrationId" = l."registrationId"
    WHERE e."mailId" = earlier."id" AND later."rank" > earlier."rank"
      AND earlier."kind" <> ALL(${LASTING}) AND later."kind" = ANY(${NEWS}))
  OR EXISTS (SELECT FROM "Registration" r JOIN "Person" p ON p."id" = r."personId"
    WHERE r."id" = earlier."registrationId" AND p."emailKey" <> earlier."emailKey"))`;

/** Whether a message is not true any more, and must not leave again. */
export async function isStaleByLaterMail(client: Transaction, id: string): Promise<boolean> {
  const rows = await client.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" earlier
    WHERE earlier."id" = ${id}::uuid AND (${STALE} OR earlier."bouncedAt" IS NOT NULL)`;
  return rows.length > 0;
}

const refusedAndTrue = (at: Date) => Prisma.sql`FROM "OutgoingMail" earlier
  WHERE earlier."status" = 'failed' AND coalesce(earlier."staleAt" > ${at}, true) AND NOT ${STALE}`;

export async function countRefused(_editor: Viewer, at: Date): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS "count" ${refusedAndTrue(at)}`;
  return row?.count ?? 0;
}

/** The refused messages that are still true, in order of writing; not those that bounced: their links are struck out. */
export async function refusedMails(client: Transaction, at: Date, limit: number): Promise<string[]> {
  const rows = await client.$queryRaw<{ id: string }[]>`
    SELECT earlier."id" ${refusedAndTrue(at)} AND earlier."bouncedAt" IS NULL ORDER BY earlier."rank" LIMIT ${limit}`;
  return rows.map(({ id }) => id);
}

/** Whether a waiting message no longer deserves to leave. */
export async function isStale(
  client: Transaction,
  { kind, key, staleAt, registrationId }: Pick<OutgoingMail, "kind" | "key" | "staleAt" | "registrationId">,
  at: Date,
): Promise<boolean> {
  if (staleAt && staleAt <= at) return true;
  if (!isReminder(kind) || !registrationId) return false;
  const registration = await client.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { status: true, remindersOffAt: true, webinar: { select: { startsAt: true, cancelledAt: true } } },
  });
  return isReminderStale(key, registration);
}

/**
 * Whether a message that a stranger can provoke was written too recently to be written again.
 * @param about its address, or the registrations that it is about
 */
export const isRecent = async (
  tx: Transaction,
  kind: MailKind,
  about: { emailKey: string } | { registrationId: { in: string[] } },
  at: Date,
): Promise<boolean> =>
  (await tx.outgoingMail.count({ where: { ...about, kind, createdAt: { gt: oneHourBefore(at) } } })) > 0;
