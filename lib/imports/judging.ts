import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { missingToPublish } from "#lib/desks/missing";
import { fieldValues } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { lineFaults } from "#lib/imports/labels";
import type { Judged, ReadLine } from "#lib/imports/schema";
import { isTrashed } from "#lib/publication/trash/queries";
import { findLatestRevision } from "#lib/revisions/queries";
import { changedNames } from "#lib/revisions/rules";

export const NOUN = "resource" as const;

type Held = { values: FormValues; version: number };

/** What the form of a resource opens on. */
async function findHeld(viewer: Viewer, fields: readonly EditField[], id: string): Promise<Held | null> {
  const desk = deskOf(NOUN);
  const [row, latest] = await Promise.all([desk.find(viewer, id), findLatestRevision(viewer, NOUN, id)]);
  const version = Math.max(row?.version ?? 0, latest?.version ?? 0);
  if (latest?.state === "working") return { values: latest.values, version };
  return row && { values: fieldValues(fields, desk.values(row)), version };
}

/** The same once it was saved: numbers, addresses and lists as they are stored. */
async function asStored(fields: readonly EditField[], values: FormValues): Promise<FormValues> {
  const desk = deskOf(NOUN);
  const parsed = await desk.schema.safeParseAsync(values);
  return parsed.success ? fieldValues(fields, desk.values(parsed.data)) : values;
}

const refused = (words: readonly string[], itemId: string | null): Judged & Judgement => ({
  outcome: "refused",
  words: words.join(" "),
  itemId,
  before: null,
  next: {},
  version: 0,
});

/** @property next what the form is to hold @property version that it is written over */
export type Judgement = { next: FormValues; version: number };

/**
 * What a line would do as things stand: what is written wrong refuses it, what is missing does not, since a draft may lack it.
 * @param itemId what its identifier meant until now
 */
export async function judge(
  viewer: Viewer,
  fields: readonly EditField[],
  { typed, faults, title }: Pick<ReadLine, "typed" | "faults" | "title">,
  itemId: string | null,
): Promise<Judged & Judgement> {
  if (faults.length) return refused(faults, itemId);
  if (itemId && (await isTrashed(viewer, itemId))) return refused([lineFaults.trashed], itemId);
  const held = itemId ? await findHeld(viewer, fields, itemId) : null;
  if (!held && !title) return refused([lineFaults.title], itemId);
  const { values, version } = held ?? { values: fieldValues(fields, deskOf(NOUN).initial ?? {}), version: 0 };
  const next = { ...values, ...typed };
  const shortcomings = await missingToPublish(NOUN, fields, next);
  const wrong = shortcomings.filter(({ name }) => name in typed);
  if (wrong.length)
    return refused(
      wrong.map(({ label, message }) => `${label}\u00A0: ${message}`),
      itemId,
    );
  const names = held ? changedNames(values, shortcomings.length ? next : await asStored(fields, next)) : [];
  const labelled = (wanted: readonly string[]) =>
    fields.filter(({ name }) => wanted.includes(name)).map(({ label }) => label);
  const lacking = labelled(shortcomings.map(({ name }) => name)).join(", ");
  const words = [labelled(names).join(", "), lacking && `Reste à compléter\u00A0: ${lacking}.`]
    .filter(Boolean)
    .join(". ");
  const outcome = held ? (names.length ? "change" : "same") : "make";
  return { outcome, words: outcome === "same" ? "" : words, itemId, before: held?.values ?? null, next, version };
}
