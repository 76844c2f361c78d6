import { z } from "zod";
import { searchWords } from "#lib/search/schema";

export const replayQuery = z
  .object({
    lecture: z.unknown().optional(),
    t: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .nullable()
      .catch(null),
    transcription: z.unknown().optional(),
    chercher: searchWords.optional(),
  })
  .transform(({ lecture, t, transcription, chercher }) => ({
    watching: lecture !== undefined,
    second: t,
    reading: transcription !== undefined || chercher !== undefined,
    words: chercher ?? "",
  }));
export type ReplayQuery = z.output<typeof replayQuery>;
