import { createHmac } from "node:crypto";
import { powersOf } from "#lib/people/links/rules";
import type { LinkFactory, NewLink, PersonalLink } from "#lib/people/links/schema";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { newToken, tokenHash } from "#lib/platform/tokens";
import { Prisma } from "#prisma/client";

export async function writeLinks(tx: Transaction, newLinks: readonly NewLink[], at: Date): Promise<void> {
  const rows = newLinks.map((link) => ({ ...link, hash: tokenHash(link.token) }));
  const grants = rows.flatMap((row) => row.grants.map((grant) => ({ ...grant, tokenHash: row.hash })));
  if (!rows.length) return;
  const links = Prisma.join(
    rows.map(
      ({ hash, personId = null, fingerprint = null, shownAddress = null }) =>
        Prisma.sql`(${hash}, ${personId}::uuid, ${fingerprint}::bytea, ${shownAddress}, ${at}::timestamptz)`,
    ),
  );
  const written = Prisma.sql`
    INSERT INTO "RegistrationLink" ("tokenHash", "personId", "requestFingerprint", "shownAddress", "createdAt") VALUES ${links}`;
  if (!grants.length) return void (await tx.$executeRaw(written));
  const opened = Prisma.join(
    grants.map(
      ({ tokenHash, registrationId, scope, shownRank = null, showsGiven = false }) =>
        Prisma.sql`(${tokenHash}, ${registrationId}::uuid, ${scope}::"GrantScope", ${shownRank}::int, ${showsGiven})`,
    ),
  );
  await tx.$executeRaw`
    WITH links AS (${written})
    INSERT INTO "RegistrationGrant" ("tokenHash", "registrationId", "scope", "shownRank", "showsGiven") VALUES ${opened}`;
}

/**
 * Cuts the tokens of one person as a message names them: one that sees and does everything under their address, others
 * that serve for one thing. They open nothing until the links are written.
 */
export function newPersonalLinks(person: { id: string; personId: string | null }): LinkFactory & { links: NewLink[] } {
  const links: NewLink[] = [];
  const cut = (link: Omit<NewLink, "token">): string => {
    const token = newToken();
    links.push({ token, ...link });
    return token;
  };
  let personal: string | undefined;
  return {
    links,
    personal: () => {
      personal ??= cut({ personId: person.personId, grants: [] });
      return personal;
    },
    single: (scope) => cut({ grants: [{ registrationId: person.id, scope }] }),
  };
}

/**
 * The token that answers a form: the same form, sent twice by a double tap or a lost connection, gets the same page. Sent
 * for somebody else, by whoever went back to it, it is another form.
 * Nobody can make it out of the form without the secret of the portal. @param key of the address typed
 */
export function answerToken(formToken: string, key: string): string {
  const { SESSION_SECRET } = env();
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set.");
  return createHmac("sha256", SESSION_SECRET).update(`registration:${formToken}:${key}`).digest("base64url");
}

/**
 * Makes receipts of the links given on screen for registrations: they look the same, and may only ask. Whoever types an
 * address again is not known to be who typed it before, and neither outdoes the mailbox.
 */
export async function downgradeToReceipt(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RegistrationGrant" g SET "scope" = 'receipt',
      "shownRank" = CASE WHEN g."showsGiven" THEN g."shownRank" ELSE r."waitlistRank" END
    FROM "Registration" r
    WHERE r."id" = g."registrationId" AND g."scope" = 'owner' AND r."id" = ANY(${[...registrationIds]}::uuid[])`;
}

/** What is done from the mailbox is not for the eyes of who typed the address on a screen, nor for them to undo. */
export async function outdoScreens(tx: Transaction, link: PersonalLink, registrationId: string): Promise<void> {
  if (powersOf(link).verifiedPersonId) await downgradeToReceipt(tx, [registrationId]);
}

export const revokeLinks = (tx: Transaction, personId: string) =>
  tx.registrationLink.deleteMany({ where: { personId } });

/** Notes that a screen asked for a cancellation. @returns false when it had already */
export async function requestCancellation(
  tx: Transaction,
  { tokenHash }: PersonalLink,
  registrationId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.registrationGrant.updateMany({
    where: { tokenHash, registrationId, cancelRequestedAt: null },
    data: { cancelRequestedAt: at },
  });
  return count > 0;
}

/** @param shownRank what a newcomer is given now */
export async function withdrawRequest(
  tx: Transaction,
  { tokenHash }: PersonalLink,
  registrationId: string,
  shownRank: number | null,
): Promise<void> {
  await tx.registrationGrant.updateMany({
    where: { tokenHash, registrationId },
    data: { cancelRequestedAt: null, shownRank },
  });
}

/** When a screen asked for a cancellation that was not taken back. Under the lock of the session. */
export async function requestedAt(
  tx: Transaction,
  { tokenHash }: PersonalLink,
  registrationId: string,
): Promise<Date | null> {
  const grant = await tx.registrationGrant.findUnique({
    where: { tokenHash_registrationId: { tokenHash, registrationId } },
    select: { cancelRequestedAt: true },
  });
  return grant?.cancelRequestedAt ?? null;
}

/** As `downgradeToReceipt`, once the address is typed again: what was asked is forgotten, the seat is taken again. */
export async function beginAnew(tx: Transaction, registrationId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RegistrationGrant" g SET "scope" = 'receipt', "cancelRequestedAt" = NULL,
      "shownRank" = CASE WHEN g."scope" = 'receipt' OR g."showsGiven" THEN g."shownRank" ELSE r."waitlistRank" END
    FROM "Registration" r
    WHERE r."id" = g."registrationId" AND g."scope" IN ('owner', 'receipt') AND r."id" = ${registrationId}::uuid`;
}
