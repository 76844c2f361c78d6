import type { Viewer } from "#lib/auth/editor";
import type { MailKind } from "#lib/mail/schema";
import { CHANGE_MAIL, SEVERAL_MAIL, STATUS_MAIL } from "#lib/notices/rules";
import { db, type Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";
import type { Registrant, RegistrantFilter } from "#lib/roster/schema";
import { personWords } from "#lib/search/words";
import { Prisma, type RegistrationStatus } from "#prisma/client";

const PAGE_SIZE = 50;

/** Messages that tell where a person stands: when the last of them was refused, the person may know nothing. */
const STATUS_MAILS: MailKind[] = [
  ...Object.values(STATUS_MAIL),
  CHANGE_MAIL.give,
  CHANGE_MAIL.add,
  SEVERAL_MAIL,
  "registration-already",
];

/** Who a filter designates among the registrants of a session, as a condition on « r ». */
export function designated(webinarId: string, { q, etat, profil, presence }: RegistrantFilter): Prisma.Sql {
  const searched = Prisma.sql`concat_ws(' ', r."firstName", r."lastName", r."firstName", p."email", r."organisation")`;
  return Prisma.join(
    [
      Prisma.sql`r."webinarId" = ${webinarId}::uuid`,
      ...personWords(q).map(
        (word) =>
          Prisma.sql`(strpos(search_fold(${searched}), search_fold(${word})) > 0 OR strpos(p."emailKey", ${emailKey(word)}) > 0)`,
      ),
      ...(etat ? [Prisma.sql`r."status" = ${etat}::"RegistrationStatus"`] : []),
      ...(profil ? [Prisma.sql`r."profile" = ${profil}::"Profile"`] : []),
      ...(presence ? [Prisma.sql`(r."presentAt" IS NOT NULL) = ${presence === "oui"}`] : []),
    ],
    " AND ",
  );
}

const BY_STATE = Prisma.sql`m."id" IS NULL, r."status", r."waitlistRank", r."createdAt"`;
const BY_NAME = Prisma.sql`search_fold(r."lastName"), search_fold(r."firstName")`;

const REGISTRANTS = Prisma.sql`"Registration" r LEFT JOIN "Person" p ON p."id" = r."personId"`;

export const registrantsOf = (client: Transaction, where: Prisma.Sql, limit = Prisma.empty, order = BY_STATE) =>
  client.$queryRaw<Registrant[]>`
    SELECT r."id", r."personId", r."status", r."origin", r."firstName", r."lastName", coalesce(p."email", '') AS "email", r."profile", r."organisation",
      r."territory", r."accessNeeds", r."formAnswers", r."newsletterAt", r."newsletterNotice", f."partner", r."offerExpiresAt",
      r."cancelledAt", r."cancellationReason", r."presentAt", r."attendanceSource", r."presentMinutes", r."anonymisedAt",
      coalesce(s."attendanceCompleteAt" >= s."startsAt", false) AS "attendanceComplete",
      r."createdAt", m."id" AS "mailId", m."lastError" AS "mailError",
      ARRAY(SELECT q."text" FROM "Question" q WHERE q."registrationId" = r."id" ORDER BY q."id") AS "questions",
      CASE r."status" WHEN 'waiting' THEN (
        SELECT count(*)::int FROM "Registration" w
        WHERE w."webinarId" = r."webinarId" AND w."status" = 'waiting' AND w."waitlistRank" <= r."waitlistRank") END AS "position"
    FROM ${REGISTRANTS} JOIN "Webinar" s ON s."id" = r."webinarId" LEFT JOIN "PartnerLink" f ON f."id" = r."partnerLinkId" LEFT JOIN LATERAL (
      SELECT l."id", l."lastError" FROM (
        SELECT o."id", o."lastError", o."status", o."rank" FROM "OutgoingMail" o JOIN "MailSubject" s ON s."mailId" = o."id"
        WHERE s."registrationId" = r."id" AND o."kind" = ANY(${STATUS_MAILS})
          OR s."registrationId" = r."id" AND o."bouncedAt" IS NOT NULL AND o."emailKey" = p."emailKey"
        ORDER BY o."rank" DESC LIMIT 1) l
      WHERE l."status" = 'failed' AND r."status" IN ('confirmed', 'waiting', 'offered')) m ON true
    WHERE ${where}
    ORDER BY ${order}, r."id" ${limit}`;

/**
 * Who is registered for a session: first those whose confirmation was refused, then by state, in the order of arrival or
 * of the waiting list. For a roll call, those whom the team may see come, in the order of their names.
 * @param query.page from 1; a page past the end is the last one
 */
export async function listRegistrants(
  _editor: Viewer,
  webinarId: string,
  { page: requestedPage, ...filter }: RegistrantFilter & { page: number },
  rollCall = false,
): Promise<{ items: Registrant[]; total: number; page: number; pageCount: number }> {
  const matching = designated(webinarId, filter);
  // Whoever is looked for by name is found, even without a seat.
  const where = rollCall
    ? Prisma.sql`${matching} AND r."anonymisedAt" IS NULL AND (r."status" = 'confirmed' OR r."presentAt" IS NOT NULL OR ${filter.q !== ""})`
    : matching;
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM ${REGISTRANTS} WHERE ${where}`;
  const total = count?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(requestedPage, pageCount);
  const limit = Prisma.sql`LIMIT ${PAGE_SIZE} OFFSET ${(page - 1) * PAGE_SIZE}`;
  const items = await registrantsOf(db, where, limit, rollCall ? BY_NAME : BY_STATE);
  return { items, total, page, pageCount };
}

/** How many people a session has in each state; states without anybody are left out. */
export async function countRegistrants(
  _editor: Viewer,
  webinarId: string,
): Promise<Partial<Record<RegistrationStatus, number>>> {
  const rows = await db.registration.groupBy({ by: ["status"], where: { webinarId }, _count: true });
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]));
}
