import type { DetailsInput } from "#lib/enrolment/person/schema";
import { writeTogether } from "#lib/notices/mutations";
import { isRecent } from "#lib/notices/outbox/queries";
import { NEWSLETTER } from "#lib/people/labels";
import { findLink, verifiedPersonOf } from "#lib/people/links/queries";
import { visibleThrough } from "#lib/people/links/rules";
import { newsletterConsent } from "#lib/people/rules";
import { db } from "#lib/platform/db";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey } from "#lib/platform/text";

type Done = Result<object, "unknown">;
const DONE = { ok: true } as const;
const UNKNOWN = { ok: false, reason: "unknown" } as const;

const NAMED_SESSIONS = 50;

/**
 * Sends a fresh link to whoever reads an address, at most once an hour. What is answered never depends on it.
 * @param email as typed
 */
export async function sendLinks(email: string, at: Date): Promise<void> {
  const key = emailKey(email);
  await prepareQueue();
  await db.$transaction(async (tx) => {
    // Two requests at once would both find that nothing was sent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const seats = await tx.registration.findMany({
      where: { person: { emailKey: key } },
      select: { id: true },
      take: NAMED_SESSIONS,
      orderBy: { id: "desc" },
    });
    const recent = await isRecent(tx, "personal-links", { emailKey: key }, at);
    const ids = seats.map(({ id }) => id);
    if (ids.length && !recent) await writeTogether(tx, "personal-links", ids, { at });
  });
}

/** As `sendLinks`, for whoever holds a link: to the address of what it shows, whoever they are. */
export async function sendLinksBehind(token: string, at: Date): Promise<Done> {
  const link = await findLink(token);
  const shown =
    link &&
    (await db.registration.findFirst({ where: visibleThrough(link), select: { person: { select: { email: true } } } }));
  if (!shown?.person) return UNKNOWN;
  await sendLinks(shown.person.email, at);
  return DONE;
}

export async function changeDetails(token: string, input: DetailsInput, at: Date): Promise<Done> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  const { accessNeeds, newsletter, ...details } = input;
  const mine = { personId };
  await db.$transaction(async (tx) => {
    await tx.registration.updateMany({ where: mine, data: details });
    const newest = [{ webinar: { startsAt: "desc" } }, { id: "desc" }] as const;
    const latest = await tx.registration.findMany({ where: mine, orderBy: [...newest], take: 1, select: { id: true } });
    const comingOrLatest = [{ webinar: { startsAt: { gt: at } } }, ...latest];
    await tx.registration.updateMany({ where: { ...mine, OR: comingOrLatest }, data: { accessNeeds } });
    const before = { ...mine, newsletterAt: newsletter ? null : { not: null } };
    await tx.registration.updateMany({ where: before, data: newsletterConsent(newsletter ? NEWSLETTER : null, at) });
    await tx.cycleSubscription.updateMany({ where: mine, data: details });
  });
  return DONE;
}

/** Turns the reminders of a person on or off; their seats stay. */
export async function setReminders(token: string, on: boolean, at: Date): Promise<Done> {
  const personId = await verifiedPersonOf(token);
  if (!personId) return UNKNOWN;
  await db.registration.updateMany({
    where: { personId, remindersOffAt: on ? { not: null } : null },
    data: { remindersOffAt: on ? null : at },
  });
  return DONE;
}
