import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";

const slug = z.preprocess(firstOfRepeated, z.string()).optional();

/** The need or the centre that is followed; one that is none finds no feed. */
export const feedQuery = z.object({ besoin: slug, centre: slug });
export type FeedQuery = z.output<typeof feedQuery>;

const most = z.preprocess(firstOfRepeated, z.coerce.number().int().min(1)).optional().catch(undefined);

/** What oEmbed asks: an address of ours, and how much room there is for it. */
export const embedQuery = z.object({
  url: slug,
  maxwidth: most,
  maxheight: most,
  format: z.preprocess(firstOfRepeated, z.string()).default("json"),
});
export type EmbedQuery = z.output<typeof embedQuery>;

export type FeedEntry = {
  title: string;
  summary: string;
  path: string;
  publishedAt: Date;
  updatedAt: Date;
  /** The last change that readers were told of. */
  change?: { at: Date; note: string } | undefined;
};
