import type { RegistrationsView, SeatView } from "#lib/enrolment/page/schema";

/** A seat as a personal page shows it, and who holds it. */

export const session: SeatView["webinar"] = {
  slug: "evaluer-2027",
  title: "Évaluer l'impact",
  summary: "Une séance.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  cancelledAt: null,
  previousStartsAt: null,
  replayPublic: false,
};

export const seat: SeatView = {
  calendarId: "abc",
  sequence: 0,
  state: "confirmed",
  position: null,
  offerExpiresAt: null,
  cancellable: true,
  undoUntil: null,
  present: false,
  questions: [],
  webinar: session,
};

export const person: NonNullable<RegistrationsView["person"]> = {
  firstName: "Élodie",
  lastName: "D’Arc",
  email: "elodie@exemple.fr",
  profile: "association",
  organisation: null,
  territory: null,
  accessNeeds: null,
  newsletter: false,
  reminders: true,
  erasedOn: new Date("2027-07-21T11:00:00Z"),
};
