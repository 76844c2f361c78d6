import type { Viewer } from "#lib/auth/editor";
import type { FollowedPartnerLink, PartnerLink } from "#lib/partner-links/schema";
import { db, type Transaction } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";

/** Those who count on the session: the rules of registrations call them live, and know this noun. */
const HOLDING = ["confirmed", "waiting", "offered"] as const;
const HOLDS_SEAT = { status: { in: [...HOLDING] } } satisfies Prisma.RegistrationWhereInput;

type FoundPartnerLink = FollowedPartnerLink & { id: string };

async function found(client: Transaction, where: Prisma.PartnerLinkWhereInput): Promise<FoundPartnerLink | null> {
  const select = { id: true, partner: true, code: true, quota: true };
  const partnerLink = await client.partnerLink.findFirst({ where, select });
  if (!partnerLink) return null;
  const { id, quota } = partnerLink;
  return { ...partnerLink, usedUp: quota !== null && (await areAsMany(client, id, quota)) };
}

/** `isUsedUp`, of which a page reads the answer alone: whoever registers changes nothing of it, until it is. */
async function areAsMany(client: Transaction, id: string, quota: number): Promise<boolean> {
  const [row] = await client.$queryRaw<{ usedUp: boolean }[]>`
    SELECT count(*) >= ${quota}::int AS "usedUp" FROM "Registration"
    WHERE "partnerLinkId" = ${id}::uuid AND "status"::text = ANY(${HOLDING})`;
  return row?.usedUp ?? false;
}

/**
 * The link of a session that a visitor followed.
 * @param code in lower case; undefined when their address says none
 * @returns null when this session has no such link
 */
export async function findPartnerLink(
  webinarId: string,
  code: string | undefined,
): Promise<FollowedPartnerLink | null> {
  if (code === undefined) return null;
  const partnerLink = await found(db, { webinarId, code });
  return partnerLink && { partner: partnerLink.partner, code, quota: partnerLink.quota, usedUp: partnerLink.usedUp };
}

/** The same, kept from being deleted until the transaction ends. Exact under the lock of the session only. */
export async function holdPartnerLink(
  tx: Transaction,
  webinarId: string,
  code: string,
): Promise<FoundPartnerLink | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "PartnerLink" WHERE "webinarId" = ${webinarId}::uuid AND "code" = ${code} FOR KEY SHARE`;
  return found(tx, { webinarId, code });
}

/** The link through which a registration came, if one is known. Exact under the lock of the session only. */
export const partnerLinkBehind = (tx: Transaction, registrationId: string): Promise<FoundPartnerLink | null> =>
  found(tx, { registrations: { some: { id: registrationId } } });

const countedBy = async (where: Prisma.RegistrationWhereInput): Promise<(partnerLinkId: string) => number> => {
  const rows = await db.registration.groupBy({ by: ["partnerLinkId"], where, _count: true });
  const counts = new Map(rows.map(({ partnerLinkId, _count }) => [partnerLinkId, _count]));
  return (partnerLinkId) => counts.get(partnerLinkId) ?? 0;
};

export async function listPartnerLinks(_editor: Viewer, webinarId: string): Promise<PartnerLink[]> {
  const through = { webinarId, partnerLinkId: { not: null } };
  const [partnerLinks, holders, present] = await Promise.all([
    db.partnerLink.findMany({
      where: { webinarId },
      select: { id: true, partner: true, code: true, quota: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
    countedBy({ ...through, ...HOLDS_SEAT }),
    countedBy({ ...through, presentAt: { not: null } }),
  ]);
  return partnerLinks.map((partnerLink) => ({
    ...partnerLink,
    holders: holders(partnerLink.id),
    present: present(partnerLink.id),
  }));
}
