import { z } from "zod";
import { identifier } from "#lib/forms/choices";
import { webAddress, withScheme } from "#lib/forms/fields";
import type { HarvestState, SiteKind } from "#prisma/enums";

export const HARVEST_QUEUE = "harvest.read";

/** A site or a feed, as the team sees it. */
export type HarvestSource = {
  id: string;
  url: string;
  centre: string;
  kind: SiteKind | null;
  state: HarvestState;
  report: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  nextAt: Date | null;
  /** Proposals that wait, and all of them. */
  pending: number;
  total: number;
};

export const newSource = z.object({
  centreId: identifier("Choisissez le centre dont c’est le site."),
  url: z
    .string("Indiquez l’adresse du site ou du flux.")
    .trim()
    .min(1, "Indiquez l’adresse du site ou du flux.")
    .transform(withScheme)
    .pipe(webAddress)
    .refine(
      (url) => !URL.canParse(url) || (!new URL(url).username && !new URL(url).password),
      "Retirez de l’adresse le nom et le mot de passe\u00A0: le portail ne lit que ce qui est public.",
    ),
});
export type NewSource = z.output<typeof newSource>;

export const SOURCE_ACTS = ["passage", "pause", "resume", "delete"] as const;
export type SourceAct = (typeof SOURCE_ACTS)[number];

export const sourceAct = z.object({ id: identifier("Cette source n’existe plus."), act: z.enum(SOURCE_ACTS) });
