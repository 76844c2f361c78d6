import { z } from "zod";
import { firstOfRepeated, optionalText, tickBox } from "#lib/forms/fields";
import type { Narrowing } from "#lib/nouns/card";
import { type EditorialNoun, SHARED_NOUNS } from "#lib/nouns/cards";

/** How many items one act changes at most: those that remain wait for the next one. */
export const MOST_AT_ONCE = 2_000;
/** For how long a change may be undone. */
export const UNDONE_WITHIN_DAYS = 30;

/** `mistake` withdraws what should never have been there; `value` null is none of the choices. */
export type Act =
  | { kind: "publish" | "withdraw" | "mistake" | "review" | "trash" }
  | { kind: "assign"; ownerId: string | null }
  | { kind: "add" | "remove"; narrowing: Narrowing; value: string }
  | { kind: "set"; narrowing: Narrowing; value: string | null };

/**
 * What an act does to an item: `same` has it already, `waiting` has words that nobody published, `draft` was never online,
 * `public` was read, `last` would be left without any.
 */
export const OUTCOMES = ["change", "same", "waiting", "draft", "public", "last"] as const;
export type Outcome = (typeof OUTCOMES)[number];

const identifier = z.uuid();
const ids = z.preprocess(
  (value) =>
    [value ?? []]
      .flat()
      .flatMap((text) => String(text).split(" "))
      .filter((text) => identifier.safeParse(text).success),
  z.array(z.string()).max(200),
);

/** What is chosen in a list, read from an address or from a form. */
export const selectionQuery = z.object({
  fiche: ids.catch([]),
  toutes: tickBox(),
  acte: z.preprocess(firstOfRepeated, z.string().max(120)).catch(""),
  raison: optionalText(300).catch(null),
});
export type Selection = z.output<typeof selectionQuery>;

const GONE = "Cette liste n’existe plus.";

export const bulkForm = z.looseObject({ noun: z.enum(SHARED_NOUNS, GONE), shown: z.coerce.number().int().min(0) });
export const undoForm = z.object({ noun: z.enum(SHARED_NOUNS, GONE), id: z.uuid(GONE) });

/** An act that may be chosen, as forms name it. */
export type Choice = { value: string; label: string };
export type ActGroup = { label: string; acts: readonly Choice[] };

/** `titles`: a few of them. `online`: how many of them the public reads. */
export type Foreseen = { outcome: Outcome; count: number; online: number; titles: string[] };

export type DoneChange = {
  id: string;
  words: string;
  count: number;
  at: Date;
  author: string | null;
  undoneAt: Date | null;
};

/** What was before, as the database keeps it. */
export type ChangedItem = { id: string; version: number | null; before: unknown };

export type Chosen = { noun: EditorialNoun; act: Act; words: string; reason: string | null };

/** Of a change that was undone, the items that somebody had changed since. */
export const leftQuery = z.object({
  restent: z.preprocess(firstOfRepeated, z.coerce.number().int().positive()).catch(0),
});
