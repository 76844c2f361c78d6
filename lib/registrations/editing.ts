import { stringify } from "csv-stringify/sync";
import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { profileLabels } from "#lib/editorial/labels";
import { wallClockInParis } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { registrationStatusLabels } from "#lib/registrations/labels";
import type { Prisma } from "#prisma/client";

const columns = {
  id: true,
  status: true,
  firstName: true,
  lastName: true,
  email: true,
  profile: true,
  organisation: true,
  territory: true,
  question: true,
  accessNeeds: true,
  newsletterAt: true,
  cancelledAt: true,
  anonymisedAt: true,
  createdAt: true,
} as const satisfies Prisma.RegistrationSelect;

/** One person registered for a session; empty names once anonymised. */
export type Registrant = Prisma.RegistrationGetPayload<{ select: typeof columns }>;

const registrantsOf = (client: Transaction, webinarId: string): Promise<Registrant[]> =>
  client.registration.findMany({
    where: { webinarId },
    select: columns,
    orderBy: [{ status: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });

/** Who is registered for a session, the confirmed first, in the order of arrival; cancelled ones after. */
export const listRegistrants = (_editor: Editor, webinarId: string): Promise<Registrant[]> =>
  registrantsOf(db, webinarId);

const moment = (instant: Date | null) => (instant ? wallClockInParis(instant).replace("T", " ") : "");

/** The columns of the file: heading, and what stands below it. */
const COLUMNS: [heading: string, cell: (person: Registrant) => string | null][] = [
  ["État", ({ status }) => registrationStatusLabels[status]],
  ["Prénom", ({ firstName }) => firstName],
  ["Nom", ({ lastName }) => lastName],
  ["Adresse électronique", ({ email }) => email],
  ["Profil", ({ profile }) => profileLabels[profile]],
  ["Organisation", ({ organisation }) => organisation],
  ["Territoire", ({ territory }) => territory],
  ["Question", ({ question }) => question],
  ["Besoins d’accessibilité", ({ accessNeeds }) => accessNeeds],
  ["Lettre d’information", ({ newsletterAt }) => (newsletterAt ? "Oui" : "Non")],
  ["Inscription (heure de Paris)", ({ createdAt }) => moment(createdAt)],
  ["Annulation (heure de Paris)", ({ cancelledAt }) => moment(cancelledAt)],
];

/**
 * Who is registered for a session, as a file that French Excel opens right: byte order mark, semicolons, CRLF.
 * A cell that a spreadsheet would run as a formula begins with an apostrophe. The export is written in the journal.
 * @param at instant of the export
 * @returns null when there is no such session
 */
export async function registrantsCsv(editor: Editor, webinarId: string, at: Date): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (!(await tx.webinar.findUnique({ where: { id: webinarId }, select: { id: true } }))) return null;
    const people = await registrantsOf(tx, webinarId);
    const details = { count: people.length };
    await recordAudit(tx, editor, { action: "registrants.export", noun: "webinar", target: webinarId, details, at });
    const lines = people.map((person) => COLUMNS.map(([, cell]) => cell(person)));
    return stringify([COLUMNS.map(([heading]) => heading), ...lines], {
      bom: true,
      delimiter: ";",
      record_delimiter: "windows",
      escape_formulas: true,
    });
  });
}
