import { afterAll, beforeAll } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import type { RegistrationInput } from "#lib/enrolment/schema";
import { ensureQueues } from "#lib/jobs/queues";
import { db } from "#lib/platform/db";
import { closeQueue } from "#lib/platform/queue";
import { AT } from "#tests/support/clock";

/** What a person who fills in the obligatory fields only sends. */
export const input = (overrides: Partial<RegistrationInput> = {}): RegistrationInput => ({
  firstName: "Élodie",
  lastName: "D’Arc",
  email: "elodie@exemple.fr",
  profile: "association",
  organisation: null,
  territory: null,
  question: null,
  accessNeeds: null,
  newsletter: false,
  ...overrides,
});

/** Registers at one session. */
export const enter = (slug: string, overrides: Partial<RegistrationInput> = {}, at = AT) =>
  register([slug], input(overrides), {}, at);

/** Registers and returns the token of the screen link. @throws Error when it is refused */
export async function registered(slug: string, overrides: Partial<RegistrationInput> = {}, at = AT): Promise<string> {
  const outcome = await enter(slug, overrides, at);
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.token;
}

/** The messages written so far, oldest first. */
export const mails = () => db.outgoingMail.findMany({ orderBy: { id: "asc" } });

/** The deliveries that are still to be done. */
export const liveJobs = () =>
  db.$queryRaw<{ key: string; state: string; delay: number }[]>`
    SELECT singleton_key AS "key", state::text AS "state",
      extract(epoch FROM start_after - now())::float8 AS "delay"
    FROM pgboss.job WHERE name = 'mail.deliver' AND state < 'completed' ORDER BY created_on`;

/** The personal link of the latest message to somebody: it proves that they read their mailbox. */
export async function mailboxToken(email = "elodie@exemple.fr"): Promise<string> {
  const mail = await db.outgoingMail.findFirstOrThrow({ where: { to: email }, orderBy: { id: "desc" } });
  return tokenIn(mail.text);
}

/** The only seat behind a link. */
export async function seatOf(token: string, at = AT) {
  const [seat] = (await findRegistrations(token, at))?.seats ?? [];
  return seat ?? null;
}

/** Who stands where at a session: addresses in order of turn, with their state. */
export async function lineOf(webinarId: string) {
  const rows = await db.registration.findMany({
    where: { webinarId },
    select: { person: { select: { email: true } }, status: true, waitlistRank: true },
    orderBy: [{ waitlistRank: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ person, ...row }) => ({ email: person?.email ?? "", ...row }));
}

/** The secret of the personal link that a message carries. */
export function tokenIn(text: string): string {
  const [, token] = /\/inscriptions\/([\w-]{43})/.exec(text) ?? [];
  if (!token) throw new Error("this message carries no personal link");
  return token;
}

/** Gives the file's database the tables of the jobs. */
export function withQueues(): void {
  beforeAll(ensureQueues);
  afterAll(closeQueue);
}
