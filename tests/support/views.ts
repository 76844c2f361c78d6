import type { SentAnnouncement } from "#lib/announcements/schema";
import type { RoomView } from "#lib/attendance/schema";
import type { CentreSummary } from "#lib/centres/schema";
import type { RegistrationsView, SeatView } from "#lib/enrolment/page/schema";
import type { FigureEntry } from "#lib/figures/schema";
import type { TermEntry } from "#lib/glossary/schema";
import type { NeedReference, NeedSummary } from "#lib/needs/schema";
import type { WholeMail } from "#lib/notices/outbox/queries";
import type { EditorialState } from "#lib/publication/schema";
import type { AnsweredQuestion } from "#lib/questions/schema";
import type { ResourceDetail } from "#lib/resources/schema";
import type { Registrant } from "#lib/roster/schema";
import type { WebinarDetail } from "#lib/webinars/schema";
import { AT, DAY, later } from "#tests/support/clock";

/** What components are given, with everything filled in: a test names only what it is about, a new field of a view stands here. */

/** A view, and the same but for what is given. */
const view =
  <View>(complete: View) =>
  (overrides: Partial<View> = {}): View => ({ ...complete, ...overrides });

const editorial = { source: "Les tests", confidence: "documented" } as const;

export const needReference = view<NeedReference>({
  slug: "definir-sa-strategie",
  title: "Définir sa stratégie",
  position: 4,
});

export const needSummary = view<NeedSummary>({
  ...needReference(),
  question: "Où aller ensemble ?",
  summary: "Ce que recouvre le besoin.",
  perspectives: ["ecosystem"],
  confidence: "documented",
});

export const centreSummary = view<CentreSummary>({
  slug: "co-construction-territoriale",
  position: 1,
  name: "Co-construction territoriale",
  summary: "Ce qu’on trouve au centre.",
  partners: ["Un partenaire"],
  audiences: ["association"],
  url: "https://centre.example/",
  confidence: "documented",
  needs: [needReference()],
});

export const resourceDetail = view<ResourceDetail>({
  slug: "rapport",
  title: "Rapport sur l'hybridation",
  type: "report",
  summary: "Pour les dirigeants.",
  year: 2018,
  dateLabel: "décembre 2018",
  publisher: "Le RAMEAU",
  partners: ["Un partenaire"],
  audiences: ["association"],
  language: "fr",
  readable: true,
  firstNeed: 4,
  pages: 26,
  durationMinutes: 60,
  needs: [needReference()],
  body: "Le texte.",
  authors: ["Une autrice"],
  licence: "CC-BY-4.0",
  phases: ["design"],
  sdgs: [17],
  territories: ["Occitanie"],
  links: [
    {
      label: "Lire le rapport",
      url: "https://www.exemple.fr/rapport?a=1",
      format: "PDF",
      bytes: 2_400_000,
      language: "en",
      checkedOn: new Date("2026-11-20"),
    },
  ],
  centres: [{ slug: "co-construction-territoriale", name: "Co-construction territoriale" }],
  relations: [{ type: "continues", side: "own", slug: "premier-rapport", title: "Premier rapport" }],
  publishedAt: AT,
  updatedAt: AT,
  ...editorial,
});

export const webinarDetail = view<WebinarDetail>({
  id: "0197",
  theme: "evaluer",
  slug: "evaluer-2027",
  title: "Évaluer l'impact",
  summary: "Une séance.",
  body: "Le déroulé.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  provisional: false,
  cancelledAt: null,
  need: needReference(),
  capacity: 20,
  full: false,
  seatsCounted: 0,
  hasReplay: false,
  speakers: ["Ada Martin"],
  previousStartsAt: null,
  replayUrl: null,
  replayPublishedAt: null,
  transcript: "",
  documents: [],
  formFields: [],
  linkOnly: false,
  sequence: 0,
  cycle: { slug: "2027", title: "Cycle 2027" },
  updatedAt: AT,
  ...editorial,
});

export const seatWebinar = view<SeatView["webinar"]>({
  slug: "evaluer-2027",
  title: "Évaluer l'impact",
  summary: "Une séance.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  cancelledAt: null,
  previousStartsAt: null,
  roomOpenedAt: null,
  updatedAt: AT,
  replayPublic: false,
  forecast: false,
});

/** A seat as a personal page shows it. */
export const seatView = view<SeatView>({
  calendarId: "abc",
  sequence: 0,
  state: "confirmed",
  position: null,
  offerExpiresAt: null,
  cancellable: true,
  undoUntil: null,
  present: false,
  questions: [],
  form: { fields: [], answers: {} },
  webinar: seatWebinar(),
});

/** Who holds it. */
export const personView = view<NonNullable<RegistrationsView["person"]>>({
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
});

export const roomView = view<RoomView>({
  state: "early",
  opensAt: later(10 * DAY),
  refreshSeconds: null,
  opensPage: true,
  webinar: seatWebinar(),
});

/** Somebody as the team's list of a session shows them. */
export const registrant = view<Registrant>({
  id: "r",
  firstName: "Élodie",
  lastName: "D’Arc",
  email: "elodie@exemple.fr",
  profile: "association",
  organisation: "La Fabrique",
  territory: "Val-Perdu",
  status: "confirmed",
  personId: "p",
  origin: "form",
  accessNeeds: "Une boucle magnétique",
  formAnswers: null,
  newsletterAt: AT,
  newsletterNotice: "Je veux la lettre.",
  partner: "La Région",
  offerExpiresAt: null,
  cancelledAt: null,
  cancellationReason: null,
  presentAt: null,
  attendanceSource: null,
  presentMinutes: null,
  attendanceComplete: false,
  anonymisedAt: null,
  createdAt: AT,
  questions: ["Combien ?"],
  position: null,
  mailId: null,
  mailError: null,
});

/** A message of the outbox, sent, about nobody. */
export const wholeMail = view<WholeMail>({
  id: "m",
  kind: "webinar-moved",
  key: null,
  rank: 1,
  status: "sent",
  to: "ines@exemple.fr",
  emailKey: "ines@exemple.fr",
  subject: "Déplacée au 19 mars",
  text: "Texte",
  html: "<p>Texte</p>",
  calendar: null,
  calendarMethod: null,
  unsubscribeUrl: null,
  attempts: 1,
  lastError: null,
  refusedAt: null,
  bouncedAt: null,
  staleAt: null,
  sentAt: AT,
  createdAt: AT,
  registrationId: null,
  announcementId: null,
  registration: null,
  nextTryAt: null,
  stale: false,
});

export const sentAnnouncement = view<SentAnnouncement>({
  id: "a",
  subject: "Le sujet",
  body: "Le message.",
  filter: { audiences: ["confirmed"], profiles: [], presence: "all" },
  recipients: 3,
  sentAt: AT,
  deliveries: { sent: 3, failed: 0, queued: 0, dropped: 0 },
});

export const answeredQuestion = view<AnsweredQuestion>({ id: "1", text: "Combien ?", theme: "Budget", answer: "Peu." });

export const figureEntry = view<FigureEntry>({
  slug: "chiffre",
  value: "76 %",
  percentage: 76,
  statement: "des maires",
  population: "Maires",
  survey: "PHARE",
  period: "2016",
  sample: "118 fonds",
  study: { slug: "rapport", title: "Rapport sur l'hybridation" },
  sourceUrl: "https://enquete.example/",
  theme: "Territoires",
  ...editorial,
});

export const termEntry = view<TermEntry>({
  slug: "odd",
  name: "ODD",
  aliases: ["objectifs de développement durable"],
  definition: "Ce que le mot veut dire.",
  ...editorial,
});

/** A row of a list of editors, on line. */
export const editorialRow = view<EditorialState & { title: string }>({
  id: "i",
  slug: "fiche",
  title: "Une fiche",
  publishedAt: later(-DAY),
  withdrawnAt: null,
  updatedAt: AT,
  version: 1,
  confidence: "documented",
});
