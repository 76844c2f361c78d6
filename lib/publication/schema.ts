import type { Confidence } from "#prisma/enums";

/** What an editor may do to the publication of an item. */
export type PublicationChange = { kind: "publish" } | { kind: "schedule"; at: Date } | { kind: "withdraw" };

/** What every row that editors publish has. */
export type EditorialState = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  version: number;
  confidence: Confidence;
};
