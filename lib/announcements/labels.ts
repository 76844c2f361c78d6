import type { AnnouncementFilter, AnnouncementRefusal, AttendanceFilter, Audience } from "#lib/announcements/schema";
import { profileLabels } from "#lib/profiles/labels";

export const audienceLabels = {
  confirmed: "Personnes inscrites",
  waiting: "Liste d’attente",
  expired: "Propositions de place restées sans réponse",
  cancelled: "Inscriptions annulées",
} satisfies Record<Audience, string>;

export const attendanceLabels = {
  all: "Présentes ou non",
  present: "Présentes à la séance",
  absent: "Sans présence relevée",
} satisfies Record<AttendanceFilter, string>;

export const filterWords = ({ audiences, profiles, presence }: AnnouncementFilter): string[] => [
  audiences.map((audience) => audienceLabels[audience]).join(", "),
  profiles.length
    ? `Profils\u00A0: ${profiles.map((profile) => profileLabels[profile]).join(", ")}`
    : "Tous les profils",
  ...(presence === "all" ? [] : [attendanceLabels[presence]]),
];

/** Why an announcement was not sent. */
export const announcementRefusals = {
  unconfirmed: "Relisez ce qui va partir, puis envoyez.",
  nobody: "Ces choix ne désignent personne\u00A0: élargissez-les.",
  spent: "Cette page a déjà servi à envoyer un autre message. Ouvrez un nouveau message pour écrire celui-ci.",
  unknown: "Cette séance n’existe plus.",
} satisfies Record<AnnouncementRefusal, string>;
