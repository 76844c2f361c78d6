import type { MailKind, MailVariable } from "#lib/mail/schema";
import type { MailStatus } from "#prisma/enums";

/** « Accepté » is all that a mail server tells: nothing says that a message was read. */
export const mailStatusLabels = {
  queued: "En attente",
  sent: "Accepté",
  failed: "Refusé",
  dropped: "Devenu inutile",
} satisfies Record<MailStatus, string>;

export const mailKindLabels = {
  "registration-confirmed": "Inscription enregistrée",
  "registration-waiting": "Liste d’attente",
  "registration-already": "Inscription déjà enregistrée",
  "registration-cancelled": "Inscription annulée",
  "cancellation-to-confirm": "Annulation à confirmer",
  "seat-offered": "Place proposée",
  "seat-given": "Place attribuée",
  "offer-expired": "Proposition expirée",
  "offer-withdrawn": "Proposition retirée",
  "cycle-session-added": "Nouvelle séance du cycle",
  "personal-links": "Liens renvoyés",
  "address-to-confirm": "Adresse à confirmer",
  "address-changed": "Adresse changée",
  "webinar-moved": "Séance déplacée",
  "webinar-cancelled": "Séance annulée",
  "reminder-week": "Rappel une semaine avant",
  "reminder-day": "Rappel la veille",
  "reminder-hour": "Rappel une heure avant",
  "follow-up-present": "Lendemain, pour les présents",
  "follow-up-absent": "Lendemain, pour les absents",
  survey: "Questionnaire",
  announcement: "Message de l’équipe",
} satisfies Record<MailKind, string>;

export const mailKindMoments = {
  "registration-confirmed": "Dès l’inscription",
  "registration-waiting": "Dès l’inscription, quand la séance est complète",
  "registration-already": "Quand une adresse déjà inscrite est saisie de nouveau",
  "registration-cancelled": "Dès l’annulation par la personne",
  "cancellation-to-confirm": "Quand une annulation est demandée sans le lien personnel",
  "seat-offered": "Dès qu’une place se libère, à la première personne de la liste d’attente",
  "seat-given": "Dès qu’une place est attribuée sans question",
  "offer-expired": "Quand une place proposée n’a pas reçu de réponse à temps",
  "offer-withdrawn": "Quand le nombre de places est réduit avant la réponse à une proposition",
  "cycle-session-added": "Dès qu’une séance entre dans un cycle suivi en entier",
  "personal-links": "Quand une personne demande à recevoir de nouveau ses liens",
  "address-to-confirm": "Quand une personne propose une autre adresse, à celle-ci",
  "address-changed": "Quand une autre adresse est confirmée, à l’ancienne",
  "webinar-moved": "Dès que la date ou l’heure change",
  "webinar-cancelled": "Dès que la séance est annulée",
  "reminder-week": "Sept jours avant, à l’heure de la séance",
  "reminder-day": "La veille, à l’heure de la séance",
  "reminder-hour": "Une heure avant le début",
  "follow-up-present": "Le lendemain à 9 h, une fois l’enregistrement publié",
  "follow-up-absent": "Le lendemain à 9 h, une fois l’enregistrement publié",
  survey: "Deux jours après, à 9 h",
  announcement: "Quand l’équipe l’envoie",
} satisfies Record<MailKind, string>;

/** What the team writes between braces for each variable: « {prénom} ». */
export const mailVariableWords = {
  firstName: "prénom",
  title: "titre de la séance",
  date: "date",
  day: "jour",
  hours: "heures",
  webinarUrl: "lien vers la séance",
  programmeUrl: "lien vers le programme",
  personalUrl: "lien personnel",
  sessions: "liste des séances",
  following: "cycle suivi",
  overseasHours: "heures outre-mer",
  joinUrl: "lien de connexion",
  erasureDate: "date d’effacement",
  deadline: "date limite",
  confirmUrl: "lien de confirmation",
  previousDay: "ancien jour",
  previousHours: "anciennes heures",
  replayUrl: "lien vers l’enregistrement",
  certificateUrl: "lien vers l’attestation",
  surveyUrl: "lien vers le questionnaire",
} satisfies Record<MailVariable, string>;
