import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { newToken, tokenHash } from "#lib/platform/tokens";
import type { Witness } from "#tests/support/witness";

/**
 * Sessions of a journey's own, written straight into the portal's database, for what the calendar of the content does
 * not have: one that has begun, one that is over. They belong to no cycle on show, so that no other journey meets them.
 */

/** Minutes before and after the instant at which the clock of the portal starts. */
const clockStart = () => Date.UTC(new Date().getFullYear() + 1, 0, 11, 9);
export const fromStart = (minutes: number): Date => new Date(clockStart() + minutes * 60_000);

/** A journey lasts less: what is on when it begins is still on when it ends. */
const LONG_MINUTES = 300;

type Session = { id: string; slug: string };

/**
 * @param startsAt the portal’s clock starts at `fromStart(0)`
 * @param options.published whether the public can see it
 */
export async function makeSession(
  database: Witness,
  startsAt: Date,
  options: { roomUrl?: string; published?: boolean } = {},
): Promise<Session> {
  const [cycle, id] = [randomUUID(), randomUUID()];
  const slug = `seance-${id}`;
  await database.rows('INSERT INTO "Cycle" ("id", "slug", "title") VALUES ($1, $2, $3)', [
    cycle,
    `cycle-${cycle}`,
    "Essais",
  ]);
  await database.rows(
    `INSERT INTO "Webinar" ("id", "slug", "cycleId", "title", "summary", "body", "startsAt", "durationMinutes",
       "roomUrl", "publishedAt", "source", "confidence", "updatedAt")
     VALUES ($1, $2, $3, 'Mesurer ce qui change', 'Une séance.', 'Le déroulé.', $4, $5, $6, $7, 'Les tests', 'documented', $4)`,
    [id, slug, cycle, startsAt, LONG_MINUTES, options.roomUrl ?? null, options.published ? fromStart(-10_000) : null],
  );
  return { id, slug };
}

/** Someone registered for a session. @returns the registration */
export async function makeSeat(
  database: Witness,
  session: Session,
  email: string,
  status = "confirmed",
): Promise<string> {
  const id = randomUUID();
  await database.rows(
    `INSERT INTO "Registration" ("id", "webinarId", "status", "firstName", "lastName", "personId", "profile",
       "waitlistRank", "updatedAt")
     VALUES ($1, $2, $3::"RegistrationStatus", 'Camille', 'Durand', $4, 'association',
       CASE WHEN $3 = 'waiting' THEN 1 END, $5)`,
    [id, session.id, status, await database.person(email), fromStart(-10_000)],
  );
  return id;
}

/** A link that opens one registration with a scope, or everything of an address. @returns its token */
export async function makeLink(
  database: Witness,
  opens: { registration: string; scope: "owner" | "join" | "survey" } | { email: string },
): Promise<string> {
  const token = newToken();
  const person = "email" in opens ? await database.person(opens.email) : null;
  await database.rows('INSERT INTO "RegistrationLink" ("tokenHash", "personId") VALUES ($1, $2)', [
    tokenHash(token),
    person,
  ]);
  if ("scope" in opens) {
    await database.rows(
      'INSERT INTO "RegistrationGrant" ("tokenHash", "registrationId", "scope") VALUES ($1, $2, $3::"GrantScope")',
      [tokenHash(token), opens.registration, opens.scope],
    );
  }
  return token;
}

/** Writes columns of a session. */
export async function changeSession(
  database: Witness,
  { id }: Session,
  columns: Record<string, unknown>,
): Promise<void> {
  const names = Object.keys(columns).map((name, index) => `"${name}" = $${index + 2}`);
  await database.rows(`UPDATE "Webinar" SET ${names.join(", ")} WHERE "id" = $1`, [id, ...Object.values(columns)]);
}

/** Everything that is kept of a registration. */
export async function registrationRow(database: Witness, id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await database.rows<Record<string, unknown>>('SELECT * FROM "Registration" WHERE "id" = $1', [id]);
  return row;
}

/** A video-conference on another host, that says which room one is in. */
export async function videoConference() {
  const server = createServer((request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><html lang="fr"><title>Salle</title><link rel="icon" href="data:,"><h1>Salle ${request.url}</h1>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: (room: string) => `http://127.0.0.1:${port}/${room}`, close: () => server.close() };
}
