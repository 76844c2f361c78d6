import type { Partner, Viewer } from "#lib/auth/editor";
import type { FollowedPartnerLink, PartnerLink } from "#lib/partner-links/schema";
import { db, type Transaction } from "#lib/platform/db";
import { lastNight, publishedCount } from "#lib/statistics/rules";
import { Prisma } from "#prisma/client";

/** Those who count on the session: the rules of registrations call them live, and know this noun. */
const HOLDING = ["confirmed", "waiting", "offered"] as const;
const HOLDS_SEAT = { status: { in: [...HOLDING] } } satisfies Prisma.RegistrationWhereInput;

type FoundPartnerLink = FollowedPartnerLink & { id: string };

/** Of `usedUp`, a page reads the answer alone: whoever registers changes nothing of it, until it is. */
async function found(client: Transaction, where: Prisma.Sql): Promise<FoundPartnerLink | null> {
  const [partnerLink = null] = await client.$queryRaw<FoundPartnerLink[]>`
    SELECT l."id", l."partner", l."code", l."quota", l."quota" IS NOT NULL AND l."quota" <= (
      SELECT count(*) FROM "Registration" r WHERE r."partnerLinkId" = l."id" AND r."status"::text = ANY(${HOLDING})
    ) AS "usedUp" FROM "PartnerLink" l WHERE ${where}`;
  return partnerLink;
}

const coded = (webinarId: string, code: string) =>
  Prisma.sql`l."webinarId" = ${webinarId}::uuid AND l."code" = ${code}`;

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
  const partnerLink = await found(db, coded(webinarId, code));
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
  return found(tx, coded(webinarId, code));
}

/** The link through which a registration came, if one is known. Exact under the lock of the session only. */
export const partnerLinkBehind = (tx: Transaction, registrationId: string): Promise<FoundPartnerLink | null> =>
  found(tx, Prisma.sql`l."id" = (SELECT "partnerLinkId" FROM "Registration" WHERE "id" = ${registrationId}::uuid)`);

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
      select: { id: true, partner: true, code: true, quota: true, centreId: true },
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

/** How many the links of a centre brought until last night, as it may be published; null under five. */
export async function countBrought(
  { centreId }: Partner,
  at: Date,
): Promise<{ links: number; brought: number | null }> {
  const [links, brought] = await Promise.all([
    db.partnerLink.count({ where: { centreId } }),
    db.registration.count({
      where: { ...HOLDS_SEAT, createdAt: { lt: lastNight(at) }, partnerLink: { centreId } },
    }),
  ]);
  return { links, brought: publishedCount(brought) };
}
