import { randomUUID } from "node:crypto";
import pg from "pg";
import { emailKey } from "#lib/platform/text";

/** Someone's place: their state and their turn in line. */
export type Place = { email: string; status: string; waitlistRank: number | null };

/** A look into the database of a portal. */
export async function witness(databaseUrl: string) {
  const client = new pg.Client(databaseUrl);
  // Tests cut the database off: the next question says so, nobody else has to.
  client.on("error", () => {});
  await client.connect();
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client.query<Row>(sql, values)).rows;

  return {
    rows,
    /** Slugs of the current cycle's sessions, the nearest first. */
    async upcoming(): Promise<string[]> {
      const found = await rows<{ slug: string }>(
        'SELECT w."slug" FROM "Webinar" w JOIN "Cycle" c ON c."id" = w."cycleId" WHERE c."slug" = \'programme-previsionnel\' ORDER BY w."startsAt"',
      );
      return found.map(({ slug }) => slug);
    },
    /** A session of its own, like the next one, with so many seats. @returns its slug */
    async newSession(seats: number | null): Promise<string> {
      const slug = `course-${randomUUID()}`;
      await rows(
        `WITH "own" AS (
           INSERT INTO "Cycle" ("id", "slug", "title") VALUES (gen_random_uuid(), $1, 'Course') RETURNING "id"
         ), "model" AS (
           SELECT w.* FROM "Webinar" w JOIN "Cycle" c ON c."id" = w."cycleId"
           WHERE c."slug" = 'programme-previsionnel' ORDER BY w."startsAt" OFFSET 1 LIMIT 1
         )
         INSERT INTO "Webinar" SELECT (jsonb_populate_record(NULL::"Webinar", to_jsonb("model") || jsonb_build_object(
           'id', gen_random_uuid(), 'slug', $1::text, 'capacity', $2::int, 'cycleId', "own"."id"))).* FROM "model", "own"`,
        [slug, seats],
      );
      return slug;
    },
    /** Gives a session so many seats, behind the portal's back. */
    setCapacity: (slug: string, seats: number) =>
      rows('UPDATE "Webinar" SET "capacity" = $1 WHERE "slug" = $2', [seats, slug]),
    /** Who has an address, made when nobody has it. @returns their identifier */
    async person(email: string): Promise<string> {
      const [person] = await rows<{ id: string }>(
        `INSERT INTO "Person" ("id", "email", "emailKey") VALUES (gen_random_uuid(), $1, $2)
         ON CONFLICT ("emailKey") DO UPDATE SET "emailKey" = EXCLUDED."emailKey" RETURNING "id"`,
        [email, emailKey(email)],
      );
      return person?.id ?? "";
    },
    /** Addresses of the confirmed, in alphabetical order. */
    async confirmed(slug: string): Promise<string[]> {
      const found = await rows<{ email: string }>(
        `SELECT p."email" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
         JOIN "Person" p ON p."id" = r."personId"
         WHERE w."slug" = $1 AND r."status" = 'confirmed' ORDER BY p."email"`,
        [slug],
      );
      return found.map(({ email }) => email);
    },
    /** Everyone's place at a session, in order of turn. */
    places: (slug: string): Promise<Place[]> =>
      rows<Place>(
        `SELECT coalesce(p."email", '') AS "email", r."status", r."waitlistRank"
         FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId" LEFT JOIN "Person" p ON p."id" = r."personId"
         WHERE w."slug" = $1 ORDER BY r."waitlistRank" NULLS FIRST, 1`,
        [slug],
      ),
    /** How many messages of each kind were written about a session. */
    async mails(slug: string): Promise<Record<string, number>> {
      const found = await rows<{ kind: string; count: number }>(
        `SELECT m."kind", count(*)::int AS "count" FROM "OutgoingMail" m
         JOIN "Registration" r ON r."id" = m."registrationId" JOIN "Webinar" w ON w."id" = r."webinarId"
         WHERE w."slug" = $1 GROUP BY m."kind"`,
        [slug],
      );
      return Object.fromEntries(found.map(({ kind, count }) => [kind, count]));
    },
    end: () => client.end(),
  };
}
export type Witness = Awaited<ReturnType<typeof witness>>;
