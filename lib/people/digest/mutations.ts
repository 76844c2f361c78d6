import { createHmac, randomUUID } from "node:crypto";
import { findTemplate } from "#lib/mail/find-template";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { renderMail } from "#lib/mail/render";
import { DIGEST_KINDS } from "#lib/mail/schema";
import { signatureOf } from "#lib/mail/signature";
import { DIGEST_NOTICE } from "#lib/people/digest/labels";
import type { DueDigest } from "#lib/people/digest/queries";
import { digestMailsKeptSince, digestStaleAt, unconfirmedSince, unconfirmedUntil } from "#lib/people/digest/rules";
import type { DigestItem } from "#lib/people/digest/schema";
import { dropUnused, personFor } from "#lib/people/mutations";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import { emailKey, french } from "#lib/platform/text";
import { isToken, tokenHash } from "#lib/platform/tokens";

const HOUR_MS = 3_600_000;
const [ASKED, MONTHLY] = DIGEST_KINDS;

/** Nobody can make it out of the subscription without the secret of the portal. */
function digestToken(id: string): string {
  const { SESSION_SECRET } = env();
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set.");
  return createHmac("sha256", SESSION_SECRET).update(`digest:${id}`).digest("base64url");
}

const urlOf = (path: string) => absolute(env().SITE_URL, path);

async function content(tx: Transaction, kind: typeof ASKED | typeof MONTHLY, token: string, news: readonly string[]) {
  const values = { preferencesUrl: urlOf(paths.digest(token)), news };
  return renderMail(await findTemplate(tx, kind, null), values, { signature: signatureOf(env()) });
}

/**
 * Asks a mailbox whether it wants to follow the portal, at most once an hour. What is answered never depends on who is
 * known: choices already confirmed stay as they are.
 * @param email as typed
 */
export async function askDigest(email: string, choices: readonly string[], at: Date): Promise<void> {
  await prepareQueue();
  await db.$transaction(async (tx) => {
    const key = emailKey(email);
    // Two requests at once would both find that nothing was sent.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${key}))`;
    const { id: personId } = await personFor(tx, email, at);
    const known = await tx.digestSubscription.findUnique({ where: { personId } });
    const id = known?.id ?? randomUUID();
    const token = digestToken(id);
    const asked = { choices: [...choices], askedAt: at };
    if (!known) await tx.digestSubscription.create({ data: { id, personId, tokenHash: tokenHash(token), ...asked } });
    else if (!known.confirmedAt) await tx.digestSubscription.update({ where: { id }, data: asked });
    const since = new Date(at.getTime() - HOUR_MS);
    if (await tx.outgoingMail.count({ where: { emailKey: key, kind: ASKED, createdAt: { gt: since } } })) return;
    const mail = await content(tx, ASKED, token, []);
    await enqueueMail(
      tx,
      { ...mail, kind: ASKED, priority: 1, to: email, emailKey: key, staleAt: unconfirmedUntil(at) },
      at,
    );
  });
}

/** Confirms what a mailbox was asked, or changes what it follows. @returns false for a link that opens nothing */
export async function saveDigest(token: string, choices: readonly string[], at: Date): Promise<boolean> {
  if (!isToken(token)) return false;
  const hash = tokenHash(token);
  return db.$transaction(async (tx) => {
    const { count } = await tx.digestSubscription.updateMany({
      where: { tokenHash: hash },
      data: { choices: [...choices], notice: DIGEST_NOTICE },
    });
    await tx.digestSubscription.updateMany({
      where: { tokenHash: hash, confirmedAt: null },
      data: { confirmedAt: at, toldUntil: at },
    });
    return count > 0;
  });
}

async function forget(tx: Transaction, rows: readonly { personId: string; person: { emailKey: string } }[]) {
  const emailKeys = rows.map(({ person }) => person.emailKey);
  const personIds = rows.map(({ personId }) => personId);
  await tx.digestSubscription.deleteMany({ where: { personId: { in: personIds } } });
  // One that is leaving at this instant is not waited for: the sweep of old messages removes it.
  await tx.$executeRaw`
    DELETE FROM "OutgoingMail" WHERE "id" IN (
      SELECT "id" FROM "OutgoingMail" WHERE "emailKey" = ANY(${emailKeys}) AND "kind" = ANY(${[...DIGEST_KINDS]})
      FOR UPDATE SKIP LOCKED)`;
  await dropUnused(tx, personIds);
}

const followed = { personId: true, person: { select: { emailKey: true } } } as const;

/** Ends it, and forgets whoever is registered nowhere. @returns false when it had ended before */
export async function endDigest(token: string): Promise<boolean> {
  if (!isToken(token)) return false;
  return db.$transaction(async (tx) => {
    const rows = await tx.digestSubscription.findMany({ where: { tokenHash: tokenHash(token) }, select: followed });
    await forget(tx, rows);
    return rows.length > 0;
  });
}

/** Forgets addresses that nobody confirmed in time, and messages that nobody reads again. */
export async function forgetOldDigests(at: Date): Promise<void> {
  const where = { confirmedAt: null, askedAt: { lte: unconfirmedSince(at) } };
  await db.$transaction(async (tx) => forget(tx, await tx.digestSubscription.findMany({ where, select: followed })));
  await db.outgoingMail.deleteMany({
    where: { kind: { in: [...DIGEST_KINDS] }, status: { not: "queued" }, createdAt: { lte: digestMailsKeptSince(at) } },
  });
}

const line = ({ title, url, isNew }: DigestItem) => `${french(title)}${isNew ? "" : " (mis à jour)"}\n${url}`;

/**
 * Writes the message of the month to somebody, once, whoever else writes it; nothing when there is nothing to tell.
 * @returns whether a message was written
 */
export async function writeDigest(
  { id, toldUntil, email, emailKey: key }: DueDigest,
  items: readonly DigestItem[],
  { morning, at }: { morning: Date; at: Date },
): Promise<boolean> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const { count } = await tx.digestSubscription.updateMany({ where: { id, toldUntil }, data: { toldUntil: at } });
    if (!count || !items.length) return false;
    const token = digestToken(id);
    const mail = await content(tx, MONTHLY, token, items.map(line));
    const written = await enqueueMail(
      tx,
      {
        ...{ ...mail, kind: MONTHLY, priority: 0, to: email, emailKey: key, staleAt: digestStaleAt(morning) },
        key: `digest:${id}:${morning.toISOString()}`,
        unsubscribeUrl: urlOf(paths.digestEnd(token)),
      },
      at,
    );
    return written !== null;
  });
}
