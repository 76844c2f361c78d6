import { powersOf } from "#lib/people/links/rules";
import type { PersonalLink } from "#lib/people/links/schema";
import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";

/** @param token as it stands in the address @returns null when no link has this token */
export async function findLink(token: string): Promise<PersonalLink | null> {
  if (!isToken(token)) return null;
  return db.registrationLink.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      tokenHash: true,
      personId: true,
      createdAt: true,
      shownAddress: true,
      grants: {
        select: { registrationId: true, scope: true, shownRank: true, showsGiven: true, cancelRequestedAt: true },
      },
    },
  });
}

/** Whose mailbox a link was sent to; null for any other link. */
export async function verifiedPersonOf(token: string): Promise<string | null> {
  const link = await findLink(token);
  return link && powersOf(link).verifiedPersonId;
}
