import { createAccount } from "#lib/auth/account-mutations";
import { findInvitation, usableInvitations } from "#lib/auth/invitation-queries";
import type { AccountInput } from "#lib/auth/schema";
import { db } from "#lib/platform/db";
import { paths } from "#lib/platform/paths";
import type { Result } from "#lib/platform/result";
import { newToken, tokenHash } from "#lib/platform/tokens";

const LIFE_MS = 24 * 60 * 60_000;

/** Valid for a day; links given before stop working. Null when an account exists already. */
export async function createFirstAdministratorLink(at: Date): Promise<string | null> {
  if ((await db.user.count()) > 0) return null;
  const token = newToken();
  await db.$transaction([
    db.invitation.updateMany({ where: usableInvitations(at), data: { expiresAt: at } }),
    db.invitation.create({
      data: {
        tokenHash: tokenHash(token),
        role: "administrator",
        createdAt: at,
        expiresAt: new Date(at.getTime() + LIFE_MS),
      },
    }),
  ]);
  return paths.welcome(token);
}

/** The database gives the link to one of those who use it at the same time. An address that was invited is the one. */
export async function acceptInvitation(
  token: string,
  input: AccountInput,
  at: Date,
): Promise<Result<{ userId: string }, "email-taken" | "unclaimed">> {
  const invitation = await findInvitation(token, at);
  if (!invitation) return { ok: false, reason: "unclaimed" };
  const claim = { where: { tokenHash: tokenHash(token), ...usableInvitations(at) }, data: { usedAt: at } };
  return createAccount(
    { ...input, email: invitation.email ?? input.email },
    {
      role: invitation.role,
      centreId: invitation.centreId,
      claim: async (tx) => (await tx.invitation.updateMany(claim)).count === 1,
    },
    at,
  );
}
