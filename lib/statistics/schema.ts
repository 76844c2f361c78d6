import { z } from "zod";
import { Profile, SurveyIntention } from "#prisma/enums";

export type FigureGroup<Key> = { key: Key | null; count: number };

export type RawFigures = {
  attendance: {
    held: number;
    registrations: number;
    byProfile: { profile: Profile; count: number }[];
    present: number;
    /** Present among those expected, from 0 to 1; null when it is not known. */
    rate: number | null;
  };
  survey: {
    answers: number;
    mean: number;
    usefulness: { note: number; count: number }[];
    intentions: { intention: SurveyIntention; count: number }[];
  } | null;
  /** By month, « 2026-10 », and by path of a page; null before the first one. */
  views: { months: { key: string; count: number }[]; pages: { key: string; count: number }[] } | null;
};

const count = z.number().int().nullable();
const groups = <Key extends z.ZodType>(key: Key) => z.array(z.object({ key: key.nullable(), count: z.number().int() }));

/** As they are kept for a day. A null count is under five; a null key is that of the others together. */
export const publishedFigures = z.object({
  countedAt: z.coerce.date(),
  held: z.number().int(),
  registrations: count,
  byProfile: groups(z.enum(Profile)),
  present: count,
  rate: z.number().nullable(),
  survey: z
    .object({
      answers: z.number().int(),
      mean: z.number(),
      usefulness: groups(z.number().int()),
      intentions: groups(z.enum(SurveyIntention)),
    })
    .nullable(),
  // Those that were kept before views were counted have none.
  views: z
    .object({ year: count, months: z.array(z.object({ key: z.string(), count })), pages: groups(z.string()) })
    .nullable()
    .default(null),
});
export type PublishedFigures = z.output<typeof publishedFigures>;
