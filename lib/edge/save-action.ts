import { z } from "zod";
import { lastSave } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import { doneHref } from "#lib/edge/done-href";
import type { FormOutcome } from "#lib/edge/form-outcome";
import type { Desk } from "#lib/edit-forms/desk";
import { fieldValues, fieldWords, proposedSlug } from "#lib/edit-forms/fields";
import type { Edit, EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { formatTimestamp } from "#lib/platform/dates";
import { freeSlug } from "#lib/platform/text";
import { wasPublic } from "#lib/publication/departures/queries";
import type { Saved } from "#lib/publication/mutations";
import type { EditorialState } from "#lib/publication/schema";
import { findLatestRevision } from "#lib/revisions/queries";
import { holdSame } from "#lib/revisions/rules";

type Saving<S extends z.ZodType<Edit>, Row extends EditorialState> = Desk<S, Row> & {
  noun: EditorialNoun;
  clock: () => Date;
  save: (editor: Editor, input: z.output<S>, at: Date) => Promise<Saved>;
  /** Why the address does not change although the page is not online; null when it may. */
  keptSlug?: (editor: Editor, before: Row) => Promise<string | null>;
  /** What the editor must agree to before this is saved; null when there is nothing. */
  ask?: (editor: Editor, input: z.output<S>, before: Row | null) => Promise<FormOutcome | null>;
  /** What the page that follows says was done, in one word of its address. */
  done?: string;
  /** What else the page that follows counts. */
  told?: (input: z.output<S>) => Readonly<Record<string, number>>;
};

export const storedName = (name: string): string => `stored.${name}`;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const prepared = (slugFrom: readonly string[], isTaken: (slug: string) => boolean) => (typed: unknown) => {
  const values = { ...(typed as Record<string, unknown>) };
  const wished = text(values.slug) ? null : proposedSlug(slugFrom.map((name) => text(values[name])).join(" "));
  const slug = wished === null ? text(values.slug) : freeSlug(wished, isTaken);
  return { ...values, slug, wished, version: text(values.replaces) || values.version };
};

const MOST_ALIKE = 200;

/** `wished`: the address that was drawn from the title; null when one was typed. */
type Proposed<S extends z.ZodType<Edit>> = z.output<S> & { wished: string | null };

async function saveNumbered<T extends { slug: string }>(
  input: T,
  wished: string | null,
  save: (input: T) => Promise<Saved>,
) {
  const outcome = await save(input);
  for (
    let rank = 2;
    wished !== null && !outcome.ok && outcome.reason === "slug-taken" && rank < MOST_ALIKE;
    rank += 1
  ) {
    const slug = `${wished}-${rank}`;
    const next = slug === input.slug ? outcome : await save({ ...input, slug });
    if (next.ok || next.reason !== "slug-taken") return next;
  }
  return outcome;
}

function differences(fields: readonly EditField[], stored: FormValues, typed: FormValues): FormValues {
  const words = (values: FormValues, field: EditField) => fieldWords(field, values[field.name]);
  return Object.fromEntries(
    fields
      .filter(({ name }) => !holdSame({ [name]: stored[name] ?? "" }, { [name]: typed[name] ?? "" }))
      .map((field) => [storedName(field.name), words(stored, field) || "(vide)"]),
  );
}

type Stored = Pick<Desk<z.ZodType<Edit>, EditorialState>, "fields"> & {
  noun: EditorialNoun;
  find: (editor: Editor, id: string) => Promise<EditorialState | null>;
  values: (row: never) => Record<string, unknown>;
};

/** Says who saved meanwhile, and shows their words beside what was typed: neither is lost. */
export async function conflict(
  editor: Editor,
  id: string,
  typed: FormValues,
  { noun, find, fields: fieldsFor, values }: Stored,
): Promise<FormOutcome> {
  const [row, latest, saved, fields] = await Promise.all([
    find(editor, id),
    findLatestRevision(editor, noun, id),
    lastSave(editor, noun, id),
    fieldsFor(editor),
  ]);
  if (!row && !latest) return { ok: false, formError: GONE };
  const copy = latest?.state === "working" || (latest && latest.version >= (row?.version ?? 0)) ? latest : null;
  const who = copy ? copy.author : (saved?.who ?? null);
  const when = copy?.at ?? saved?.at ?? row?.updatedAt ?? new Date(0);
  const version = String(Math.max(row?.version ?? 0, latest?.version ?? 0));
  const stored = copy?.state === "working" || !row ? (copy?.values ?? {}) : fieldValues(fields, values(row as never));
  return twoTexts({ who, at: when, version }, fields, stored, typed);
}

/** What is stored beside what was typed, field by field. */
export function twoTexts(
  { who, at, version }: { who: string | null; at: Date; version: string },
  fields: readonly EditField[],
  stored: FormValues,
  typed: FormValues,
): FormOutcome {
  return {
    ok: false,
    formError: `${who ?? "Le portail"} a enregistré cette fiche pendant que vous l’écriviez (${formatTimestamp(at)}). Votre texte est conservé ci-dessous, mais il n’est pas enregistré. Là où les deux diffèrent, le texte enregistré est montré sous le vôtre\u00A0: reprenez-en ce qu’il faut, puis cochez la case qui précède le bouton pour remplacer.`,
    echo: {
      storedVersion: version,
      ...differences(fields, stored, typed),
    },
  };
}

export const GONE =
  "Cette fiche, ou une autre qu’elle cite, n’existe plus. Votre texte n’est pas enregistré\u00A0: copiez-le avant de quitter la page.";
const SLUG_TAKEN = "Une autre fiche a déjà cette adresse\u00A0: choisissez-en une autre.";
const SLUG_FIXED = "La page a été en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

/** The schema and the work of the action that saves a noun, for `formAction`. */
export function saveAction<S extends z.ZodType<Edit>, Row extends EditorialState>(desk: Saving<S, Row>) {
  const run = async ({ wished, ...typed }: Proposed<S>, editor: Editor): Promise<FormOutcome> => {
    const input = typed as z.output<S>;
    const { id } = input;
    const before = id === undefined ? null : await desk.find(editor, id);
    if (before && before.slug !== input.slug) {
      const known = await wasPublic(before, desk.clock());
      const kept = known ? SLUG_FIXED : await desk.keptSlug?.(editor, before);
      if (kept) return { ok: false, fieldErrors: { slug: kept } };
    }
    // Typed over an older text, it will be refused anyway: one question at a time.
    const isCurrent = !before || before.version === input.version;
    const question = isCurrent && (await desk.ask?.(editor, input, before));
    if (question) return question;
    const outcome = await saveNumbered(input, wished, (named) => desk.save(editor, named, desk.clock()));
    if (outcome.ok) {
      const opening = String(input.version + 1);
      return {
        ok: true,
        redirectTo: doneHref(desk.noun, outcome.id, desk.done ?? "enregistre", opening, desk.told?.(input)),
      };
    }
    if (outcome.reason === "slug-taken") return { ok: false, fieldErrors: { slug: SLUG_TAKEN } };
    if (outcome.reason === "stale" && id !== undefined) {
      return conflict(editor, id, fieldValues(await desk.fields(editor), desk.values(input)), desk);
    }
    return { ok: false, formError: GONE };
  };
  const proposal = z.object({ wished: z.string().nullable() });
  const isTaken = desk.isOwnAddress ?? (() => false);
  const schema = z.preprocess(prepared(cardOf(desk.noun).title, isTaken), z.intersection(desk.schema, proposal));
  return { schema, run };
}
