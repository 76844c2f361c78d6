import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { markdown, requiredLine, requiredText } from "#lib/forms/fields";
import { ownSegments } from "#lib/platform/own-segments";
import type { Confidence } from "#prisma/enums";

export type PageSummary = { slug: string; title: string; summary: string; position: number };

export type PageDetail = PageSummary & { body: string; source: string; confidence: Confidence; updatedAt: Date };

export const isOwnAddress = (slug: string): boolean => ownSegments().has(slug);

export const pageEdit = z.object({
  ...editorialFields,
  slug: editorialFields.slug.refine((slug) => !isOwnAddress(slug), "Cette adresse sert déjà à une partie du portail."),
  position,
  title: requiredLine("Indiquez le titre.", 120),
  summary: requiredText("Résumez la page en une phrase.", 200),
  body: markdown("Écrivez la page."),
});
export type PageEdit = z.output<typeof pageEdit>;
export type EditedPage = Edited<PageEdit>;
