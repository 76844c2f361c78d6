import { z } from "zod";
import { type Edited, editorialFields, position } from "#lib/edit-forms/schema";
import { someOf, spelledChoice, valuesSpelled } from "#lib/forms/choices";
import { firstOfRepeated, linesOf, markdown, optionalAddress, requiredLine, requiredText } from "#lib/forms/fields";
import type { NeedReference } from "#lib/needs/schema";
import { profileSpellings } from "#lib/profiles/labels";
import { type Confidence, Profile } from "#prisma/enums";

export type CentreSummary = {
  slug: string;
  position: number;
  name: string;
  summary: string;
  partners: string[];
  audiences: Profile[];
  url: string | null;
  confidence: Confidence;
  needs: NeedReference[];
};

export type NamedCentre = Pick<CentreSummary, "slug" | "name" | "summary">;

export type CentreDetail = Omit<CentreSummary, "needs"> & {
  body: string;
  urlCheckedOn: Date | null;
  source: string;
  needs: (NeedReference & { reason: string; confidence: Confidence })[];
};

/** Filters of the list of centres, read from an address: what is unknown is dropped. */
export const centreFilters = z
  .object({
    besoin: z
      .preprocess(
        firstOfRepeated,
        z
          .string()
          .max(120)
          .regex(/^[a-z0-9-]+$/),
      )
      .optional()
      .catch(undefined),
    profil: z.preprocess(firstOfRepeated, spelledChoice(profileSpellings)).optional().catch(undefined),
  })
  .transform(({ besoin, profil }) => ({ need: besoin, profile: valuesSpelled(profileSpellings, [profil ?? ""])[0] }));
export type CentreFilters = { need?: string | undefined; profile?: Profile | undefined };

const isoDay = z.iso.date("Indiquez un jour, par exemple 2019-02-21.");

export const centreEdit = z.object({
  ...editorialFields,
  position,
  name: requiredLine("Indiquez le nom du centre.", 120),
  summary: requiredText("Dites en une ligne ce qu’on y trouve.", 220),
  body: markdown("Présentez le centre."),
  partners: linesOf(20),
  audiences: someOf(Profile, "Ce public n’existe pas.", "Choisissez au moins un public."),
  url: optionalAddress(),
  urlCheckedOn: z
    .string()
    .default("")
    .transform((value) => value.trim() || null)
    .pipe(isoDay.transform((day) => new Date(`${day}T00:00:00Z`)).nullable()),
});
export type CentreEdit = z.output<typeof centreEdit>;
export type EditedCentre = Edited<CentreEdit>;
