import { z } from "zod";
import { type Edited, editorialFields } from "#lib/edit-forms/schema";
import { linesOf, optionalAddress, optionalText, requiredLine } from "#lib/forms/fields";
import { type Confidence, OrganisationKind } from "#prisma/enums";

export type OrganisationReference = { slug: string; name: string };

/** With every label under which it stands on documents and centres. */
export type NamedOrganisation = OrganisationReference & { labels: string[] };

export type OrganisationEntry = OrganisationReference & {
  aliases: string[];
  kind: OrganisationKind | null;
  summary: string;
};

export type OrganisationDetail = OrganisationEntry & {
  labels: string[];
  url: string | null;
  source: string;
  confidence: Confidence;
};

export const organisationEdit = z.object({
  ...editorialFields,
  name: requiredLine("Indiquez le nom.", 200),
  aliases: linesOf(20),
  signatures: linesOf(20),
  kind: z
    .union([z.literal("").transform(() => null), z.enum(OrganisationKind)], "Choisissez une nature, ou aucune.")
    .default(null),
  summary: optionalText(300).transform((summary) => summary ?? ""),
  url: optionalAddress(),
});
export type OrganisationEdit = z.output<typeof organisationEdit>;
export type EditedOrganisation = Edited<OrganisationEdit>;
