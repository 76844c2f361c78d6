import { verifiedPersonOf } from "#lib/people/links/queries";
import { personFor } from "#lib/people/mutations";
import type { PersonInput } from "#lib/people/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";

const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

/** What somebody said of themselves; their address is who they are. */
type Answers = Omit<PersonInput, "email">;

const answerColumns = {
  firstName: true,
  lastName: true,
  profile: true,
  organisation: true,
  territory: true,
} as const satisfies Record<keyof Answers, true>;

/** Has somebody follow a cycle; whoever follows it already goes on as they are. */
export async function subscribe(tx: Transaction, cycleId: string, person: PersonInput, at: Date): Promise<void> {
  const { id } = await personFor(tx, person.email, at);
  await addSubscription(tx, cycleId, id, person, at);
}

async function addSubscription(tx: Transaction, cycleId: string, personId: string, answers: Answers, at: Date) {
  const { firstName, lastName, profile, organisation, territory } = answers;
  const key = { cycleId, personId };
  await tx.cycleSubscription.upsert({
    where: { cycleId_personId: key },
    create: { ...key, firstName, lastName, profile, organisation, territory, createdAt: at },
    update: {},
  });
}

/** Follows a cycle from a link that was sent to the mailbox, as whoever is registered in it under that address. */
export async function followCycle(token: string, cycleSlug: string, at: Date): Promise<Result<object, "unknown">> {
  const personId = await verifiedPersonOf(token);
  const latest = personId
    ? await db.registration.findFirst({
        where: { personId, webinar: { cycle: { slug: cycleSlug } } },
        select: { ...answerColumns, webinar: { select: { cycleId: true } } },
        orderBy: { id: "desc" },
      })
    : null;
  if (!personId || !latest) return UNKNOWN;
  await addSubscription(db, latest.webinar.cycleId, personId, latest, at);
  return DONE;
}

/** Ends the wish to come to every new session of a cycle; seats already taken stay. */
export async function leaveCycle(token: string, cycleSlug: string): Promise<Result<object, "unknown">> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await db.cycleSubscription.deleteMany({ where: { personId, cycle: { slug: cycleSlug } } });
  return DONE;
}

/** Hands the cycles that a person follows to another; whoever follows one already goes on as they are. */
export async function moveSubscriptions(tx: Transaction, from: string, to: string): Promise<void> {
  const followed = { subscriptions: { some: { personId: to } } };
  await tx.cycleSubscription.deleteMany({ where: { personId: from, cycle: followed } });
  await tx.cycleSubscription.updateMany({ where: { personId: from }, data: { personId: to } });
}
