import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { csvFile } from "#lib/csv/writing";
import type { MailKind } from "#lib/mail/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { askQuestion } from "#lib/questions/mutations";
import {
  REGISTRANT_COLUMNS,
  type RegistrantColumn,
  type RegistrantExport,
  registrantCells,
} from "#lib/registrations/fields";
import { registrantColumnLabels } from "#lib/registrations/labels";
import { type PersonOutcome, registerPeople } from "#lib/registrations/mutations";
import { isCancellable, isLive, LIVE_STATUSES } from "#lib/registrations/rules";
import type {
  CancellationRefusal,
  PersonInput,
  Registrant,
  RegistrantFilter,
  RestorationRefusal,
} from "#lib/registrations/schema";
import { cancelSeat, reinstateSeat, underLock } from "#lib/registrations/seats";
import { Prisma, type RegistrationStatus } from "#prisma/client";

const PAGE_SIZE = 50;

/** Messages that tell where a person stands: when the last of them was refused, the person may know nothing. */
const STATUS_MAILS = [
  "registration-confirmed",
  "registration-waiting",
  "registration-already",
  "seat-offered",
  "seat-given",
  "cycle-session-added",
] satisfies MailKind[];

/** Who a filter designates among the registrants of a session, as a condition on « r ». */
function designated(webinarId: string, { q, etat, profil, presence }: RegistrantFilter): Prisma.Sql {
  const searched = Prisma.sql`concat_ws(' ', r."firstName", r."lastName", r."firstName", r."email", r."organisation")`;
  return Prisma.join(
    [
      Prisma.sql`r."webinarId" = ${webinarId}::uuid`,
      ...(q ? [Prisma.sql`strpos(search_fold(${searched}), search_fold(${q})) > 0`] : []),
      ...(etat ? [Prisma.sql`r."status" = ${etat}::"RegistrationStatus"`] : []),
      ...(profil ? [Prisma.sql`r."profile" = ${profil}::"Profile"`] : []),
      ...(presence ? [Prisma.sql`(r."presentAt" IS NOT NULL) = ${presence === "oui"}`] : []),
    ],
    " AND ",
  );
}

const BY_STATE = Prisma.sql`m."id" IS NULL, r."status", r."waitlistRank", r."createdAt"`;
const BY_NAME = Prisma.sql`search_fold(r."lastName"), search_fold(r."firstName")`;

/**
 * The people designated, in the order asked for. A message about several sessions names the first of them only: for the
 * others, it is known by its address and its instant.
 */
const registrantsOf = (client: Transaction, where: Prisma.Sql, limit = Prisma.empty, order = BY_STATE) =>
  client.$queryRaw<Registrant[]>`
    SELECT r."id", r."status", r."origin", r."firstName", r."lastName", r."email", r."profile", r."organisation",
      r."territory", r."accessNeeds", r."newsletterAt", r."newsletterNotice", f."partner", r."offerExpiresAt",
      r."cancelledAt", r."cancellationReason", r."presentAt", r."attendanceSource", r."presentMinutes", r."anonymisedAt",
      r."createdAt", m."id" AS "mailId", m."lastError" AS "mailError",
      ARRAY(SELECT q."text" FROM "Question" q WHERE q."registrationId" = r."id" ORDER BY q."id") AS "questions",
      CASE r."status" WHEN 'waiting' THEN (
        SELECT count(*)::int FROM "Registration" w
        WHERE w."webinarId" = r."webinarId" AND w."status" = 'waiting' AND w."waitlistRank" <= r."waitlistRank") END AS "position"
    FROM "Registration" r LEFT JOIN "PartnerLink" f ON f."id" = r."partnerLinkId" LEFT JOIN LATERAL (
      SELECT l."id", l."lastError" FROM (
        SELECT o."id", o."lastError", o."status" FROM "OutgoingMail" o
        WHERE o."kind" = ANY(${STATUS_MAILS})
          AND (o."registrationId" = r."id" OR (o."emailKey" = r."emailKey" AND o."createdAt" = r."createdAt"))
        ORDER BY o."createdAt" DESC, o."id" DESC LIMIT 1) l
      WHERE l."status" = 'failed' AND r."status" IN ('confirmed', 'waiting', 'offered')) m ON true
    WHERE ${where}
    ORDER BY ${order}, r."id" ${limit}`;

/**
 * Who is registered for a session: first those whose confirmation was refused, then by state, in the order of arrival or
 * of the waiting list. For a roll call, those whom the team may see come, in the order of their names.
 * @param query.page from 1; a page past the end is the last one
 */
export async function listRegistrants(
  _editor: Editor,
  webinarId: string,
  { page: asked, ...filter }: RegistrantFilter & { page: number },
  rollCall = false,
): Promise<{ items: Registrant[]; total: number; page: number; pageCount: number }> {
  const known = designated(webinarId, filter);
  // Whoever is looked for by name is found, even without a seat.
  const where = rollCall
    ? Prisma.sql`${known} AND r."anonymisedAt" IS NULL AND (r."status" = 'confirmed' OR r."presentAt" IS NOT NULL OR ${filter.q !== ""})`
    : known;
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "Registration" r WHERE ${where}`;
  const total = count?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(asked, pageCount);
  const limit = Prisma.sql`LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const items = await registrantsOf(db, where, limit, rollCall ? BY_NAME : BY_STATE);
  return { items, total, page, pageCount };
}

/** How many people a session has in each state; states without anybody are left out. */
export async function countRegistrants(
  _editor: Editor,
  webinarId: string,
): Promise<Partial<Record<RegistrationStatus, number>>> {
  const rows = await db.registration.groupBy({ by: ["status"], where: { webinarId }, _count: true });
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]));
}

/**
 * The registrants of a session that a filter designates, as a file. The export is written in the journal: its columns
 * and how many people it holds, never who.
 * @param at instant of the export
 * @returns null when there is no such session
 */
export async function registrantsCsv(
  editor: Editor,
  webinarId: string,
  { columns: chosen, dialect, ...filter }: RegistrantExport,
  at: Date,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    if (!(await tx.webinar.findUnique({ where: { id: webinarId }, select: { id: true } }))) return null;
    const people = await registrantsOf(tx, designated(webinarId, filter));
    const details = { count: people.length, columns: chosen };
    await recordAudit(tx, editor, { action: "registrants.export", noun: "webinar", target: webinarId, details, at });
    await tx.user.updateMany({ where: { id: editor.userId }, data: { registrantColumns: chosen } });
    const rows = people.map((person) => chosen.map((column) => registrantCells[column](person)));
    return csvFile([chosen.map((column) => registrantColumnLabels[column]), ...rows], dialect);
  });
}

/** The columns that an editor chose for their last file, every column before the first. */
export async function chosenColumns({ userId }: Editor): Promise<readonly RegistrantColumn[]> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { registrantColumns: true } });
  const last = user?.registrantColumns ?? [];
  return last.length ? REGISTRANT_COLUMNS.filter((column) => last.includes(column)) : REGISTRANT_COLUMNS;
}

/** What the team knows of someone whom it adds. */
export type AddedPerson = PersonInput & { question?: string | null; accessNeeds?: string | null; newsletter?: boolean };

/**
 * Registers people whom the team brings, all or none, each with the usual message. Without a free seat they join the
 * waiting list, in order: nothing is overbooked by mistake.
 * @param at instant of the addition
 * @returns what came of each, in order; « refused » when nobody can register at this session
 */
export async function addRegistrants(
  editor: Editor,
  webinarId: string,
  people: readonly AddedPerson[],
  at: Date,
): Promise<PersonOutcome[]> {
  return registerPeople(webinarId, people, "editor", at, async (tx, outcomes) => {
    const added = people.filter((_, index) => ["registered", "waiting"].includes(outcomes[index] ?? ""));
    if (!added.length) return;
    for (const { email, question } of added) {
      if (!question) continue;
      const key = { webinarId, emailKey: emailKey(email) };
      const { id } = await tx.registration.findUniqueOrThrow({
        where: { webinarId_emailKey: key },
        select: { id: true },
      });
      await askQuestion(tx, webinarId, id, question, at);
    }
    const details = { count: added.length, waiting: outcomes.filter((outcome) => outcome === "waiting").length };
    await recordAudit(tx, editor, { action: "registrants.add", noun: "webinar", target: webinarId, details, at });
  });
}

/** Which of some addresses have a seat, or a place in line, at a session. @returns keys of addresses */
export async function registeredAmong(
  _editor: Editor,
  webinarId: string,
  emails: readonly string[],
): Promise<Set<string>> {
  const rows = await db.registration.findMany({
    where: { webinarId, emailKey: { in: emails.map(emailKey) }, status: { in: [...LIVE_STATUSES] } },
    select: { emailKey: true },
  });
  return new Set(rows.map((row) => row.emailKey));
}

/** Changes the seat of someone who told the team. @param work what is done under the lock, or why it cannot be */
async function changeSeat<R extends string>(
  editor: Editor,
  id: string,
  action: "registrant.cancel" | "registrant.restore",
  at: Date,
  work: (tx: Transaction, seat: { id: string; webinarId: string; status: RegistrationStatus }) => Promise<R | null>,
): Promise<Result<object, R | "unknown" | "started">> {
  const seat = await db.registration.findFirst({
    where: { id, anonymisedAt: null },
    select: { webinarId: true, webinar: { select: { startsAt: true } } },
  });
  if (!seat) return { ok: false, reason: "unknown" };
  if (!isCancellable(seat.webinar, at)) return { ok: false, reason: "started" };
  return underLock([seat.webinarId], async (tx) => {
    const select = { id: true, webinarId: true, status: true };
    const reason = await work(tx, await tx.registration.findUniqueOrThrow({ where: { id }, select }));
    if (reason) return { ok: false, reason };
    await recordAudit(tx, editor, { action, noun: "registration", target: id, at });
    return { ok: true };
  });
}

/**
 * Gives back the seat, or the place in line, of someone who told the team. They get the usual message, and the seat is
 * offered to the first in line.
 * @param at instant of the request
 */
export const cancelRegistrant = (editor: Editor, id: string, at: Date): Promise<Result<object, CancellationRefusal>> =>
  changeSeat(editor, id, "registrant.cancel", at, async (tx, seat) =>
    (await cancelSeat(tx, seat, null, at)) ? null : "unknown",
  );

/**
 * Undoes a cancellation, or an offer left without an answer: a seat if one is free, else the end of the waiting list.
 * @param at instant of the request
 */
export const restoreRegistrant = (editor: Editor, id: string, at: Date): Promise<Result<object, RestorationRefusal>> =>
  changeSeat(editor, id, "registrant.restore", at, async (tx, seat) => {
    if (isLive(seat.status)) return "held";
    if (await tx.webinar.count({ where: { id: seat.webinarId, cancelledAt: { not: null } } })) return "cancelled";
    await reinstateSeat(tx, seat, at);
    return null;
  });
