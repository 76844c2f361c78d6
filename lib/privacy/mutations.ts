import { recordAudit } from "#lib/audit/mutations";
import { db, type Transaction } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { forget } from "#lib/privacy/forget";
import { openedBy } from "#lib/registrations/links";
import { keptUntil, LIVE_STATUSES } from "#lib/registrations/rules";
import { happen, settle, underLock } from "#lib/registrations/seats";

/** Holding a session of several hundred people takes longer than a page may. */
const TIMEOUT_MS = 60_000;

/** Past sessions whose registrants can still be told. */
const pastSessions = (at: Date) =>
  db.webinar.findMany({
    where: { startsAt: { lt: at }, registrations: { some: { anonymisedAt: null } } },
    select: { id: true, startsAt: true },
  });

/**
 * Removes what its time has come for: access needs first, later everything that designates a person, and the wish to
 * come to a cycle whose last session is as old. Status, profile and dates stay, so that the counts do not change by one.
 * Safe to run again at any time.
 * @param at the present instant
 * @returns how many registrations lost their identity
 */
export async function anonymiseExpired(at: Date): Promise<number> {
  const sessions = await pastSessions(at);
  const expired = (what: "identity" | "accessNeeds") =>
    sessions.filter(({ startsAt }) => keptUntil(what, startsAt) <= at).map(({ id }) => id);
  await db.registration.updateMany({
    where: { accessNeeds: { not: null }, webinarId: { in: expired("accessNeeds") } },
    data: { accessNeeds: null },
  });
  await endSubscriptions(at);
  let anonymised = 0;
  for (const webinarId of expired("identity")) anonymised += await forgetSession(webinarId, at);
  return anonymised;
}

function forgetSession(webinarId: string, at: Date): Promise<number> {
  return db.$transaction(
    async (tx) => {
      const people = await tx.registration.findMany({ where: { webinarId, anonymisedAt: null }, select: { id: true } });
      return forget(
        tx,
        people.map(({ id }) => id),
        at,
      );
    },
    { timeout: TIMEOUT_MS },
  );
}

/** Cycles are over when their last session is: who followed one is kept as long as who came to that session. */
async function endSubscriptions(at: Date): Promise<void> {
  const cycles = await db.cycle.findMany({
    where: { subscriptions: { some: {} } },
    select: { id: true, webinars: { select: { startsAt: true }, orderBy: { startsAt: "desc" }, take: 1 } },
  });
  const over = cycles.filter(({ webinars: [last] }) => last && keptUntil("identity", last.startsAt) <= at);
  await db.cycleSubscription.deleteMany({ where: { cycleId: { in: over.map(({ id }) => id) } } });
}

/**
 * Erases a person at their own request: their seats are given back, and nothing that designates them is left. The journal
 * keeps that it was done, and for how many registrations, not for whom.
 * @param token of a link that was sent to their address
 * @param at instant of the request
 */
export async function erasePerson(token: string, at: Date): Promise<Result<object, "unknown">> {
  const emailKey = (await openedBy(token))?.emailKey;
  if (!emailKey) return { ok: false, reason: "unknown" };
  const coming = await db.registration.findMany({
    where: { emailKey, status: { in: [...LIVE_STATUSES] }, webinar: { startsAt: { gt: at } } },
    select: { id: true, webinarId: true },
  });
  await underLock(
    coming.map(({ webinarId }) => webinarId),
    async (tx) => {
      for (const { id } of coming) await happen(tx, "cancel", id, at);
      await eraseAddress(tx, emailKey, at);
      for (const { webinarId } of coming) await settle(tx, webinarId, at);
    },
  );
  return { ok: true };
}

async function eraseAddress(tx: Transaction, emailKey: string, at: Date): Promise<void> {
  const people = await tx.registration.findMany({ where: { emailKey }, select: { id: true }, orderBy: { id: "asc" } });
  await tx.cycleSubscription.deleteMany({ where: { emailKey } });
  const count = await forget(
    tx,
    people.map(({ id }) => id),
    at,
  );
  const target = people[0]?.id ?? "";
  await recordAudit(tx, null, { action: "person.erase", noun: "registration", target, details: { count }, at });
}
