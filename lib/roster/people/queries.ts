import type { Viewer } from "#lib/auth/editor";
import { db } from "#lib/platform/db";
import { folded } from "#lib/platform/letters";
import { emailKey, literally } from "#lib/platform/text";
import type { ListedPerson, PeopleQuery, PersonState } from "#lib/roster/people/schema";
import { personWords } from "#lib/search/words";
import { LIVE_STATUSES } from "#lib/seats/rules";
import { Prisma } from "#prisma/client";

const PAGE_SIZE = 50;
/** Trigrams find a part of a word of three letters, and only the beginning of a shorter one. */
const TRIGRAM = 3;

const NAMES = Prisma.sql`"firstName", "lastName", "organisation", "territory", "profile", "createdAt"`;
const SPELLING = Prisma.sql`person_spelling("firstName", "lastName", "organisation")`;

/** Words that say something: beside others, a letter alone is the « M. » of « M. Durand ». */
function tellingWords(typed: string): string[] {
  const words = personWords(typed).map((word) => word.replace(/\.$/, ""));
  const longer = words.filter((word) => word.length > 1);
  return longer.length ? longer : words;
}

/** Whose name, organisation or address has a word. */
function named(word: string): Prisma.Sql {
  const address = Prisma.sql`SELECT "id" FROM "Person" WHERE "emailKey" LIKE ${`%${literally(emailKey(word))}%`}`;
  if (word.includes("@")) return address;
  const letters = literally(folded(word));
  const isShort = letters.length < TRIGRAM;
  const pattern = isShort ? `% ${letters}%` : `%${letters}%`;
  return Prisma.sql`
    SELECT "personId" FROM "Registration" WHERE "personId" IS NOT NULL AND ${SPELLING} LIKE ${pattern}
    UNION SELECT "personId" FROM "CycleSubscription" WHERE ${SPELLING} LIKE ${pattern}
    ${isShort ? Prisma.empty : Prisma.sql`UNION ${address}`}`;
}

const seatsWhere = (condition: Prisma.Sql) => Prisma.sql`
  SELECT r."personId" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId" WHERE ${condition}`;

/** The last message to an address was refused, or came back. @param mail SQL condition that ties it to somebody */
const undelivered = (mail: Prisma.Sql) => Prisma.sql`
  SELECT m."emailKey" FROM "OutgoingMail" m
  WHERE ${mail} AND (m."status" = 'failed' OR m."bouncedAt" IS NOT NULL) AND NOT EXISTS (
    SELECT FROM "OutgoingMail" later WHERE later."emailKey" = m."emailKey" AND later."rank" > m."rank"
      AND later."status" = 'sent' AND later."bouncedAt" IS NULL)`;

function inState(state: PersonState, at: Date): Prisma.Sql {
  const coming = Prisma.sql`w."startsAt" > ${at} AND w."cancelledAt" IS NULL`;
  switch (state) {
    case "vient":
      return Prisma.sql`p."id" IN (${seatsWhere(Prisma.sql`${coming} AND r."status" = 'confirmed'`)})`;
    case "attend":
      return Prisma.sql`p."id" IN (${seatsWhere(Prisma.sql`${coming} AND r."status" IN ('waiting', 'offered')`)})`;
    case "venue":
      return Prisma.sql`p."id" IN (SELECT "personId" FROM "Registration" WHERE "presentAt" IS NOT NULL)`;
    case "refus":
      return Prisma.sql`p."emailKey" IN (${undelivered(Prisma.sql`TRUE`)})`;
    case "suit":
      return Prisma.sql`(p."id" IN (SELECT "personId" FROM "CycleSubscription")
        OR p."id" IN (SELECT "personId" FROM "DigestSubscription" WHERE "confirmedAt" IS NOT NULL))`;
    case "lettre":
      return Prisma.sql`p."id" IN (SELECT "personId" FROM "Registration" WHERE "newsletterAt" IS NOT NULL)`;
  }
}

const answering = ({ q, etat }: Pick<PeopleQuery, "q" | "etat">, at: Date): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`TRUE`,
      ...tellingWords(q).map((word) => Prisma.sql`p."id" IN (${named(word)})`),
      ...(etat ? [inState(etat, at)] : []),
    ],
    " AND ",
  );

/** People whom words and a state designate, the latest known first: no more than a page of them. */
export const foundPeople = (
  _editor: Viewer,
  query: Pick<PeopleQuery, "q" | "etat">,
  { limit, offset = 0 }: { limit: number; offset?: number },
  at: Date,
): Promise<ListedPerson[]> =>
  db.$queryRaw<ListedPerson[]>`
    SELECT p."id", p."email", p."createdAt", i."firstName", i."lastName", i."organisation",
      (SELECT count(*)::int FROM "Registration" WHERE "personId" = p."id") AS "sessions",
      EXISTS (${undelivered(Prisma.sql`m."emailKey" = p."emailKey"`)}) AS "refused", s."seat"
    FROM (
      SELECT p."id", p."email", p."emailKey", p."createdAt" FROM "Person" p WHERE ${answering(query, at)}
      ORDER BY p."createdAt" DESC, p."id" LIMIT ${limit} OFFSET ${offset}) p
    LEFT JOIN LATERAL (
      SELECT * FROM (
        SELECT ${NAMES} FROM "Registration" WHERE "personId" = p."id"
        UNION ALL SELECT ${NAMES} FROM "CycleSubscription" WHERE "personId" = p."id") said
      ORDER BY "createdAt" DESC LIMIT 1) i ON true
    LEFT JOIN LATERAL (
      SELECT jsonb_build_object('title', w."title", 'startsAt', w."startsAt", 'status', r."status",
        'presentAt', r."presentAt", 'presentMinutes', r."presentMinutes",
        'attendanceComplete', coalesce(w."attendanceCompleteAt" >= w."startsAt", false)) AS "seat"
      FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId" WHERE r."personId" = p."id"
      ORDER BY r."status" = ANY(${[...LIVE_STATUSES]}::"RegistrationStatus"[]) AND w."startsAt" > ${at} DESC,
        abs(extract(epoch FROM w."startsAt" - ${at})) LIMIT 1) s ON true
    ORDER BY p."createdAt" DESC, p."id"`.then((rows) => rows.map(withInstants));

/** What JSON made texts of is instants again. */
const withInstants = ({ seat, ...person }: ListedPerson): ListedPerson => ({
  ...person,
  seat: seat && {
    ...seat,
    startsAt: new Date(seat.startsAt),
    presentAt: seat.presentAt && new Date(seat.presentAt),
  },
});

/** One page of the people whom the portal knows. A page past the end is the last one. */
export async function listPeople(
  editor: Viewer,
  query: PeopleQuery,
  at: Date,
): Promise<{ items: ListedPerson[]; total: number; page: number; pageCount: number }> {
  const [count] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS "total" FROM "Person" p WHERE ${answering(query, at)}`;
  const total = count?.total ?? 0;
  const pageCount = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pageCount);
  const items = await foundPeople(editor, query, { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }, at);
  return { items, total, page, pageCount };
}
