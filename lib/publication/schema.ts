import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";
import type { Departure } from "#lib/publication/departures/schema";
import type { Confidence } from "#prisma/enums";

/** Why something comes out although checks of it harm readers. */
export type Despite = { reason: string; checks: string[] };

/** `departure`: what the address of its page answers from then on; nothing more than any that leads nowhere without it. */
export type PublicationChange =
  | { kind: "publish"; despite?: Despite }
  | { kind: "schedule"; at: Date; despite?: Despite }
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

/** Widths of the screens on which a page is shown before it comes out, in pixels: a phone, a tablet, a desk. */
export const PREVIEW_WIDTHS = [360, 768, 1280] as const;

export const previewQuery = z
  .object({
    largeur: z
      .preprocess(firstOfRepeated, z.coerce.number().pipe(z.literal(PREVIEW_WIDTHS)))
      .optional()
      .catch(undefined),
  })
  .transform(({ largeur }) => ({ width: largeur }));
