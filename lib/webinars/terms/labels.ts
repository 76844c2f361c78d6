import { counted } from "#lib/platform/text";
import { REPLAY_AWAITED_MS } from "#lib/webinars/replay/rules";
import { webinarState } from "#lib/webinars/rules";
import type { Consequences, WebinarTerms } from "#lib/webinars/schema";

const people = (count: number) => counted(count, "personne", "personnes");

const recipientsWords = {
  moved: (count) => `${people(count)} ${count > 1 ? "recevront" : "recevra"} une mise à jour d’agenda`,
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

/** Why the address of a session that somebody registered for does not change, online or not. */
export const SLUG_WRITTEN =
  "Des personnes se sont inscrites\u00A0: l’adresse de la page ne change plus, leurs messages y mènent.";

/** What taking a session off the site does to the people registered; null when nobody is concerned. */
export function withdrawalWords(webinar: Omit<WebinarTerms, "capacity">, live: number, at: Date): string | null {
  if (live === 0 || webinar.cancelled) return null;
  const many = live > 1;
  if (webinarState(webinar, at) !== "past")
    return `${people(live)} ${many ? "comptent" : "compte"} sur cette séance. ${many ? "Elles n’en sauront rien et ne recevront" : "Elle n’en saura rien et ne recevra"} plus de rappel\u00A0: pour ${many ? "les" : "la"} prévenir, annulez d’abord la séance, dans le formulaire ci-dessous.`;
  if (at.getTime() - webinar.startsAt.getTime() > REPLAY_AWAITED_MS) return null;
  const who = many ? `Les ${people(live)} inscrites ne recevront` : "La personne inscrite ne recevra";
  return `${who} ni le lien vers l’enregistrement ni le questionnaire qui ne sont pas encore partis.`;
}
