import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import type { EditorialNoun } from "#lib/nouns/cards";
import { publicationStateLabels } from "#lib/publication/labels";
import type { PublicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";
import { Confidence } from "#prisma/enums";

const STATES = Object.keys(publicationStateLabels) as PublicationState[];

/** A list of editors, read from its address: what is unknown is dropped. */
export const listQuery = z.object({
  q: searched(),
  etat: z.preprocess(firstOfRepeated, z.enum(["", ...STATES, ...Object.values(Confidence)])).catch(""),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(10_000)).catch(1),
});
export type ListQuery = z.output<typeof listQuery>;

export type ListedItem = EditorialState & { title: string };

export type ItemPage = { rows: ListedItem[]; total: number; page: number; pageCount: number; query: ListQuery };

export type NounOverview = { noun: EditorialNoun; drafts: number; scheduled: number; toConfirm: number };

/** An item that the public does not see yet. */
export type PendingItem = {
  noun: EditorialNoun;
  id: string;
  title: string;
  publishedAt: Date | null;
  updatedAt: Date;
  startsAt: Date | null;
};

export type VisibleItem = { noun: EditorialNoun; slug: string; title: string; publishedAt: Date; updatedAt: Date };
