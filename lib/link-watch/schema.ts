import { z } from "zod";
import { listOf } from "#lib/forms/fields";
import type { EditorialNoun } from "#lib/nouns/cards";
import type { LinkState } from "#prisma/enums";

export const LINK_QUEUE = "links.check";

/** An item whose page leads to a link. */
export type Holder = { noun: EditorialNoun; id: string; title: string };

/** A link of which the team is told, or was until it wanted to hear no more. */
export type ToldLink = {
  url: string;
  state: Exclude<LinkState, "ok">;
  fault: string | null;
  failedOn: Date | null;
  openedOn: Date | null;
  checkedAt: Date | null;
  ignoredUntil: Date | null;
  holders: Holder[];
};

export type LinkReport = {
  told: ToldLink[];
  ignored: ToldLink[];
  /** How many open, and how many were never asked. */
  open: number;
  unasked: number;
};

export const LINK_ACTS = ["check", "ignore", "heed"] as const;
export type LinkAct = (typeof LINK_ACTS)[number];

const MOST_AT_ONCE = 100;

export const linkDecision = z.object({
  act: z.enum(LINK_ACTS),
  urls: listOf(z.string().min(1).max(2100))
    .refine((urls) => urls.length > 0, "Cochez au moins un lien.")
    .refine((urls) => urls.length <= MOST_AT_ONCE, `Pas plus de ${MOST_AT_ONCE} liens à la fois.`),
  /** Of the act `ignore` alone. */
  until: z.string().trim().max(20).default(""),
});
