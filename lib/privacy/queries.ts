import type { Viewer } from "#lib/auth/editor";
import { everFormFields } from "#lib/form-fields/queries";
import { toldAnswers } from "#lib/form-fields/rules";
import { verifiedPersonOf } from "#lib/people/links/queries";
import { keptUntil } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";
import { COLUMNS } from "#lib/privacy/columns";
import { toldColumns } from "#lib/privacy/rules";
import { remarksOf } from "#lib/remarks/queries";

const messagesTo = ({ id, emailKey }: { id: string; emailKey: string }) => ({
  OR: [{ emailKey }, { registration: { personId: id } }],
});

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
  const [registrations, questions, messages, subscriptions, remarks] = await Promise.all([
    db.registration.count({ where: { personId } }),
    db.question.count({ where: { registration: { personId } } }),
    db.outgoingMail.count({ where: messagesTo(person) }),
    db.cycleSubscription.count({ where: { personId } }),
    db.remark.count({ where: { emailKey: person.emailKey } }),
  ]);
  return { registrations, questions, messages, subscriptions, remarks };
}

/**
 * Everything that is kept about a person, for themselves: what they said and did, what was written to them, and until
 * when. Instants are in UTC.
 * @param token of a link that was sent to their address
 * @returns null for any other link
 */
export async function exportPerson(token: string) {
  const person = await personBehind(token);
  return person && heldOn(person);
}

/** As `exportPerson`, of somebody who asked the team. */
export async function heldOn(person: { id: string; email: string; emailKey: string }) {
  const personId = person.id;
  const [registrations, subscriptions, messages, links, proposedAddresses, remarks, digest] = await Promise.all([
    db.registration.findMany({
      where: { personId },
      select: {
        ...toldColumns(COLUMNS.Registration),
        webinar: { select: { title: true, startsAt: true, formFields: everFormFields } },
        partnerLink: { select: { partner: true } },
        questions: { select: toldColumns(COLUMNS.Question) },
      },
      orderBy: { webinar: { startsAt: "asc" } },
    }),
    db.cycleSubscription.findMany({
      where: { personId },
      select: { ...toldColumns(COLUMNS.CycleSubscription), cycle: { select: { title: true } } },
      orderBy: { createdAt: "asc" },
    }),
    db.outgoingMail.findMany({
      where: messagesTo(person),
      select: toldColumns(COLUMNS.OutgoingMail),
      orderBy: { createdAt: "asc" },
    }),
    db.registrationLink.findMany({
      where: { OR: [{ personId }, { grants: { some: { registration: { personId } } } }] },
      select: { ...toldColumns(COLUMNS.RegistrationLink), grants: { select: toldColumns(COLUMNS.RegistrationGrant) } },
      orderBy: { createdAt: "asc" },
    }),
    db.addressChange.findMany({
      where: { personId },
      select: toldColumns(COLUMNS.AddressChange),
      orderBy: { createdAt: "asc" },
    }),
    remarksOf(person.emailKey, toldColumns(COLUMNS.Remark)),
    db.digestSubscription.findUnique({ where: { personId }, select: toldColumns(COLUMNS.DigestSubscription) }),
  ]);
  return {
    registrations: registrations.map(({ webinar: { formFields, ...webinar }, formAnswers, ...registration }) => ({
      ...registration,
      webinar,
      formAnswers: toldAnswers(formFields, formAnswers).map(({ label, answer }) => ({ label, answer })),
      email: person.email,
      erasedOn: keptUntil("identity", webinar.startsAt),
      accessNeedsErasedOn: keptUntil("accessNeeds", webinar.startsAt),
    })),
    subscriptions: subscriptions.map((subscription) => ({ ...subscription, email: person.email })),
    messages,
    proposedAddresses,
    remarks,
    digest,
    personalLinks: links.map(({ grants, ...link }) => ({ ...link, for: grants.map(({ scope }) => scope) })),
  };
}

/** What acts of the journal about somebody name: their person, registrations, messages, account. Nothing for an unknown address. */
export async function auditTargets(_viewer: Viewer, address: string): Promise<string[]> {
  const key = emailKey(address);
  const [people, registrations, mails, users] = await Promise.all([
    db.person.findMany({ where: { emailKey: key }, select: { id: true } }),
    db.registration.findMany({ where: { person: { emailKey: key } }, select: { id: true } }),
    db.outgoingMail.findMany({ where: { emailKey: key }, select: { id: true } }),
    db.user.findMany({ where: { email: key }, select: { id: true } }),
  ]);
  return [people, registrations, mails, users].flat().map(({ id }) => id);
}
