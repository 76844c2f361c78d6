import { db } from "#lib/platform/db";
import { COLUMNS } from "#lib/privacy/columns";
import { toldColumns } from "#lib/privacy/rules";
import { verifiedEmailOf } from "#lib/registrations/links";
import { keptUntil } from "#lib/registrations/rules";

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
        ...toldColumns(COLUMNS.Registration),
        webinar: { select: { title: true, startsAt: true } },
        partnerLink: { select: { partner: true } },
        questions: { select: toldColumns(COLUMNS.Question) },
      },
      orderBy: { webinar: { startsAt: "asc" } },
    }),
    db.cycleSubscription.findMany({
      where: { emailKey },
      select: { ...toldColumns(COLUMNS.CycleSubscription), cycle: { select: { title: true } } },
      orderBy: { createdAt: "asc" },
    }),
    db.outgoingMail.findMany({
      where: messagesTo(emailKey),
      select: toldColumns(COLUMNS.OutgoingMail),
      orderBy: { createdAt: "asc" },
    }),
    db.registrationLink.findMany({
      where: { OR: [{ emailKey }, { grants: { some: { registration: { emailKey } } } }] },
      select: { ...toldColumns(COLUMNS.RegistrationLink), grants: { select: toldColumns(COLUMNS.RegistrationGrant) } },
      orderBy: { createdAt: "asc" },
    }),
    db.addressChange.findMany({
      where: { emailKey },
      select: toldColumns(COLUMNS.AddressChange),
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
    personalLinks: links.map(({ grants, ...link }) => ({ ...link, for: grants.map(({ scope }) => scope) })),
  };
}
