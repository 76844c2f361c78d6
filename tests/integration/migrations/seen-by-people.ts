import { checkCertificate, findCertificate, findRoom } from "#lib/attendance/queries";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { mailStatusLabels } from "#lib/mail/labels";
import { findProposal } from "#lib/people/addresses/queries";
import { countHeld, exportPerson } from "#lib/privacy/queries";
import { registrationOriginLabels } from "#lib/roster/labels";
import { registrationStatusLabels } from "#lib/seats/labels";
import { findSurvey } from "#lib/surveys/queries";
import { line, listed, long } from "#tests/integration/migrations/facts";

/** What visitors see, in facts and French words that no renaming changes. */

/** The page that a personal link opens. */
export async function personalPage(token: string, at: Date) {
  const view = await findRegistrations(token, at);
  const proposal = await findProposal(token, at);
  if (!view) return { ouverte: false, "adresse proposée": proposal?.email ?? null };
  const { person } = view;
  return {
    séances: view.seats.map((seat) => ({
      séance: seat.webinar.slug,
      début: seat.webinar.startsAt,
      "début avant son dernier déplacement": seat.webinar.previousStartsAt,
      "séance annulée": seat.webinar.cancelledAt,
      "à revoir": seat.webinar.replayPublic,
      état: registrationStatusLabels[seat.state],
      "rang dans la liste d’attente": seat.position,
      "place proposée jusqu’au": seat.offerExpiresAt,
      "peut être rendue": seat.cancellable,
      "annulation à défaire jusqu’au": seat.undoUntil,
      présence: seat.present,
      questions: seat.questions,
      agenda: `${seat.calendarId}, ${seat.sequence}`,
    })),
    personne: person && {
      noms: `${person.firstName} ${person.lastName}`,
      adresse: person.email,
      profil: person.profile,
      organisation: person.organisation,
      territoire: person.territory,
      "besoins d’accessibilité": person.accessNeeds,
      lettre: person.newsletter,
      rappels: person.reminders,
      "effacée le": person.erasedOn,
    },
    "cycles suivis": view.subscriptions.map(({ title }) => title),
    "cycles à suivre": view.followable.map(({ title }) => title),
    attestations: await listed(view.seats, async ({ webinar }) => {
      const found = await findCertificate(token, webinar.slug, at);
      if (!found || found === "none") return null;
      const { code, firstName, lastName, presentMinutes } = found;
      const check = await checkCertificate(code);
      return { code, noms: `${firstName} ${lastName}`, minutes: presentMinutes, vérifiée: check.state === "valid" };
    }),
    conservé: await held(token),
  };
}

async function held(token: string) {
  const counts = await countHeld(token);
  if (!counts) return null;
  const { registrations, questions, messages, subscriptions } = counts;
  return { inscriptions: registrations, questions, messages, cycles: subscriptions };
}

/** Everything that is kept about a person, as their file says it. */
export async function personalData(token: string) {
  const data = await exportPerson(token);
  if (!data) return null;
  return {
    inscriptions: data.registrations.map((one) => ({
      séance: one.webinar.title,
      noms: `${one.firstName} ${one.lastName}`,
      adresse: one.email,
      profil: one.profile,
      organisation: one.organisation,
      territoire: one.territory,
      "besoins d’accessibilité": one.accessNeeds,
      lettre: line(one.newsletterAt, one.newsletterNotice),
      "rappels refusés le": one.remindersOffAt,
      état: registrationStatusLabels[one.status],
      origine: registrationOriginLabels[one.origin],
      "tour dans la liste d’attente": one.waitlistRank,
      "place proposée jusqu’au": one.offerExpiresAt,
      "place prise le": one.confirmedAt,
      annulation: line(one.cancelledAt, one.cancellationReason),
      présence: line(one.presentAt, one.attendanceSource, one.presentMinutes),
      "code de l’attestation": one.certificateCode,
      "a donné son avis": one.surveyAnswered,
      "inscrit le": one.createdAt,
      partenaire: one.partnerLink?.partner ?? null,
      questions: one.questions.map(({ text, status, answer, createdAt }) => line(createdAt, text, status, answer)),
      "effacée le": one.erasedOn,
      "besoins effacés le": one.accessNeedsErasedOn,
    })),
    cycles: data.subscriptions.map((one) => ({
      cycle: one.cycle.title,
      noms: `${one.firstName} ${one.lastName}`,
      adresse: one.email,
      profil: one.profile,
      organisation: one.organisation,
      territoire: one.territory,
      depuis: one.createdAt,
    })),
    messages: data.messages.map(({ kind, to, subject, text, status, createdAt, sentAt }) =>
      line(createdAt, kind, to, subject, long(text), mailStatusLabels[status], sentAt),
    ),
    // Those of one instant have no order.
    liens: data.personalLinks.map(({ createdAt, for: scopes }) => line(createdAt, scopes.join(", "))).sort(),
    "adresses proposées": data.proposedAddresses.map(({ email, createdAt }) => line(createdAt, email)),
  };
}

/** What a link to a room leads to. */
export async function room(token: string, at: Date) {
  const view = await findRoom(token, undefined, at);
  return view && { séance: view.webinar.slug, état: view.state, ouvre: view.opensAt, "ouvre une page": view.opensPage };
}

/** What a link to a survey shows. */
export async function survey(token: string, at: Date) {
  const view = await findSurvey(token, at);
  return view && { séance: view.webinar.slug, état: view.state };
}
