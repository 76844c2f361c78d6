import type { Account } from "#lib/auth/editor";
import { type Enrolling, offeredCodes, offeredSecret } from "#lib/auth/enrolment";
import { totpUri } from "#lib/auth/totp";
import { db } from "#lib/platform/db";
import { SITE_NAME } from "#lib/platform/site-name";

/** What a session that sets a second factor up is offered, the same until it is kept. */
export async function findEnrolling({ userId }: Account, sessionKey: string): Promise<Enrolling> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { totpLastStep: true } });
  return { sessionKey, lastStep: user?.totpLastStep ?? null };
}

/** `secret` in groups of four letters, for whoever types it. */
export function offerOf(enrolling: Enrolling, email: string): { uri: string; secret: string; codes: string[] } {
  const secret = offeredSecret(enrolling);
  return {
    uri: totpUri(secret, { issuer: SITE_NAME, label: email }),
    secret: secret.replace(/.{4}(?=.)/g, "$& "),
    codes: offeredCodes(enrolling),
  };
}
