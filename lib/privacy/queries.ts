import { db } from "#lib/platform/db";
import { openedBy } from "#lib/registrations/links";

/**
 * Everything that is kept about a person, for themselves.
 * @param token of a link that was sent to their address
 * @returns null for any other link
 */
export async function exportPerson(token: string) {
  const emailKey = (await openedBy(token))?.emailKey;
  if (!emailKey) return null;
  const [registrations, subscriptions, messages] = await Promise.all([
    db.registration.findMany({
      where: { emailKey },
      select: {
        firstName: true,
        lastName: true,
        email: true,
        profile: true,
        organisation: true,
        territory: true,
        accessNeeds: true,
        newsletterAt: true,
        remindersOffAt: true,
        status: true,
        origin: true,
        turn: true,
        offerExpiresAt: true,
        confirmedAt: true,
        cancelledAt: true,
        cancellationReason: true,
        presentAt: true,
        presentMinutes: true,
        attestationCode: true,
        surveyed: true,
        createdAt: true,
        webinar: { select: { title: true, startsAt: true } },
        questions: { select: { text: true, status: true, answer: true, createdAt: true } },
      },
      orderBy: { webinar: { startsAt: "asc" } },
    }),
    db.cycleSubscription.findMany({
      where: { emailKey },
      select: {
        firstName: true,
        lastName: true,
        email: true,
        profile: true,
        organisation: true,
        territory: true,
        createdAt: true,
        cycle: { select: { title: true } },
      },
      orderBy: { createdAt: "asc" },
    }),
    db.outgoingMail.findMany({
      where: { OR: [{ emailKey }, { registration: { emailKey } }] },
      select: { kind: true, to: true, subject: true, status: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return { registrations, subscriptions, messages };
}

/** Everything that is kept about a person. */
export type PersonalData = NonNullable<Awaited<ReturnType<typeof exportPerson>>>;
