import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";
import type { AccountLinkPurpose } from "#prisma/enums";

export const usableLinks = (at: Date) => ({ usedAt: null, expiresAt: { gt: at }, user: { disabledAt: null } });

/** What a link opens. Looking at it does not use it: mail scanners do. */
export async function findAccountLink(token: string, purpose: AccountLinkPurpose, at: Date) {
  if (!isToken(token)) return null;
  return db.accountLink.findFirst({
    where: { tokenHash: tokenHash(token), purpose, ...usableLinks(at) },
    select: { email: true, user: { select: { id: true, email: true, name: true } } },
  });
}
