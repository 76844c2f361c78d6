import { verifiedEmailOf } from "#lib/people/links/queries";
import type { PersonInput } from "#lib/people/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";

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

/** Has somebody follow a cycle; whoever follows it already goes on as they are. */
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

/** Follows a cycle from a link that was sent to the address, as whoever is registered in it under that address. */
export async function followCycle(token: string, cycleSlug: string, at: Date): Promise<Result<object, "unknown">> {
  const key = await verifiedEmailOf(token);
  const latest = key
    ? await db.registration.findFirst({
        where: { emailKey: key, anonymisedAt: null, webinar: { cycle: { slug: cycleSlug } } },
        select: { ...personColumns, webinar: { select: { cycleId: true } } },
        orderBy: { id: "desc" },
      })
    : null;
  if (!latest) return UNKNOWN;
  await subscribe(db, latest.webinar.cycleId, latest, at);
  return DONE;
}

/** Ends the wish to come to every new session of a cycle; seats already taken stay. */
export async function leaveCycle(token: string, cycleSlug: string): Promise<Result<object, "unknown">> {
  const key = await verifiedEmailOf(token);
  if (!key) return UNKNOWN;
  await db.cycleSubscription.deleteMany({ where: { emailKey: key, cycle: { slug: cycleSlug } } });
  return DONE;
}

/** Moves the wishes of a person to another address; whoever already follows a cycle under it goes on as they are. */
export async function moveSubscriptions(
  tx: Transaction,
  from: string,
  to: { email: string; emailKey: string },
): Promise<void> {
  if (from !== to.emailKey) {
    const followed = { subscriptions: { some: { emailKey: to.emailKey } } };
    await tx.cycleSubscription.deleteMany({ where: { emailKey: from, cycle: followed } });
  }
  await tx.cycleSubscription.updateMany({ where: { emailKey: from }, data: to });
}
