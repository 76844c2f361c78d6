import { verifiedPersonOf } from "#lib/people/links/queries";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";

/** Messages to an address, or about its registrations. */
const messagesTo = ({ id, emailKey }: { id: string; emailKey: string }) => ({
  OR: [{ emailKey }, { registration: { personId: id } }],
});

/** The person whose mailbox a link was sent to. */
async function personBehind(token: string) {
  const id = await verifiedPersonOf(token);
  return id ? db.person.findUnique({ where: { id } }) : null;
}

/**
 * How much is kept about a person, for themselves.
 * @param token of a link that was sent to their address
 * @returns null for any other link
 */
export async function countHeld(token: string) {
  const person = await personBehind(token);
  if (!person) return null;
  const personId = person.id;
  const [registrations, questions, messages, subscriptions] = await Promise.all([
    db.registration.count({ where: { personId } }),
    db.question.count({ where: { registration: { personId } } }),
    db.outgoingMail.count({ where: messagesTo(person) }),
    db.cycleSubscription.count({ where: { personId } }),
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
  const person = await personBehind(token);
  if (!person) return null;
  const personId = person.id;
  const [registrations, subscriptions, messages, links, proposedAddresses] = await Promise.all([
    db.registration.findMany({
      where: { personId },
      select: {
        firstName: true,
        lastName: true,
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
      where: { personId },
      select: {
        firstName: true,
        lastName: true,
        profile: true,
        organisation: true,
        territory: true,
        createdAt: true,
        cycle: { select: { title: true } },
      },
      orderBy: { createdAt: "asc" },
    }),
    db.outgoingMail.findMany({
      where: messagesTo(person),
      select: { kind: true, to: true, subject: true, text: true, status: true, createdAt: true, sentAt: true },
      orderBy: { createdAt: "asc" },
    }),
    db.registrationLink.findMany({
      where: { OR: [{ personId }, { grants: { some: { registration: { personId } } } }] },
      select: { createdAt: true, grants: { select: { scope: true } } },
      orderBy: { createdAt: "asc" },
    }),
    db.addressChange.findMany({
      where: { personId },
      select: { email: true, createdAt: true },
      orderBy: { createdAt: "asc" },
    }),
  ]);
  return {
    registrations: registrations.map((registration) => ({
      ...registration,
      email: person.email,
      erasedOn: keptUntil("identity", registration.webinar.startsAt),
      accessNeedsErasedOn: keptUntil("accessNeeds", registration.webinar.startsAt),
    })),
    subscriptions: subscriptions.map((subscription) => ({ ...subscription, email: person.email })),
    messages,
    proposedAddresses,
    personalLinks: links.map(({ createdAt, grants }) => ({ createdAt, for: grants.map(({ scope }) => scope) })),
  };
}
