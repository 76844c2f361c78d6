import { usableLinks } from "#lib/accounts/link-queries";
import { LINK_LIFE_MS } from "#lib/auth/rules";
import type { Transaction } from "#lib/platform/db";
import { newToken, tokenHash } from "#lib/platform/tokens";
import type { AccountLinkPurpose } from "#prisma/enums";

type NewLink = { userId: string; purpose: AccountLinkPurpose; email?: string };

/** @returns its token, kept nowhere else than in the message that carries it */
export async function createAccountLink(
  tx: Transaction,
  link: NewLink,
  at: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  const expiresAt = new Date(at.getTime() + LINK_LIFE_MS);
  await tx.accountLink.create({ data: { ...link, tokenHash: tokenHash(token), createdAt: at, expiresAt } });
  return { token, expiresAt };
}

/** The database gives a link to one of those who use it at the same time. @returns null when it opens nothing */
export async function claimAccountLink(tx: Transaction, token: string, purpose: AccountLinkPurpose, at: Date) {
  const where = { tokenHash: tokenHash(token), purpose };
  const { count } = await tx.accountLink.updateMany({ where: { ...where, ...usableLinks(at) }, data: { usedAt: at } });
  return count === 1 ? tx.accountLink.findFirst({ where, select: { userId: true, email: true } }) : null;
}

export const endAccountLinks = (tx: Transaction, userId: string, purpose: AccountLinkPurpose, at: Date) =>
  tx.accountLink.updateMany({
    where: { userId, purpose, usedAt: null, expiresAt: { gt: at } },
    data: { expiresAt: at },
  });
