import { personFor } from "#lib/people/mutations";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";
import { verifiedPersonOf } from "#lib/registrations/links";
import type { PersonInput } from "#lib/registrations/schema";

/** Who wants the sessions that a cycle will still receive. */

const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

/** What somebody said of themselves; their address is who they are. */
type Answers = Omit<PersonInput, "email">;

const personColumns = {
  firstName: true,
  lastName: true,
  profile: true,
  organisation: true,
  territory: true,
} as const satisfies Record<keyof Answers, true>;

/** Has somebody follow a cycle; whoever follows it already goes on as they are. @param at instant of the wish */
export async function subscribe(tx: Transaction, cycleId: string, person: PersonInput, at: Date): Promise<void> {
  const { id } = await personFor(tx, person.email, at);
  await addSubscription(tx, cycleId, id, person, at);
}

async function addSubscription(tx: Transaction, cycleId: string, personId: string, person: Answers, at: Date) {
  const { firstName, lastName, profile, organisation, territory } = person;
  const key = { cycleId, personId };
  const data = { firstName, lastName, profile, organisation, territory };
  await tx.cycleSubscription.upsert({
    where: { cycleId_personId: key },
    create: { ...key, ...data, createdAt: at },
    update: {},
  });
}

/** Whether somebody follows the cycle of a session. */
export const follows = async (tx: Transaction, webinarId: string, { email }: Pick<PersonInput, "email">) =>
  (await tx.cycleSubscription.count({
    where: { person: { emailKey: emailKey(email) }, cycle: { webinars: { some: { id: webinarId } } } },
  })) > 0;

/**
 * Follows a cycle from a link that was sent to the address, as whoever is registered in it under that address.
 * @param at instant of the request
 */
export async function followCycle(token: string, cycleSlug: string, at: Date): Promise<Result<object, "unknown">> {
  const personId = await verifiedPersonOf(token);
  const known = personId
    ? await db.registration.findFirst({
        where: { personId, webinar: { cycle: { slug: cycleSlug } } },
        select: { ...personColumns, webinar: { select: { cycleId: true } } },
        orderBy: { id: "desc" },
      })
    : null;
  if (!personId || !known) return UNKNOWN;
  await addSubscription(db, known.webinar.cycleId, personId, known, at);
  return DONE;
}

/** Ends the wish to come to every new session of a cycle; seats already taken stay. */
export async function leaveCycle(token: string, cycleSlug: string): Promise<Result<object, "unknown">> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await db.cycleSubscription.deleteMany({ where: { personId, cycle: { slug: cycleSlug } } });
  return DONE;
}
