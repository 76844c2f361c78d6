import { z } from "zod";
import { identifiers } from "#lib/forms/choices";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import { type ProposalStatus, ResourceType } from "#prisma/enums";

/** Something that a proposal may well be already. */
export type Likeness = {
  kind: "resource" | "proposal";
  id: string;
  title: string;
  /** The same address, or a title that is nearly the same. */
  by: "address" | "title";
};

export type Proposal = {
  id: string;
  url: string;
  title: string;
  summary: string;
  author: string | null;
  language: string | null;
  type: ResourceType;
  publishedAt: Date | null;
  foundAt: Date;
  status: ProposalStatus;
  centre: string;
  site: string;
  resourceId: string | null;
  changedAt: Date | null;
  likenesses: Likeness[];
};

export const PROPOSALS_PER_PAGE = 20;

export const DECISIONS = ["accept", "refuse", "restore", "seen"] as const;
export type Decision = (typeof DECISIONS)[number];

export const PROPOSAL_LISTS = ["a-trier", "acceptees", "modifiees", "refusees"] as const;
export type ProposalList = (typeof PROPOSAL_LISTS)[number];

const optional = <S extends z.ZodType>(item: S) => z.preprocess(firstOfRepeated, item.optional()).catch(undefined);

/** What the address says was just decided. */
export const decided = z.object({
  acte: z.enum(DECISIONS),
  nombre: z.coerce.number().int().min(0).max(PROPOSALS_PER_PAGE),
  sur: z.coerce.number().int().min(0).max(PROPOSALS_PER_PAGE),
});

/** The queue, read from its address: what is unknown is dropped. */
export const proposalQuery = z.object({
  etat: z.preprocess(firstOfRepeated, z.enum(PROPOSAL_LISTS)).catch("a-trier"),
  source: optional(z.uuid()),
  type: optional(z.enum(ResourceType)),
  q: searched(),
  tout: optional(z.literal("oui")),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type ProposalQuery = z.output<typeof proposalQuery>;

const GONE = "Une de ces propositions n’existe plus\u00A0: rechargez la page.";

export const decision = z.object({
  act: z.enum(DECISIONS),
  ids: identifiers(GONE)
    .refine((ids) => ids.length > 0, "Cochez au moins une proposition.")
    .refine((ids) => ids.length <= PROPOSALS_PER_PAGE, `Pas plus de ${PROPOSALS_PER_PAGE} propositions à la fois.`),
  /** The list that the form stands in. */
  back: z.string().max(500).default(""),
});
