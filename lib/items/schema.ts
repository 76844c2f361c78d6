import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import type { NARROWINGS } from "#lib/nouns/card";
import type { EditorialNoun } from "#lib/nouns/cards";
import { publicationStateLabels } from "#lib/publication/labels";
import type { PublicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";
import { Confidence } from "#prisma/enums";

/** What a list is narrowed to: a state, or what is online and was written anew since. */
export type ListState = PublicationState | "changed";
export const listStateLabels: Record<ListState, string> = {
  ...publicationStateLabels,
  changed: "Modifications en attente",
};
const STATES = Object.keys(listStateLabels) as ListState[];
export const LIST_ORDERS = ["titre", "recentes", "anciennes"] as const;
export const MOMENTS = ["a-venir", "passees"] as const;

/** In the address of a list, what stands for « none ». */
export const NONE = "aucun";
const CHOICE = /^[\w-]{1,60}$/;

const oneOf = <S extends z.ZodType>(schema: S) => z.preprocess(firstOfRepeated, schema).optional().catch(undefined);
const narrowing = oneOf(z.string().regex(CHOICE));

const isConfidence = (value: unknown): value is Confidence => typeof value === "string" && value in Confidence;

/** State and reliability were one list: addresses that people kept say both under one name. */
const asTwoAxes = (given: unknown): unknown => {
  const query = { ...(given as Record<string, unknown>) };
  const etat = firstOfRepeated(query.etat);
  return isConfidence(etat) ? { ...query, etat: "", fiabilite: etat } : query;
};

/** A list of editors, read from its address: what is unknown is dropped. */
export const listQuery = z.preprocess(
  asTwoAxes,
  z.object({
    q: searched(),
    etat: z.preprocess(firstOfRepeated, z.enum(["", ...STATES])).catch(""),
    fiabilite: oneOf(z.enum(Confidence)),
    besoin: narrowing,
    centre: narrowing,
    type: narrowing,
    public: narrowing,
    cycle: narrowing,
    quand: oneOf(z.enum(MOMENTS)),
    /** What nobody wrote, nor read again, for a year. */
    relue: oneOf(z.literal("non")),
    tri: oneOf(z.enum(LIST_ORDERS)),
    page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
  }),
);
export type ListQuery = z.output<typeof listQuery>;

/** One choice that a list is narrowed by, as its form draws it. */
export type ListNarrowing = {
  name: (typeof NARROWINGS)[number];
  label: string;
  chosen: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** What is looked for over the whole back office. */
export const teamQuery = z.object({ q: searched() });

/** The first items of a noun that answer some words, and how many do. */
export type FoundItems = { noun: EditorialNoun; total: number; rows: ListedItem[] };

export type ListedItem = EditorialState & {
  title: string;
  /** Something was written that is not published. */
  changed: boolean;
};

/** `counts` by state, whatever state is asked for. */
export type ItemPage = {
  rows: ListedItem[];
  total: number;
  counts: Record<ListState, number>;
  page: number;
  pageCount: number;
  query: ListQuery;
};

export type NounOverview = {
  noun: EditorialNoun;
  drafts: number;
  scheduled: number;
  toConfirm: number;
  changed: number;
};

/** An item that the public does not see yet. */
export type PendingItem = {
  noun: EditorialNoun;
  id: string;
  title: string;
  publishedAt: Date | null;
  updatedAt: Date;
  startsAt: Date | null;
  /** It is online, and was written anew since. */
  changed: boolean;
};

export type VisibleItem = { noun: EditorialNoun; slug: string; title: string; publishedAt: Date; updatedAt: Date };

/** What is said of a page that was withdrawn, and what to read instead. */
export type Withdrawal = { at: Date; reason: string; instead: { path: string; title: string } | null };

/** What readers are told of a change of a page. */
export type Change = { at: Date; note: string };
