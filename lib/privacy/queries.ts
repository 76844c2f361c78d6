import { verifiedEmailOf } from "#lib/people/links/queries";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";

/** Messages to an address, or about its registrations. */
const messagesTo = (emailKey: string) => ({ OR: [{ emailKey }, { registration: { emailKey } }] });

/**
 * How much is kept about a person, for themselves.
 * @param token of a link that was sent to their address
 * @returns null for any other link
 */
export async function countHeld(token: string) {
  const emailKey = await verifiedEmailOf(token);
  if (!emailKey) return null;
  const [registrations, questions, messages, subscriptions] = await Promise.all([
    db.registration.count({ where: { emailKey } }),
    db.question.count({ where: { registration: { emailKey } } }),
    db.outgoingMail.count({ where: messagesTo(emailKey) }),
    db.cycleSubscription.count({ where: { emailKey } }),
  ]);
  return { registrations, questions, messages, subscriptions };
}

/**
 * Everything that is kept about a person, for themselves: what they said and did, what was written to them, and until
 * when. Instants are in UTC.
 * @param token of a link that was sent to their address
 * @returns null for any other link
 */
export async function exportPerson(token: string) {
  const emailKey = await verifiedEmailOf(token);
  if (!emailKey) return null;
  const [registrations, subscriptions, messages, links, proposedAddresses] = await Promise.all([
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
        newsletterNotice: true,
        remindersOffAt: true,
        status: true,
        origin: true,
        waitlistRank: true,
        offerExpiresAt: true,
        confirmedAt: true,
        cancelledAt: true,
        cancellationReason: true,
        presentAt: true,
        attendanceSource: true,
        presentMinutes: true,
        certificateCode: true,
        surveyAnswered: true,
        createdAt: true,
        webinar: { select: { title: true, startsAt: true } },
        partnerLink: { select: { partner: true } },
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
      where: messagesTo(emailKey),
      select: { kind: true, to: true, subject: true, text: true, status: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "asc" },
    }),
    db.registrationLink.findMany({
      where: { OR: [{ emailKey }, { grants: { some: { registration: { emailKey } } } }] },
      select: { createdAt: true, grants: { select: { scope: true } } },
      orderBy: { createdAt: "asc" },
    }),
    db.addressChange.findMany({
      where: { emailKey },
      select: { email: true, createdAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return {
    registrations: registrations.map((registration) => ({
      ...registration,
      erasedOn: keptUntil("identity", registration.webinar.startsAt),
      accessNeedsErasedOn: keptUntil("accessNeeds", registration.webinar.startsAt),
    })),
    subscriptions,
    messages,
    proposedAddresses,
    personalLinks: links.map(({ createdAt, grants }) => ({ createdAt, for: grants.map(({ scope }) => scope) })),
  };
}
