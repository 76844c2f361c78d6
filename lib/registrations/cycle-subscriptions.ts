import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { verifiedEmailOf } from "#lib/registrations/links";
import type { PersonInput } from "#lib/registrations/schema";

/** Who wants the sessions that a cycle will still receive. */

const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

const personColumns = {
  firstName: true,
  lastName: true,
  email: true,
  profile: true,
  organisation: true,
  territory: true,
} as const satisfies Record<keyof PersonInput, true>;

/** Has somebody follow a cycle; whoever follows it already goes on as they are. @param at instant of the wish */
export async function subscribe(tx: Transaction, cycleId: string, person: PersonInput, at: Date): Promise<void> {
  const { firstName, lastName, email, profile, organisation, territory } = person;
  const key = { cycleId, emailKey: emailKey(email) };
  const data = { firstName, lastName, email, profile, organisation, territory };
  await tx.cycleSubscription.upsert({
    where: { cycleId_emailKey: key },
    create: { ...key, ...data, createdAt: at },
    update: {},
  });
}

/** Whether somebody follows the cycle of a session. */
export const follows = async (tx: Transaction, webinarId: string, { email }: Pick<PersonInput, "email">) =>
  (await tx.cycleSubscription.count({
    where: { emailKey: emailKey(email), cycle: { webinars: { some: { id: webinarId } } } },
  })) > 0;

/**
 * Follows a cycle from a link that was sent to the address, as whoever is registered in it under that address.
 * @param at instant of the request
 */
export async function followCycle(token: string, cycleSlug: string, at: Date): Promise<Result<object, "unknown">> {
  const key = await verifiedEmailOf(token);
  const known = key
    ? await db.registration.findFirst({
        where: { emailKey: key, anonymisedAt: null, webinar: { cycle: { slug: cycleSlug } } },
        select: { ...personColumns, webinar: { select: { cycleId: true } } },
        orderBy: { id: "desc" },
      })
    : null;
  if (!known) return UNKNOWN;
  await subscribe(db, known.webinar.cycleId, known, at);
  return DONE;
}

/** Ends the wish to come to every new session of a cycle; seats already taken stay. */
export async function leaveCycle(token: string, cycleSlug: string): Promise<Result<object, "unknown">> {
  const key = await verifiedEmailOf(token);
  if (!key) return UNKNOWN;
  await db.cycleSubscription.deleteMany({ where: { emailKey: key, cycle: { slug: cycleSlug } } });
  return DONE;
}
