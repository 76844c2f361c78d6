import { endsAt, formatDay, formatHour, formatHours } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import type { RegistrationState, WebinarState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

export const registrationStateLabels = {
  open: "Inscriptions ouvertes",
  full: "Complet, liste d’attente",
  closed: "Inscriptions closes",
  cancelled: "Annulé",
} satisfies Record<RegistrationState, string>;

export const LINK_ONLY = "Par lien seulement";

export const FORECAST = "Annoncée, à confirmer";

export const webinarStateLabels = {
  upcoming: "À venir",
  running: "En ce moment",
  past: "Passé",
} satisfies Record<WebinarState, string>;

type WebinarRow = Pick<WebinarSummary, "startsAt" | "durationMinutes" | "cancelledAt" | "capacity"> & {
  linkOnly: boolean;
  taken: number;
  waiting: number;
};

export function webinarWords({
  startsAt,
  durationMinutes,
  cancelledAt,
  capacity,
  linkOnly,
  taken,
  waiting,
}: WebinarRow): string {
  const seats = capacity === null ? "" : ` pour ${counted(capacity, "place", "places")}`;
  const words = [
    `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`,
    `${counted(taken, "inscrit", "inscrits")}${seats}`,
    ...(waiting ? [`${waiting} en attente`] : []),
    ...(cancelledAt ? ["séance annulée"] : []),
    ...(linkOnly ? ["par lien seulement"] : []),
  ];
  return words.join(" · ");
}

/** Said wherever a room that is open after the hour is spoken of. */
export const overrunWords = (webinar: { startsAt: Date; durationMinutes: number }): string =>
  `La séance devait finir à ${formatHour(endsAt(webinar))}, la salle est encore ouverte.`;
