import type { Editor } from "#lib/auth/editor";
import { formatDay, formatHours } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { counted } from "#lib/platform/text";
import { type Publication, visibleAt } from "#lib/publication/rules";
import { replayColumns } from "#lib/webinars/queries";
import { endsAt, isReplayPublic, webinarState } from "#lib/webinars/rules";
import type { Consequences, WebinarTerms } from "#lib/webinars/schema";

/** A session as its rooms in the back office name it, without its texts. @returns null when there is no such session */
export async function findWebinarTerms(
  _editor: Editor,
  id: string,
): Promise<(WebinarTerms & Publication & { id: string; slug: string; title: string }) | null> {
  const row = await db.webinar.findUnique({
    where: { id },
    select: {
      id: true,
      slug: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      capacity: true,
      cancelledAt: true,
      publishedAt: true,
      withdrawnAt: true,
    },
  });
  if (!row) return null;
  const { cancelledAt, ...webinar } = row;
  return { ...webinar, cancelled: cancelledAt !== null };
}

/** Messages that speak of the replay wait for it no longer than that. */
const AWAITED_MS = 30 * 86_400_000;

const people = (count: number) => counted(count, "personne", "personnes");

const told = {
  moved: (count) => `${people(count)} ${count > 1 ? "recevront" : "recevra"} une mise à jour d’agenda`,
  cancelled: (count) =>
    `${people(count)} ${count > 1 ? "apprendront" : "apprendra"} l’annulation, et leur agenda effacera la séance`,
  reopened: (count) => `${people(count)} ${count > 1 ? "recevront" : "recevra"} une nouvelle confirmation`,
  resized: () => "",
} satisfies Record<Consequences["kind"], (count: number) => string>;

/** What saving a change will do to the people registered, in a sentence. */
export function consequenceWords({ kind, recipients, waiting, given, offered, withdrawn }: Consequences): string {
  const inLine = `${people(waiting)} en attente`;
  const parts = [
    recipients > 0 && told[kind](recipients),
    waiting > 0 && kind !== "resized" && `${inLine} ${waiting > 1 ? "seront prévenues" : "sera prévenue"}`,
    given > 0 && `${people(given)} en attente ${given > 1 ? "recevront" : "recevra"} une place`,
    offered > 0 && `une place sera proposée à ${people(offered)} en attente`,
    withdrawn > 0 &&
      `${people(withdrawn)} ${withdrawn > 1 ? "perdront" : "perdra"} la place qui ${withdrawn > 1 ? "leur" : "lui"} était proposée`,
  ].filter((part) => part !== false);
  const last = parts.pop();
  return `${parts.length ? `${parts.join(", ")}, et ` : ""}${last}.`;
}

/** The button that saves it. */
export const agreementLabel = ({ recipients, waiting }: Consequences): string =>
  `Enregistrer et prévenir ${people(recipients + waiting)}`;

/** Why the address of a session that somebody registered for does not change, online or not. */
export const SLUG_WRITTEN =
  "Des personnes se sont inscrites\u00A0: l’adresse de la page ne change plus, leurs messages y mènent.";

/**
 * What taking a session off the site does to the people registered.
 * @param live how many have a seat, are offered one or wait
 * @param at the present instant
 * @returns null when nobody is concerned
 */
export function withdrawalWords(webinar: Omit<WebinarTerms, "capacity">, live: number, at: Date): string | null {
  if (live === 0 || webinar.cancelled) return null;
  const many = live > 1;
  if (webinarState(webinar, at) !== "past")
    return `${people(live)} ${many ? "comptent" : "compte"} sur cette séance. ${many ? "Elles n’en sauront rien et ne recevront" : "Elle n’en saura rien et ne recevra"} plus de rappel\u00A0: pour ${many ? "les" : "la"} prévenir, annulez d’abord la séance, dans le formulaire ci-dessous.`;
  if (at.getTime() - webinar.startsAt.getTime() > AWAITED_MS) return null;
  const who = many ? `Les ${people(live)} inscrites ne recevront` : "La personne inscrite ne recevra";
  return `${who} ni le lien vers l’enregistrement ni le questionnaire qui ne sont pas encore partis.`;
}

type WebinarRow = {
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
  capacity: number | null;
  taken: number;
  waiting: number;
};

/** A session in a line: when, in Paris, and how full. */
export function webinarWords({ startsAt, durationMinutes, cancelledAt, capacity, taken, waiting }: WebinarRow): string {
  const seats = capacity === null ? "" : ` pour ${counted(capacity, "place", "places")}`;
  const words = [
    `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`,
    `${counted(taken, "inscrit", "inscrits")}${seats}`,
    ...(waiting ? [`${waiting} en attente`] : []),
    ...(cancelledAt ? ["séance annulée"] : []),
  ];
  return words.join(" · ");
}

/**
 * Sessions that are over and whose registrants still wait for the replay, latest first.
 * @param at the present instant
 */
export async function webinarsAwaitingReplay(
  _editor: Editor,
  at: Date,
): Promise<{ id: string; title: string; registrants: number }[]> {
  const seated = { status: "confirmed", anonymisedAt: null } as const;
  const rows = await db.webinar.findMany({
    where: {
      ...visibleAt(at),
      cancelledAt: null,
      startsAt: { gt: new Date(at.getTime() - AWAITED_MS) },
      registrations: { some: seated },
    },
    select: {
      ...replayColumns,
      id: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      _count: { select: { registrations: { where: seated } } },
    },
    orderBy: { startsAt: "desc" },
  });
  return rows
    .filter((row) => endsAt(row) <= at && !isReplayPublic(row, at))
    .map(({ id, title, _count }) => ({ id, title, registrants: _count.registrations }));
}
