import type { Departure } from "#lib/publication/departures/schema";
import type { Confidence } from "#prisma/enums";

/** `departure`: what the address of its page answers from then on; nothing more than any that leads nowhere without it. */
export type PublicationChange =
  | { kind: "publish" }
  | { kind: "schedule"; at: Date }
  | { kind: "withdraw"; departure?: Departure | undefined };

export type EditorialState = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  version: number;
  confidence: Confidence;
};
