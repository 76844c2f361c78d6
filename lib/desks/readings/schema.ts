import { z } from "zod";
import { optionalLine, optionalText, requiredText } from "#lib/forms/fields";
import { EDITORIAL_NOUNS } from "#lib/nouns/cards";

const LENGTH = 2_000;

export const readingRequest = z.object({
  noun: z.enum(EDITORIAL_NOUNS),
  id: z.uuid(),
  colleague: z.uuid("Choisissez qui relira."),
  readField: optionalLine(60),
  readComment: requiredText("Dites ce que vous attendez de cette relecture.", LENGTH),
});
export type ReadingRequest = z.output<typeof readingRequest>;

/** An answer without a word says that there is nothing to say. */
export const readingAnswer = z.object({ reading: z.uuid(), readAnswer: optionalText(LENGTH) });

export type SecondReading = {
  id: string;
  askedBy: string | null;
  askedOf: string;
  field: string | null;
  comment: string;
  askedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
  /** Whether who reads this screen is asked. */
  own: boolean;
};
