import { z } from "zod";
import { lastSave } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import type { FormOutcome } from "#lib/edge/form-action";
import { fieldValues, fieldWords, proposedSlug } from "#lib/editorial/fields";
import type { Saved } from "#lib/editorial/mutations";
import { publicationState } from "#lib/editorial/rules";
import type { EditField, EditorialNoun, EditorialState } from "#lib/editorial/schema";
import { doneHref } from "#lib/editorial/sections";
import type { FormValues } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";

type Edit = { id?: string | undefined; version: number; slug: string };

type Saving<S extends z.ZodType<Edit>, Row extends EditorialState> = {
  noun: EditorialNoun;
  clock: () => Date;
  schema: S;
  slugFrom: readonly string[];
  fields: (editor: Editor) => EditField[] | Promise<EditField[]>;
  values: (row: Row | z.output<S>) => Record<string, unknown>;
  find: (editor: Editor, id: string) => Promise<Row | null>;
  save: (editor: Editor, input: z.output<S>, at: Date) => Promise<Saved>;
  /** Why the address does not change although the page is not online; null when it may. */
  keptSlug?: (editor: Editor, before: Row) => Promise<string | null>;
  /** What the editor must agree to before this is saved; null when there is nothing. */
  ask?: (editor: Editor, input: z.output<S>, before: Row) => Promise<FormOutcome | null>;
};

export const SESSION_ENDED =
  "Votre session a pris fin\u00A0: rien n’est enregistré, et votre texte est toujours là. Ouvrez la page de connexion dans un autre onglet, connectez-vous, puis revenez enregistrer ici.";

export const storedName = (name: string): string => `stored.${name}`;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const prepared = (slugFrom: readonly string[]) => (typed: unknown) => {
  const values = { ...(typed as Record<string, unknown>) };
  values.slug = text(values.slug) || proposedSlug(slugFrom.map((name) => text(values[name])).join(" "));
  values.version = text(values.replaces) || values.version;
  return values;
};

function differences(fields: readonly EditField[], stored: FormValues, typed: FormValues): FormValues {
  const words = (values: FormValues, field: EditField) => fieldWords(field, values[field.name]);
  return Object.fromEntries(
    fields
      .filter((field) => words(stored, field) !== words(typed, field))
      .map((field) => [storedName(field.name), words(stored, field) || "(vide)"]),
  );
}

/** Says who saved meanwhile, and shows their words beside what was typed: neither is lost. */
async function conflict<S extends z.ZodType<Edit>, Row extends EditorialState>(
  editor: Editor,
  input: z.output<S> & { id: string },
  { noun, fields: fieldsFor, values, find }: Saving<S, Row>,
): Promise<FormOutcome> {
  const [row, saved, fields] = await Promise.all([
    find(editor, input.id),
    lastSave(editor, noun, input.id),
    fieldsFor(editor),
  ]);
  if (!row) return { ok: false, formError: GONE };
  const who = saved?.who ?? "Le portail";
  const when = formatTimestamp(saved?.at ?? row.updatedAt);
  const stored = fieldValues(fields, values(row));
  return {
    ok: false,
    formError: `${who} a enregistré cette fiche pendant que vous l’écriviez (${when}). Votre texte est conservé ci-dessous, mais il n’est pas enregistré. Là où les deux diffèrent, le texte enregistré est montré sous le vôtre\u00A0: reprenez-en ce qu’il faut, puis cochez la case qui précède le bouton pour remplacer.`,
    echo: {
      storedVersion: String(row.version),
      ...differences(fields, stored, fieldValues(fields, values(input))),
    },
  };
}

const GONE =
  "Cette fiche, ou une autre qu’elle cite, n’existe plus. Votre texte n’est pas enregistré\u00A0: copiez-le avant de quitter la page.";
const SLUG_TAKEN = "Une autre fiche a déjà cette adresse\u00A0: choisissez-en une autre.";
const SLUG_FIXED = "La page est en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

/** The schema and the work of the action that saves a noun, for `formAction`. */
export function saveAction<S extends z.ZodType<Edit>, Row extends EditorialState>(noun: Saving<S, Row>) {
  const run = async (input: z.output<S>, editor: Editor | null): Promise<FormOutcome> => {
    if (!editor) return { ok: false, formError: SESSION_ENDED };
    const { id } = input;
    const before = id === undefined ? null : await noun.find(editor, id);
    if (before && before.slug !== input.slug) {
      const online = publicationState(before, noun.clock()) === "published";
      const kept = online ? SLUG_FIXED : await noun.keptSlug?.(editor, before);
      if (kept) return { ok: false, fieldErrors: { slug: kept } };
    }
    // Typed over an older text, it will be refused anyway: one question at a time.
    const question = before?.version === input.version && (await noun.ask?.(editor, input, before));
    if (question) return question;
    const outcome = await noun.save(editor, input, noun.clock());
    if (outcome.ok)
      return { ok: true, redirectTo: doneHref(noun.noun, outcome.id, "enregistre", String(input.version + 1)) };
    if (outcome.reason === "slug-taken") return { ok: false, fieldErrors: { slug: SLUG_TAKEN } };
    if (outcome.reason === "stale" && id !== undefined) return conflict(editor, { ...input, id }, noun);
    return { ok: false, formError: GONE };
  };
  return { schema: z.preprocess(prepared(noun.slugFrom), noun.schema), run };
}
