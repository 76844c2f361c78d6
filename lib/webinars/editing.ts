import type { Editor } from "#lib/auth/editor";
import { visibleAt } from "#lib/editorial/rules";
import type { EditField } from "#lib/editorial/schema";
import { listNeedsForEditor } from "#lib/needs/queries";
import { formatDay, formatHours } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { counted } from "#lib/platform/text";
import { webinarFields } from "#lib/webinars/fields";
import { listCyclesForEditor } from "#lib/webinars/queries";
import { endsAt, isReplayPublic } from "#lib/webinars/rules";

/** The edit form of a webinar, with the needs and cycles of the day. */
export async function editableWebinarFields(editor: Editor): Promise<EditField[]> {
  const [needs, cycles] = await Promise.all([listNeedsForEditor(editor), listCyclesForEditor(editor)]);
  return webinarFields({ needs, cycles });
}

type Consequences = {
  kind: "moved" | "cancelled" | "reopened" | "resized";
  recipients: number;
  waiting: number;
  given: number;
  offered: number;
  withdrawn: number;
};

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

type Session = {
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
  capacity: number | null;
  taken: number;
  waiting: number;
};

/** A session in a line: when, in Paris, and how full. */
export function sessionWords({ startsAt, durationMinutes, cancelledAt, capacity, taken, waiting }: Session): string {
  const seats = capacity === null ? "" : ` pour ${counted(capacity, "place", "places")}`;
  const words = [
    `${formatDay(startsAt)}, ${formatHours(startsAt, durationMinutes)}`,
    `${counted(taken, "inscrit", "inscrits")}${seats}`,
    ...(waiting ? [`${waiting} en attente`] : []),
    ...(cancelledAt ? ["séance annulée"] : []),
  ];
  return words.join(" · ");
}

/** Messages that speak of the replay wait for it no longer than that. */
const AWAITED_DAYS = 30;

/**
 * Sessions that are over and whose registrants still wait for the replay, latest first.
 * @param at the present instant
 */
export async function sessionsAwaitingReplay(
  _editor: Editor,
  at: Date,
): Promise<{ id: string; title: string; registrants: number }[]> {
  const seated = { status: "confirmed", anonymisedAt: null } as const;
  const rows = await db.webinar.findMany({
    where: {
      ...visibleAt(at),
      cancelledAt: null,
      startsAt: { gt: new Date(at.getTime() - AWAITED_DAYS * 86_400_000) },
      registrations: { some: seated },
    },
    select: {
      id: true,
      title: true,
      startsAt: true,
      durationMinutes: true,
      replayUrl: true,
      replayPublishedAt: true,
      publishedAt: true,
      withdrawnAt: true,
      _count: { select: { registrations: { where: seated } } },
    },
    orderBy: { startsAt: "desc" },
  });
  return rows
    .filter((row) => endsAt(row) <= at && !isReplayPublic(row, at))
    .map(({ id, title, _count }) => ({ id, title, registrants: _count.registrations }));
}
