import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { optionalIdentifier } from "#lib/forms/choices";
import { optionalAddress, optionalLine, optionalNumber, requiredLine, requiredText } from "#lib/forms/fields";
import type { Confidence } from "#prisma/enums";

export type FigureEntry = {
  slug: string;
  value: string;
  percentage: number | null;
  statement: string;
  population: string;
  survey: string;
  period: string;
  sample: string | null;
  sourceUrl: string | null;
  /** The study that it is drawn from, when the public may read of it. */
  study: { slug: string; title: string } | null;
  theme: string;
  source: string;
  confidence: Confidence;
};

export type ToldFigure = Pick<FigureEntry, "slug" | "value" | "percentage" | "statement" | "survey" | "period">;

export const figureEdit = z.object({
  ...editorialFields,
  position,
  value: requiredLine("Indiquez le chiffre avec son unité.", 20),
  percentage: optionalNumber("Indiquez un pourcentage entre 0 et 100, ou laissez vide.", 0, 100),
  statement: requiredText("Complétez la phrase que le chiffre commence.", 240),
  population: requiredLine("Indiquez qui a été interrogé.", 300),
  survey: requiredLine("Indiquez l’enquête ou le rapport.", 300),
  period: requiredLine("Indiquez la période de l’enquête.", 80),
  sample: optionalLine(200),
  sourceUrl: optionalAddress(),
  resourceId: optionalIdentifier("Ce document n’existe pas."),
  theme: requiredLine("Indiquez le thème.", 120),
});
export type FigureEdit = z.output<typeof figureEdit>;
export type EditedFigure = Edited<FigureEdit>;
