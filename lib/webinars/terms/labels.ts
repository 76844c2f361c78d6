import { formatDay, formatHour, formatShortDay } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import { REPLAY_AWAITED_MS } from "#lib/webinars/replay/rules";
import { webinarState } from "#lib/webinars/rules";
import type { Consequences, WebinarTerms } from "#lib/webinars/schema";

const people = (count: number) => counted(count, "personne", "personnes");

const updated = (count: number) => `${people(count)} ${count > 1 ? "recevront" : "recevra"} une mise à jour d’agenda`;

const recipientsWords = {
  moved: updated,
  retimed: updated,
  cancelled: (count) =>
    `${people(count)} ${count > 1 ? "apprendront" : "apprendra"} l’annulation, et leur agenda effacera la séance`,
  reopened: (count) => `${people(count)} ${count > 1 ? "recevront" : "recevra"} une nouvelle confirmation`,
  resized: () => "",
} satisfies Record<Consequences["kind"], (count: number) => string>;

export function consequenceWords({ kind, recipients, waiting, given, offered, withdrawn }: Consequences): string {
  const inLine = `${people(waiting)} en attente`;
  const parts = [
    recipients > 0 && recipientsWords[kind](recipients),
    waiting > 0 && kind !== "resized" && `${inLine} ${waiting > 1 ? "seront prévenues" : "sera prévenue"}`,
    given > 0 && `${people(given)} en attente ${given > 1 ? "recevront" : "recevra"} une place`,
    offered > 0 && `une place sera proposée à ${people(offered)} en attente`,
    withdrawn > 0 &&
      `${people(withdrawn)} ${withdrawn > 1 ? "perdront" : "perdra"} la place qui ${withdrawn > 1 ? "leur" : "lui"} était proposée`,
  ].filter((part) => part !== false);
  const last = parts.pop();
  return `${parts.length ? `${parts.join(", ")}, et ` : ""}${last}.`;
}

export const agreementLabel = ({ recipients, waiting }: Consequences): string =>
  `Enregistrer et prévenir ${people(recipients + waiting)}`;

const HOUR_MS = 3_600_000;
const TOO_LATE = "tout le monde ne lira pas ce message à temps.";

/**
 * What should be looked at again before a date is kept, or a session called off: sentences, none when all is well.
 * @param change.before null when the session is made
 * @param unusual what the day is, in words: « un samedi »
 */
export function dateDoubts(
  { before, after }: { before: WebinarTerms | null; after: WebinarTerms },
  unusual: readonly string[],
  at: Date,
): string[] {
  const isNear = (start: Date) => start > at && start.getTime() - at.getTime() < HOUR_MS;
  if (after.cancelled)
    return before && !before.cancelled && isNear(before.startsAt)
      ? [`La séance commence dans moins d’une heure\u00A0: ${TOO_LATE}`]
      : [];
  const isOver = before !== null && before.startsAt <= at && after.startsAt <= at;
  const isSame = before && !before.cancelled && before.startsAt.getTime() === after.startsAt.getTime();
  if (isSame || isOver) return [];
  const when = `${formatDay(after.startsAt)} à ${formatHour(after.startsAt)}`;
  return [
    ...(after.startsAt <= at ? [`Cette date est passée\u00A0: ${when}.`] : []),
    ...(isNear(after.startsAt) ? [`La séance commencerait dans moins d’une heure, le ${when}\u00A0: ${TOO_LATE}`] : []),
    ...(unusual.length
      ? [`Le ${formatShortDay(after.startsAt)} est à vérifier\u00A0: ${unusual.join("\u202F; ")}.`]
      : []),
  ];
}

export const DOUBTED = "Vérifiez, puis enregistrez de nouveau si c’est bien ce que vous voulez.";

/** Why the address of a session that somebody registered for does not change, online or not. */
export const SLUG_WRITTEN =
  "Des personnes se sont inscrites\u00A0: l’adresse de la page ne change plus, leurs messages y mènent.";

/** Why the address of the room is not changed. @param found the one that a colleague gave meanwhile; null when there is no such session */
export function roomRefusalWords(found: { roomUrl: string | null } | null): string {
  if (!found) return "Cette séance n’existe plus.";
  const news = found.roomUrl === null ? "de retirer l’adresse" : `de donner une autre adresse, ${found.roomUrl}`;
  return `Quelqu’un de l’équipe vient ${news}. Envoyez de nouveau pour mettre la vôtre à la place.`;
}

/** What taking a session off the site does to the people registered; null when nobody is concerned. */
export function withdrawalWords(webinar: Omit<WebinarTerms, "capacity">, live: number, at: Date): string | null {
  if (live === 0 || webinar.cancelled) return null;
  const many = live > 1;
  if (webinarState(webinar, at) !== "past")
    return `${people(live)} ${many ? "comptent" : "compte"} sur cette séance. ${many ? "Elles n’en sauront rien et ne recevront" : "Elle n’en saura rien et ne recevra"} plus de rappel\u00A0: pour ${many ? "les" : "la"} prévenir, annulez d’abord la séance, sous «\u202FDéroulement\u202F».`;
  if (at.getTime() - webinar.startsAt.getTime() > REPLAY_AWAITED_MS) return null;
  const who = many ? `Les ${people(live)} inscrites ne recevront` : "La personne inscrite ne recevra";
  return `${who} ni le lien vers l’enregistrement ni le questionnaire qui ne sont pas encore partis.`;
}
