import { z } from "zod";
import { type Edited, editorialFields, markdown, position } from "#lib/editorial/schema";
import { requiredText } from "#lib/forms/fields";
import type { Confidence } from "#prisma/enums";

export type PageSummary = { slug: string; title: string; summary: string; position: number };

export type PageDetail = PageSummary & { body: string; source: string; confidence: Confidence; updatedAt: Date };

/** First segments of addresses that are not pages: a page of that name could never be reached. */
const TAKEN = new Set(
  "accueil administration api besoins bienvenue centres connexion figures flux glossaire inscriptions livez metrics oai observatoire orientation programme-2019 readyz rejoindre ressources statistiques webinaires".split(
    " ",
  ),
);

/** The edit form of a page. */
export const pageEdit = z.object({
  ...editorialFields,
  slug: editorialFields.slug.refine((slug) => !TAKEN.has(slug), "Cette adresse sert déjà à une partie du portail."),
  position,
  title: requiredText("Indiquez le titre.", 120),
  summary: requiredText("Résumez la page en une phrase.", 200),
  body: markdown("Écrivez la page."),
});
export type PageEdit = z.output<typeof pageEdit>;
export type EditedPage = Edited<PageEdit>;
