import type { Editor } from "#lib/auth/editor";
import { isUsedUp } from "#lib/partner-links/rules";
import type { FollowedReferral, Referral } from "#lib/partner-links/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";

/** Those who count on the session: the rules of registrations call them live, and know this noun. */
const held = { status: { in: ["confirmed", "waiting", "offered"] } } satisfies Prisma.RegistrationWhereInput;

type FoundReferral = FollowedReferral & { id: string };

async function found(client: Transaction, where: Prisma.ReferralWhereInput): Promise<FoundReferral | null> {
  const select = { id: true, partner: true, code: true, quota: true };
  const referral = await client.referral.findFirst({ where, select });
  if (!referral) return null;
  const { id: referralId, quota } = referral;
  const holders = quota === null ? 0 : await client.registration.count({ where: { referralId, ...held } });
  return { ...referral, usedUp: isUsedUp(quota, holders) };
}

/**
 * The link of a session that a visitor followed.
 * @param code in lower case; undefined when their address says none
 * @returns null when this session has no such link
 */
export async function findReferral(webinarId: string, code: string | undefined): Promise<FollowedReferral | null> {
  if (code === undefined) return null;
  const referral = await found(db, { webinarId, code });
  return referral && { partner: referral.partner, code, quota: referral.quota, usedUp: referral.usedUp };
}

/** The same, kept from being deleted until the transaction ends. Exact under the lock of the session only. */
export async function holdReferral(tx: Transaction, webinarId: string, code: string): Promise<FoundReferral | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "Referral" WHERE "webinarId" = ${webinarId}::uuid AND "code" = ${code} FOR KEY SHARE`;
  return found(tx, { webinarId, code });
}

/** The link through which a registration came, if one is known. Exact under the lock of the session only. */
export const referralBehind = (tx: Transaction, registrationId: string): Promise<FoundReferral | null> =>
  found(tx, { registrations: { some: { id: registrationId } } });

const countedBy = async (where: Prisma.RegistrationWhereInput): Promise<(referralId: string) => number> => {
  const rows = await db.registration.groupBy({ by: ["referralId"], where, _count: true });
  const counts = new Map(rows.map(({ referralId, _count }) => [referralId, _count]));
  return (referralId) => counts.get(referralId) ?? 0;
};

/** The links of a session in the order in which they were made, with how many people came through each. */
export async function listReferrals(_editor: Editor, webinarId: string): Promise<Referral[]> {
  const through = { webinarId, referralId: { not: null } };
  const [referrals, holders, present] = await Promise.all([
    db.referral.findMany({
      where: { webinarId },
      select: { id: true, partner: true, code: true, quota: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    countedBy({ ...through, ...held }),
    countedBy({ ...through, presentAt: { not: null } }),
  ]);
  return referrals.map((referral) => ({
    ...referral,
    holders: holders(referral.id),
    present: present(referral.id),
  }));
}
