import { formatDay, formatHour, inParis } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import { registrationStatusLabels } from "#lib/seats/labels";
import type { AttendanceSource, RegistrationStatus } from "#prisma/enums";

export const attendanceSourceLabels = {
  join: "entrée dans la salle",
  report: "relevé de présence",
  editor: "cochée par l’équipe",
} satisfies Record<AttendanceSource, string>;

type Expected = {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  organisation: string | null;
  status: RegistrationStatus;
  presentAt: Date | null;
  attendanceSource: AttendanceSource | null;
  presentMinutes: number | null;
};

export function attending({ id, firstName, lastName, email, organisation, status, ...person }: Expected) {
  const { presentAt, attendanceSource, presentMinutes } = person;
  const state = status === "confirmed" ? null : registrationStatusLabels[status];
  const sources = [
    attendanceSource && attendanceSourceLabels[attendanceSource],
    presentMinutes && `${presentMinutes}\u00A0min`,
  ];
  return {
    id,
    name: `${firstName} ${lastName}`,
    detail: [email, organisation, state].filter(Boolean).join(" · "),
    present: presentAt !== null,
    words: presentAt && `Présence connue par\u00A0: ${sources.filter(Boolean).join(", ")}`,
  };
}

const MINUTE_MS = 60_000;

/** How long until an instant: days of the calendar in Paris, on the same day hours, in the last hour minutes. */
function delay(at: Date, instant: Date): string {
  const { days } = inParis(at).toPlainDate().until(inParis(instant).toPlainDate());
  if (days > 0) return days === 1 ? "demain" : `dans ${counted(days, "jour", "jours")}`;
  const minutes = Math.ceil((instant.getTime() - at.getTime()) / MINUTE_MS);
  const words =
    minutes < 60 ? counted(minutes, "minute", "minutes") : counted(Math.floor(minutes / 60), "heure", "heures");
  return `dans ${words}`;
}

/** « La salle ouvre à 12 h 45, heure de Paris, dans 3 heures. » */
export function openingWords(opensAt: Date, at: Date): string {
  const isToday = inParis(at).toPlainDate().equals(inParis(opensAt).toPlainDate());
  const day = isToday ? "" : `le ${formatDay(opensAt)} `;
  return `La salle ouvre ${day}à ${formatHour(opensAt)}, heure de Paris, ${delay(at, opensAt)}.`;
}

/** When the team lets people in. */
export const OPENING_REFUSAL =
  "Les inscrits ne peuvent entrer avant l’heure que dans les deux heures qui précèdent, si la séance a lieu et si la salle a une adresse.";
