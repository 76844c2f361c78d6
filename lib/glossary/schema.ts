import { z } from "zod";
import { type Edited, editorialFields } from "#lib/edit-forms/schema";
import { linesOf, requiredLine, requiredText } from "#lib/forms/fields";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";
import type { Confidence } from "#prisma/enums";

export type TermEntry = {
  slug: string;
  name: string;
  aliases: string[];
  definition: string;
  source: string;
  confidence: Confidence;
};

export const termEdit = z.object({
  ...editorialFields,
  name: requiredLine("Indiquez le terme.", 120),
  aliases: linesOf(20),
  definition: requiredText("Définissez le terme en une ou deux phrases.", 1000).refine(canBeLaidOut, TOO_MARKED),
});
export type TermEdit = z.output<typeof termEdit>;
export type EditedTerm = Edited<TermEdit>;
