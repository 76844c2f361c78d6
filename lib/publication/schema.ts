import type { Confidence } from "#prisma/enums";

export type PublicationChange = { kind: "publish" } | { kind: "schedule"; at: Date } | { kind: "withdraw" };

export type EditorialState = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  version: number;
  confidence: Confidence;
};
