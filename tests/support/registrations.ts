import { afterAll, beforeAll } from "vitest";
import { ensureQueues } from "#lib/jobs/queues";
import { db } from "#lib/platform/db";
import { closeQueue } from "#lib/platform/queue";
import { register } from "#lib/registrations/mutations";
import type { RegistrationInput } from "#lib/registrations/schema";
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

/** Registers and returns the token. @throws Error when the seat is refused */
export async function registered(slug: string, overrides: Partial<RegistrationInput> = {}, at = AT): Promise<string> {
  const outcome = await register(slug, input(overrides), at);
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
