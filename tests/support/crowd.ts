import pg from "pg";
import { type Answer, type HtmlForm, openForm } from "#tests/support/html-form";

/** People who register over HTTP, and what the database says of them afterwards. */

/** What a person types; the number makes them someone of their own. */
export const person = (number: number | string) => ({
  firstName: "Camille",
  lastName: `Personne ${number}`,
  email: `personne.${number}@exemple.fr`,
  profile: "association",
});

export const registrationForm = (portalUrl: string, slug: string): Promise<HtmlForm> =>
  openForm(`${portalUrl}/webinaires/${slug}`, "email");

/** How an answer reads: « in » went to its personal page, « full » was told so, anything else is kept as it is. */
export function verdict({ status, location, html }: Answer): string {
  if (status === 303 && location?.includes("/inscriptions/")) return "in";
  return status === 200 && html.includes("Toutes les places de cette séance sont prises") ? "full" : `status ${status}`;
}

/** How many of each. */
export function tally(verdicts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of verdicts) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** Everyone opens the page, then all post at once. */
export async function rush(portalUrl: string, slug: string, people: ReturnType<typeof person>[]): Promise<Answer[]> {
  const forms = await Promise.all(people.map(() => registrationForm(portalUrl, slug)));
  return Promise.all(people.map((typed, index) => forms[index]?.submit(typed) as Promise<Answer>));
}

/** A look into the database of a portal. */
export async function witness(databaseUrl: string) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const rows = async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) =>
    (await client.query<Row>(sql, values)).rows;
  return {
    rows,
    /** Slugs of the current cycle's sessions, the nearest first. */
    async upcoming(): Promise<string[]> {
      const found = await rows<{ slug: string }>(
        'SELECT w."slug" FROM "Webinar" w JOIN "Cycle" c ON c."id" = w."cycleId" WHERE c."provisional" ORDER BY w."startsAt"',
      );
      return found.map(({ slug }) => slug);
    },
    /** Gives a session so many seats. */
    setCapacity: (slug: string, seats: number) =>
      rows('UPDATE "Webinar" SET "capacity" = $1 WHERE "slug" = $2', [seats, slug]),
    /** Addresses of the confirmed, in alphabetical order. */
    async confirmed(slug: string): Promise<string[]> {
      const found = await rows<{ email: string }>(
        `SELECT r."email" FROM "Registration" r JOIN "Webinar" w ON w."id" = r."webinarId"
         WHERE w."slug" = $1 AND r."status" = 'confirmed' ORDER BY r."email"`,
        [slug],
      );
      return found.map(({ email }) => email);
    },
    end: () => client.end(),
  };
}
export type Witness = Awaited<ReturnType<typeof witness>>;
