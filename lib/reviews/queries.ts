import type { Viewer } from "#lib/auth/editor";
import { oneYearBefore } from "#lib/items/conditions";
import { allItems } from "#lib/items/sql";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { inFrenchOrder } from "#lib/platform/text";
import { stateSql } from "#lib/publication/visibility";
import type { DueReview, ItemReview } from "#lib/reviews/schema";
import type { Prisma } from "#prisma/client";

/** An item of which nothing is known has no owner and was never read again. */
export async function itemReview(_viewer: Viewer, noun: EditorialNoun, itemId: string): Promise<ItemReview> {
  const row = await db.itemReview.findUnique({
    where: { noun_itemId: { noun, itemId } },
    select: { ownerId: true, reviewedAt: true, owner: { select: { name: true } } },
  });
  return { ownerId: row?.ownerId ?? null, owner: row?.owner?.name ?? null, reviewedAt: row?.reviewedAt ?? null };
}

/** Whoever may answer for an item. */
export const mayOwn = { disabledAt: null, role: { in: ["administrator", "editor"] } } satisfies Prisma.UserWhereInput;

export const listOwners = async (_viewer: Viewer): Promise<{ id: string; name: string }[]> =>
  inFrenchOrder(
    await db.user.findMany({
      where: mayOwn,
      select: { id: true, name: true },
    }),
    ({ name }) => name,
  );

/** What an account answers for, is online, and was neither written nor read again for a year: the oldest first. */
export const dueReviews = (ownerId: string, at: Date): Promise<DueReview[]> =>
  db.$queryRaw<DueReview[]>`
    SELECT "item"."noun", "item"."id", "item"."title"
    FROM ${allItems} JOIN "ItemReview" r ON r."noun" = "item"."noun" AND r."itemId" = "item"."id"
    WHERE r."ownerId" = ${ownerId}::uuid AND ${stateSql("published", at)}
      AND greatest("item"."updatedAt", r."reviewedAt") < ${oneYearBefore(at)}
    ORDER BY greatest("item"."updatedAt", r."reviewedAt"), "item"."title"`;

/** The accounts that answer for something and were not written to since a morning. */
export const ownersToRemind = (morning: Date) =>
  db.user.findMany({
    where: {
      disabledAt: null,
      role: { not: "partner" },
      reviews: { some: {} },
      OR: [{ reviewsToldAt: null }, { reviewsToldAt: { lt: morning } }],
    },
    select: { id: true, name: true, email: true, reviewsToldAt: true },
    orderBy: { id: "asc" },
  });
