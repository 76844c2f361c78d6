import type { Viewer } from "#lib/auth/editor";
import { findTemplate } from "#lib/mail/find-template";
import { addresseeColumns, annotated, composeMail } from "#lib/notices/variables/queries";
import { SAMPLE_LINKS } from "#lib/people/links/rules";
import { db } from "#lib/platform/db";
import { changeKind, formerDate, messageOf, servedBy } from "#lib/roster/webinar-change/rules";
import { LIVE_STATUSES } from "#lib/seats/rules";
import { countSeats } from "#lib/seats/waitlist/queries";
import { offerDeadline } from "#lib/seats/waitlist/rules";
import type { Consequences, WebinarChange } from "#lib/webinars/schema";

export const liveAt = (webinarId: string) => ({ webinarId, anonymisedAt: null, status: { in: [...LIVE_STATUSES] } });

/** The first person told: who has a seat, else who is first in line, or the last to be offered a seat that is taken back. */
const firstReader = (webinarId: string, { recipients, withdrawn }: Consequences) =>
  db.registration.findFirst({
    where: recipients
      ? { ...liveAt(webinarId), status: "confirmed" }
      : { ...liveAt(webinarId), waitlistRank: { not: null } },
    select: addresseeColumns,
    orderBy: recipients ? { createdAt: "asc" } : [{ status: "desc" }, { waitlistRank: withdrawn ? "desc" : "asc" }],
  });

/**
 * What saving a change would do to the people registered, so that it can be said before.
 * @returns also what the first of them will read, whose personal links open nothing; null when nobody has to be told
 */
export async function consequencesOf(
  _editor: Viewer,
  webinarId: string,
  change: WebinarChange,
  at: Date,
): Promise<(Consequences & { mail: { subject: string; text: string } }) | null> {
  const kind = changeKind(change, at);
  if (!kind && change.before.capacity === change.after.capacity) return null;
  const counts = await countSeats(db, webinarId);
  const served = servedBy(counts, kind, change, at);
  const concerned = served.given + served.offered + served.withdrawn;
  const waiting = kind ? counts.waiting + counts.offered : concerned;
  const recipients = kind ? counts.confirmed : 0;
  if (!recipients && !waiting) return null;
  const announced = { kind: kind ?? ("resized" as const), recipients, waiting, ...served };
  const reader = await firstReader(webinarId, announced);
  if (!reader) return null;
  const { message, ...left } = messageOf(announced);
  const { startsAt, durationMinutes, cancelled } = change.after;
  const reading = {
    ...reader,
    ...left,
    offerExpiresAt: offerDeadline(at, startsAt),
    webinar: { ...reader.webinar, startsAt, durationMinutes, cancelledAt: cancelled ? at : null },
  };
  const text = annotated(message, await findTemplate(db, message, webinarId), [reading]);
  const { subject, text: words } = await composeMail(db, text, [reading], SAMPLE_LINKS, formerDate(change));
  return { ...announced, mail: { subject, text: words } };
}
