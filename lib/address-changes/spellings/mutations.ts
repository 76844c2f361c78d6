import { webinarIdsOf } from "#lib/address-changes/queries";
import { notifySeatChanges } from "#lib/notices/mutations";
import { moveSubscriptions } from "#lib/people/subscriptions/mutations";
import { db, isDuplicate, type Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";
import { underLock } from "#lib/seats/lock/mutations";
import { isLive } from "#lib/seats/rules";
import type { SeatChange } from "#lib/seats/schema";
import { allocateSeats } from "#lib/seats/waitlist/mutations";
import type { Prisma } from "#prisma/client";
import type { RegistrationStatus } from "#prisma/enums";

/**
 * Makes one person of those whose mailbox was registered under two spellings of its host, before these were one key. Nobody
 * is written to but who gets the seat that one of them held twice. Safe to run again at any time.
 * @returns how many keys were spelt anew
 */
export async function mergeSpellings(at: Date): Promise<number> {
  const people = await db.$queryRaw<{ id: string; emailKey: string }[]>`
    SELECT "id", "emailKey" FROM "Person" WHERE "emailKey" ~ '@.*[^ -~]'`;
  const misspelt = people.filter((person) => emailKey(person.emailKey) !== person.emailKey);
  for (const person of misspelt) await spellAnew(person.id, emailKey(person.emailKey), at);
  const users = await db.$queryRaw<{ id: string; email: string }[]>`
    SELECT "id", "email" FROM "User" WHERE "email" ~ '@.*[^ -~]'`;
  for (const { id, email } of users) {
    await db.user.update({ where: { id }, data: { email: emailKey(email) } }).catch((error: unknown) => {
      if (!isDuplicate(error)) throw error;
    });
  }
  return misspelt.length;
}

async function spellAnew(id: string, key: string, at: Date): Promise<void> {
  const twin = await db.person.findUnique({ where: { emailKey: key }, select: { id: true } });
  const webinarIds = [...(await webinarIdsOf(id)), ...(twin ? await webinarIdsOf(twin.id) : [])];
  await underLock(webinarIds, async (tx) => {
    const [former] = await tx.$queryRaw<{ emailKey: string }[]>`
      SELECT "emailKey" FROM "Person" WHERE "id" = ${id}::uuid OR "emailKey" = ${key}
      ORDER BY "id" = ${id}::uuid DESC FOR UPDATE`;
    const other = await tx.person.findUnique({ where: { emailKey: key }, select: { id: true } });
    // Made, or merged by another worker, since it was looked for: the next turn holds their sessions.
    if (!former || former.emailKey === key || other?.id !== twin?.id) return;
    await tx.outgoingMail.updateMany({ where: { emailKey: former.emailKey }, data: { emailKey: key } });
    if (other) await join(tx, id, other.id, at);
    else await tx.person.update({ where: { id }, data: { emailKey: key } });
  });
}

const columns = {
  id: true,
  webinarId: true,
  personId: true,
  status: true,
  presentAt: true,
  attendanceSource: true,
  presentMinutes: true,
  certificateCode: true,
} as const satisfies Prisma.RegistrationSelect;
type Seat = Prisma.RegistrationGetPayload<{ select: typeof columns }>;

const BEST: readonly RegistrationStatus[] = ["confirmed", "offered", "waiting", "expired", "cancelled"];

async function join(tx: Transaction, from: string, to: string, at: Date): Promise<void> {
  const seats = await tx.registration.findMany({
    where: { personId: { in: [from, to] } },
    select: columns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const changes: SeatChange[] = [];
  for (const pair of Map.groupBy(seats, ({ webinarId }) => webinarId).values()) {
    const [kept, lost] = pair.toSorted((a, b) => BEST.indexOf(a.status) - BEST.indexOf(b.status));
    if (!kept || !lost) continue;
    await drop(tx, lost, kept);
    if (isLive(lost.status)) changes.push(...(await allocateSeats(tx, lost.webinarId, at)).changes);
  }
  await tx.registration.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.registrationLink.updateMany({ where: { personId: from }, data: { personId: to } });
  await tx.addressChange.updateMany({ where: { personId: from }, data: { personId: to } });
  await moveSubscriptions(tx, from, to);
  await tx.person.delete({ where: { id: from } });
  await notifySeatChanges(tx, changes, at);
}

async function drop(tx: Transaction, lost: Seat, kept: Seat): Promise<void> {
  const moved = { where: { registrationId: lost.id }, data: { registrationId: kept.id } };
  await tx.question.updateMany(moved);
  await tx.registrationGrant.updateMany(moved);
  await tx.outgoingMail.updateMany(moved);
  await tx.mailSubject.updateMany(moved);
  await tx.registration.delete({ where: { id: lost.id } });
  const { presentAt, attendanceSource, presentMinutes, certificateCode } = lost;
  if (presentAt && !kept.presentAt)
    await tx.registration.update({
      where: { id: kept.id },
      data: { presentAt, attendanceSource, presentMinutes, certificateCode },
    });
}
