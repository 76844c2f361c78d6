import { z } from "zod";
import { firstOfRepeated } from "#lib/forms/fields";
import type { FormValues } from "#lib/forms/state";
import type { RevisionState } from "#prisma/enums";

/** What a form holds when it is saved. */
export type Edition = {
  values: FormValues;
  title: string;
  /** Which opening of the form: what it sends again after an answer was lost is no conflict. */
  pen: string | null;
  /** Saved by the form itself. */
  auto: boolean;
  /** What the item holds without revisions: the first one keeps it. */
  stored: FormValues | null;
};

export type Revision = {
  id: string;
  version: number;
  state: RevisionState;
  title: string;
  values: FormValues;
  auto: boolean;
  at: Date;
  /** Null when nobody knows. */
  author: string | null;
};

/** What became of what a form saves by itself. */
export type AutosaveAnswer =
  | { status: "saved"; version: string; hour: string }
  | { status: "conflict" | "untitled" | "gone" };

/** A passage of a text beside that of before. */
export type WordChange = { kind: "same" | "added" | "removed"; text: string };

const whole = (most: number) => z.preprocess(firstOfRepeated, z.coerce.number().int().min(1).max(most));

/** The history of an item, read from its address: a version of it, and a page of the list. */
export const historyQuery = z.object({
  version: whole(2_000_000_000).optional().catch(undefined),
  page: whole(10_000).catch(1),
});
export type HistoryQuery = z.output<typeof historyQuery>;
