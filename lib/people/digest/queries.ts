import type { Digest } from "#lib/people/digest/schema";
import { db } from "#lib/platform/db";
import { isToken, tokenHash } from "#lib/platform/tokens";

/** @param token of a link that was sent to its mailbox, and nowhere else @returns null when it follows nothing any more */
export async function findDigest(token: string): Promise<Digest | null> {
  if (!isToken(token)) return null;
  const row = await db.digestSubscription.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: { choices: true, askedAt: true, confirmedAt: true, notice: true, person: { select: { email: true } } },
  });
  if (!row) return null;
  const { person, ...digest } = row;
  return { ...digest, email: person.email };
}

export type DueDigest = {
  id: string;
  personId: string;
  choices: string[];
  toldUntil: Date;
  email: string;
  emailKey: string;
};

/** Who confirmed, was told nothing since a morning, and whose mailbox sent nothing back since they agreed. */
export const dueDigests = (morning: Date, limit: number): Promise<DueDigest[]> =>
  db.$queryRaw<DueDigest[]>`
    SELECT s."id", s."personId", s."choices", s."toldUntil", p."email", p."emailKey"
    FROM "DigestSubscription" s JOIN "Person" p ON p."id" = s."personId"
    WHERE s."confirmedAt" IS NOT NULL AND s."toldUntil" < ${morning} AND NOT EXISTS (
      SELECT FROM "OutgoingMail" m WHERE m."emailKey" = p."emailKey"
        AND coalesce(m."bouncedAt", CASE WHEN m."status" = 'failed' THEN m."refusedAt" END) > s."confirmedAt")
    ORDER BY s."id" LIMIT ${limit}`;
