import { oneDayBefore } from "#lib/people/addresses/rules";
import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";

/**
 * The address that a person proposed for theirs, from the link that was sent there.
 * @param at the present instant: it is confirmed within a day
 * @returns who they are and the new address as typed; null for any other link
 */
export async function findProposal(token: string, at: Date): Promise<{ personId: string; email: string } | null> {
  if (!isToken(token)) return null;
  return db.addressChange.findFirst({
    where: { tokenHash: tokenHash(token), createdAt: { gt: oneDayBefore(at) } },
    select: { personId: true, email: true },
  });
}
