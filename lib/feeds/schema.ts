import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";

const slug = z.preprocess(firstOfRepeated, z.string()).optional();

/** The need or the centre that is followed; one that is none finds no feed. */
export const feedQuery = z.object({ besoin: slug, centre: slug });
export type FeedQuery = z.output<typeof feedQuery>;

export type FeedEntry = {
  title: string;
  summary: string;
  path: string;
  publishedAt: Date;
  updatedAt: Date;
  /** The last change that readers were told of. */
  change?: { at: Date; note: string } | undefined;
};
