import { personFor } from "#lib/people/mutations";
import type { PersonInput } from "#lib/people/schema";
import type { Follower } from "#lib/people/subscriptions/queries";
import type { Transaction } from "#lib/platform/db";

/** Has somebody follow a cycle; whoever follows it already goes on as they are. */
export async function subscribe(tx: Transaction, cycleId: string, person: PersonInput, at: Date): Promise<void> {
  const { id } = await personFor(tx, person.email, at);
  await addSubscription(tx, { ...person, cycleId, personId: id }, at);
}

async function addSubscription(tx: Transaction, follower: Follower, at: Date): Promise<void> {
  const { cycleId, personId, firstName, lastName, profile, organisation, territory } = follower;
  const key = { cycleId, personId };
  await tx.cycleSubscription.upsert({
    where: { cycleId_personId: key },
    create: { ...key, firstName, lastName, profile, organisation, territory, createdAt: at },
    update: {},
  });
}

/** As `subscribe`, for somebody known. @returns false when they were erased meanwhile */
export async function follow(tx: Transaction, follower: Follower, at: Date): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Person" WHERE "id" = ${follower.personId}::uuid FOR KEY SHARE`;
  if (held.length) await addSubscription(tx, follower, at);
  return held.length > 0;
}

export const unfollow = (tx: Transaction, personId: string, cycleSlug: string) =>
  tx.cycleSubscription.deleteMany({ where: { personId, cycle: { slug: cycleSlug } } });

/** Hands what a person follows to another; whoever follows it already goes on as they are. */
export async function moveSubscriptions(tx: Transaction, from: string, to: string): Promise<void> {
  const followed = { subscriptions: { some: { personId: to } } };
  await tx.cycleSubscription.deleteMany({ where: { personId: from, cycle: followed } });
  await tx.cycleSubscription.updateMany({ where: { personId: from }, data: { personId: to } });
  if (!(await tx.digestSubscription.count({ where: { personId: to } })))
    await tx.digestSubscription.updateMany({ where: { personId: from }, data: { personId: to } });
}
