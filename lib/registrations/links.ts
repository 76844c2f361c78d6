import { createHmac } from "node:crypto";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { isToken, newToken, tokenHash } from "#lib/platform/tokens";
import type { GrantScope, Prisma } from "#prisma/client";

/** What a new link opens. */
export type NewGrant = { registrationId: string; scope: GrantScope; turn?: number | null };

/** What a link opens. A mailbox link has an address and opens everything that is registered under it. */
export type OpenedLink = {
  tokenHash: Uint8Array<ArrayBuffer>;
  /** Set for a link that was sent to this address and nowhere else. */
  emailKey: string | null;
  grants: { registrationId: string; scope: GrantScope; turn: number | null; cancelRequestedAt: Date | null }[];
};

/** @param token as it stands in the address @returns null when no link has this token */
export async function openedBy(token: string): Promise<OpenedLink | null> {
  if (!isToken(token)) return null;
  return db.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      tokenHash: true,
      emailKey: true,
      grants: { select: { registrationId: true, scope: true, turn: true, cancelRequestedAt: true } },
    },
  });
}

/** A link that is sent to an address and nowhere else: it sees and does everything that is registered under it. */
export async function mailboxLink(tx: Transaction, emailKey: string, at: Date): Promise<string> {
  const token = newToken();
  await tx.registrationLink.create({ data: { tokenHash: tokenHash(token), emailKey, createdAt: at } });
  return token;
}

/** A link that serves for one thing about one registration: its room, or its survey. */
export function singleLink(
  tx: Transaction,
  registrationId: string,
  scope: "join" | "survey",
  at: Date,
): Promise<string> {
  return screenLink(tx, newToken(), [{ registrationId, scope }], { at });
}

/** Where the keys of someone's personal links come from. */
export type Keys = { personal: () => Promise<string>; single: (scope: "join" | "survey") => Promise<string> };

/** Stand where the keys of personal links would: they open nothing. */
export const EXAMPLE_KEYS: Keys = { personal: async () => "exemple", single: async () => "exemple" };

/** The keys of one person, each made when it is asked for; the personal one once. */
export function keysOf(tx: Transaction, person: { id: string; emailKey: string }, at: Date): Keys {
  let personal: Promise<string> | undefined;
  return {
    personal: () => {
      personal ??= mailboxLink(tx, person.emailKey, at);
      return personal;
    },
    single: (scope) => singleLink(tx, person.id, scope, at),
  };
}

/**
 * A link shown on screen, for what was registered with one form.
 * @param options.digest of that form: the same form sent again gets the same link
 */
export async function screenLink(
  tx: Transaction,
  token: string,
  grants: NewGrant[],
  options: { at: Date; digest?: Uint8Array<ArrayBuffer> },
): Promise<string> {
  const link = { tokenHash: tokenHash(token), requestDigest: options.digest ?? null, createdAt: options.at };
  await tx.registrationLink.create({ data: { ...link, grants: { create: grants } } });
  return token;
}

/**
 * The token that answers a form: the same form, sent twice by a double tap or a lost connection, gets the same page.
 * Nobody can make it out of the form without the secret of the portal.
 */
export function answerToken(formToken: string): string {
  const { SESSION_SECRET } = env();
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set.");
  return createHmac("sha256", SESSION_SECRET).update(`registration:${formToken}`).digest("base64url");
}

/** Scopes of the links that show a personal page; the others serve for one thing only. */
const OPENS_A_PAGE: readonly GrantScope[] = ["owner", "receipt"];

/** Which registrations a link shows: those it names, or everything under its address. */
export const shownBy = (link: OpenedLink): Prisma.RegistrationWhereInput =>
  link.emailKey === null
    ? {
        id: {
          in: link.grants.filter(({ scope }) => OPENS_A_PAGE.includes(scope)).map((grant) => grant.registrationId),
        },
      }
    : { emailKey: link.emailKey };
