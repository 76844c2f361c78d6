import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";
import type { Role } from "#prisma/enums";

export const usableInvitations = (at: Date) => ({ usedAt: null, expiresAt: { gt: at } });

type Invitation = { role: Role; email: string | null; centreId: string | null };

export async function findInvitation(token: string, at: Date): Promise<Invitation | null> {
  if (!isToken(token)) return null;
  return db.invitation.findFirst({
    where: { tokenHash: tokenHash(token), ...usableInvitations(at) },
    select: { role: true, email: true, centreId: true },
  });
}
