import { createHmac } from "node:crypto";
import { db, type Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { isToken, newToken, tokenHash } from "#lib/platform/tokens";
import type { GrantScope, Prisma } from "#prisma/client";

/** What a new link opens. */
export type NewGrant = { registrationId: string; scope: GrantScope; shownRank?: number | null };

/** What a link opens. A mailbox link has an address and opens everything that is registered under it. */
export type PersonalLink = {
  tokenHash: Uint8Array<ArrayBuffer>;
  /** Set for a link that was sent to this person's mailbox and nowhere else. */
  personId: string | null;
  createdAt: Date;
  grants: { registrationId: string; scope: GrantScope; shownRank: number | null; cancelRequestedAt: Date | null }[];
};

/** @param token as it stands in the address @returns null when no link has this token */
export async function findLink(token: string): Promise<PersonalLink | null> {
  if (!isToken(token)) return null;
  return db.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      tokenHash: true,
      personId: true,
      createdAt: true,
      grants: { select: { registrationId: true, scope: true, shownRank: true, cancelRequestedAt: true } },
    },
  });
}

/** Whose mailbox a link was sent to; null for any other link. */
export const verifiedPersonOf = async (token: string): Promise<string | null> =>
  (await findLink(token))?.personId ?? null;

/** A link to write. Set `personId` only for one that is sent to their mailbox and nowhere else. */
export type NewLink = {
  token: string;
  personId?: string | null;
  /** Of the form that it answers: the same form sent again gets the same link. */
  fingerprint?: Uint8Array<ArrayBuffer>;
  grants: readonly NewGrant[];
};

/** Writes links, with what each opens. @param at instant of writing */
export async function writeLinks(tx: Transaction, links: readonly NewLink[], at: Date): Promise<void> {
  const rows = links.map((link) => ({ ...link, hash: tokenHash(link.token) }));
  const grants = rows.flatMap((row) => row.grants.map((grant) => ({ ...grant, tokenHash: row.hash })));
  await tx.registrationLink.createMany({
    data: rows.map(({ hash, personId, fingerprint }) => ({
      tokenHash: hash,
      personId: personId ?? null,
      requestFingerprint: fingerprint ?? null,
      createdAt: at,
    })),
  });
  if (grants.length) await tx.registrationGrant.createMany({ data: grants });
}

/**
 * Makes receipts of the links given on screen for registrations: they look the same, and may only ask. Whoever types an
 * address again is not known to be who typed it before, and neither outdoes the mailbox.
 */
export async function downgradeToReceipt(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "RegistrationGrant" g SET "scope" = 'receipt', "shownRank" = r."waitlistRank" FROM "Registration" r
    WHERE r."id" = g."registrationId" AND g."scope" = 'owner' AND r."id" = ANY(${[...registrationIds]}::uuid[])`;
}

/** Where the keys of someone's personal links come from. */
export type LinkFactory = { personal: () => string; single: (scope: "join" | "survey") => string };

/** Stand where the keys of personal links would: they open nothing. */
export const SAMPLE_LINKS: LinkFactory = { personal: () => "exemple", single: () => "exemple" };

/**
 * Cuts the keys of one person as a message names them: one that sees and does everything under their address, others
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
export const visibleThrough = (link: PersonalLink): Prisma.RegistrationWhereInput =>
  link.personId === null
    ? {
        id: {
          in: link.grants.filter(({ scope }) => OPENS_A_PAGE.includes(scope)).map((grant) => grant.registrationId),
        },
      }
    : { personId: link.personId };
