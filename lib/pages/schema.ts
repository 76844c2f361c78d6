import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { markdown, requiredText } from "#lib/forms/fields";
import { CARDS } from "#lib/nouns/cards";
import type { Confidence } from "#prisma/enums";

export type PageSummary = { slug: string; title: string; summary: string; position: number };

export type PageDetail = PageSummary & { body: string; source: string; confidence: Confidence; updatedAt: Date };

const PARTS =
  "accueil administration api bienvenue connexion figures flux inscriptions livez metrics oai orientation programme-2019 readyz rejoindre statistiques";

/** First segments of addresses that are not pages: a page of that name could never be reached. */
const TAKEN = new Set([...PARTS.split(" "), ...Object.values(CARDS).map(({ listPath }) => listPath.slice(1))]);

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
