import type { Change } from "#lib/items/schema";
import { tableOf } from "#lib/items/sql";
import type { EditorialNoun } from "#lib/nouns/cards";
import { db } from "#lib/platform/db";
import { Prisma } from "#prisma/client";

/** What readers were told of the changes of a page, the latest first. */
export const listChanges = (noun: EditorialNoun, slug: string): Promise<Change[]> =>
  db.$queryRaw<Change[]>`
    SELECT n."at", n."note" FROM "ChangeNote" AS n JOIN ${Prisma.raw(tableOf(noun))} AS i ON i."id" = n."itemId"
    WHERE i."slug" = ${slug} AND n."noun" = ${noun} ORDER BY n."at" DESC, n."id" DESC LIMIT 50`;
