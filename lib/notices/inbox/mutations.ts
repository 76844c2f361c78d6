import type { ParsedMail } from "mailparser";
import { markBounced } from "#lib/mail/outbox-mutations";
import { bouncedIn, type Declined, declinedIn } from "#lib/notices/inbox/rules";
import { writeMessage } from "#lib/notices/mutations";
import { dateMark } from "#lib/notices/plan/rules";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import { emailKey } from "#lib/platform/text";
import { calendarId } from "#lib/seats/queries";

/** The seat that a calendar refused: its identifier was told to one person, whose address the answer names too. */
async function refusedSeat({ uid, attendee }: Declined, host: string, at: Date) {
  const seats = await db.registration.findMany({
    where: {
      status: "confirmed",
      person: { emailKey: emailKey(attendee) },
      webinar: { startsAt: { gt: at }, cancelledAt: null },
    },
    select: { id: true, webinar: { select: { startsAt: true } } },
  });
  return seats.find(({ id }) => uid === `${calendarId(id)}@${host}`);
}

/** Once for each date: nothing is cancelled by a calendar. */
async function proposeCancellation(declined: Declined, host: string, at: Date): Promise<boolean> {
  const seat = await refusedSeat(declined, host, at);
  if (!seat) return false;
  await prepareQueue();
  const key = `calendar-declined:${seat.id}${dateMark(seat.webinar.startsAt)}`;
  await db.$transaction((tx) => writeMessage(tx, "calendar-declined", seat.id, { at, key }));
  return true;
}

/** Safe to receive again. @returns false when it is for a human */
export async function receiveMail(mail: ParsedMail, host: string, at: Date): Promise<boolean> {
  const declined = declinedIn(mail);
  if (declined) return proposeCancellation(declined, host, at);
  const bounced = bouncedIn(mail, host);
  return bounced !== null && markBounced(bounced, at);
}
