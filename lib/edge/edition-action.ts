import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { autosaved } from "#lib/edge/autosaved";
import { doneHref } from "#lib/edge/done-href";
import type { FindingsOf } from "#lib/edge/findings-action";
import { type FormOutcome, firstErrorByField } from "#lib/edge/form-outcome";
import { despiteOf, harmRefusal } from "#lib/edge/harm-guard";
import { throwAway } from "#lib/edge/publish-action";
import { conflict, GONE, saveAction } from "#lib/edge/save-action";
import { type AnyDesk, type AnySave, formOf } from "#lib/edit-forms/desk";
import { fieldValues, typedIn } from "#lib/edit-forms/fields";
import type { Edit } from "#lib/edit-forms/schema";
import { despiteField, isHarmful } from "#lib/editorial/schema";
import { optionalLine, parisInstant } from "#lib/forms/fields";
import type { FormValues } from "#lib/forms/state";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";
import { discardWorkingCopy, saveWorkingCopy } from "#lib/revisions/mutations";
import { findRevision } from "#lib/revisions/queries";

/** What a noun asks of a save, and says of it, besides. */
export type Scruples = {
  /** Why the address does not change although the page is not online; null when it may. */
  keptSlug?(editor: Editor, before: EditorialState): Promise<string | null>;
  /** What the editor must agree to before this is saved; null when there is nothing. @param seen.shown what they agree to */
  ask?(
    editor: Editor,
    input: Edit,
    before: EditorialState | null,
    seen: { shown: string; at: Date },
  ): Promise<FormOutcome | null>;
  /** What else the page that follows counts. */
  counts?(posted: Posted): Promise<Readonly<Record<string, number>>>;
};
type Saved = { save: AnySave; findingsOf: FindingsOf };
type EditedDesk = AnyDesk & Scruples & Saved & { noun: EditorialNoun; clock: () => Date };
type Posted = Readonly<Record<string, unknown>>;

const NOTE_LENGTH = 300;
const DONE = { save: "enregistre", publish: "publie", schedule: "programme" } as const;
const KEPT = { draft: "brouillon", scheduled: "attend", published: "garde", withdrawn: "brouillon" } as const;
const WHEN = "Indiquez la date et l’heure de publication.";
const PAST = "Cette date est passée\u00A0: publiez maintenant, ou choisissez une date à venir.";
const INCOMPLETE =
  "Rien n’est publié pour le moment. Vous pouvez enregistrer tel quel, et compléter plus tard ce qui manque.";

const RESTORED_OVER = "Cette fiche a été enregistrée entre-temps\u00A0: ouvrez de nouveau son historique.";

const id = z.uuid().catch(() => randomUUID());
const version = z.coerce.number().int().min(0).catch(0);
const pen = z.uuid().nullable().catch(null);
const instant = z.object({ publishAt: parisInstant(WHEN) });
const noted = z.object({ changeNote: optionalLine(NOTE_LENGTH), ...despiteField });

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

const titleIn = (noun: EditorialNoun, posted: Posted): string =>
  cardOf(noun)
    .title.map((name) => text(posted[name]).replace(/\s+/g, " "))
    .filter(Boolean)
    .join(" ");

/** A form that was posted, read beside what is stored of its item. */
async function readEdition(editor: Editor, posted: Posted, desk: EditedDesk, auto: boolean) {
  const item = id.parse(posted.id);
  const row = await desk.find(editor, item);
  const { fields, kept } = await formOf(desk, editor, row);
  const stored = row && fieldValues(fields, desk.values(row));
  const values = typedIn(fields, posted);
  const edition = { values, title: titleIn(desk.noun, posted), pen: pen.parse(posted.pen), auto, stored };
  const over = version.parse(text(posted.replaces) || posted.version);
  return { item: { noun: desk.noun, id: item, version: over }, row, fields, kept, edition };
}

/** Saves what is complete and not online in its row, as it would be published; publishes when asked to. */
async function saveThrough(
  editor: Editor,
  posted: Posted,
  step: keyof typeof DONE,
  desk: EditedDesk,
): Promise<FormOutcome | null> {
  const at = desk.clock();
  const { item, row, fields, kept, edition } = await readEdition(editor, posted, desk, false);
  const chosen = step === "schedule" ? instant.safeParse(posted) : null;
  if (chosen && !chosen.success) return { ok: false, fieldErrors: firstErrorByField(chosen.error) };
  if (chosen && chosen.data.publishAt <= at) return { ok: false, fieldErrors: { publishAt: PAST } };
  const told = noted.safeParse(posted);
  if (step !== "save" && !told.success) return { ok: false, fieldErrors: firstErrorByField(told.error) };
  const note = told.data?.changeNote ?? null;
  const state = row && publicationState(row, at);
  const isWatched = step !== "save" || state === "scheduled";
  const found = isWatched ? await desk.findingsOf(editor, fields, edition.values, at) : [];
  const harms = found.filter(isHarmful);
  const reason = told.data?.despite ?? null;
  const despite = despiteOf(harms, reason);
  const kind = step === "publish" ? ({ kind: "publish", ...despite } as const) : undefined;
  const publication = chosen ? ({ kind: "schedule", at: chosen.data.publishAt, ...despite } as const) : kind;
  const counts = (await desk.counts?.(posted)) ?? {};
  const { schema, run } = saveAction({
    ...desk,
    fields: () => fields,
    done: DONE[step],
    ask: async (who, input, before) =>
      (await desk.ask?.(who, input, before, { shown: text(posted.shown), at })) ?? null,
    told: () => counts,
    save: (who, input, now) => desk.save(who, input, now, { ...edition, publication, note }),
  });
  const parsed = await schema.safeParseAsync({ ...posted, ...kept, id: item.id });
  if (step === "save" && (!parsed.success || state === "published" || harms.length)) return null;
  if (parsed.success && harms.length && !reason) return harmRefusal(harms, step);
  if (parsed.success) return run(parsed.data, editor);
  return {
    ok: false,
    fieldErrors: firstErrorByField(parsed.error),
    formError: INCOMPLETE,
    echo: insteadOf(parsed.error),
  };
}

const insteadOf = (error: z.ZodError): FormValues =>
  Object.fromEntries(
    error.issues.flatMap((issue) => {
      const instead: unknown = issue.code === "custom" ? issue.params?.instead : undefined;
      return typeof instead === "string" ? [[String(issue.path[0] ?? ""), instead]] : [];
    }),
  );

/** Without a title nobody finds a draft again: what its schema says of it. */
async function untitled(posted: Posted, desk: EditedDesk): Promise<FormOutcome> {
  const { title } = cardOf(desk.noun);
  const parsed = await desk.schema.safeParseAsync(posted);
  const errors = parsed.success ? {} : firstErrorByField(parsed.error);
  return { ok: false, fieldErrors: { [title[0]]: errors[title[0]] ?? "Indiquez le titre." } };
}

async function keep(editor: Editor, posted: Posted, desk: EditedDesk): Promise<FormOutcome> {
  const { item, row, fields, edition: typed } = await readEdition(editor, posted, desk, false);
  const edition = { ...typed, values: (await desk.tidy?.(typed.values)) ?? typed.values };
  if (!edition.title) return untitled(posted, desk);
  const kept = await saveWorkingCopy(editor, item, edition, desk.clock(), desk.find);
  if (kept.ok) {
    const counts = await desk.counts?.(posted);
    const done = row ? KEPT[publicationState(row, desk.clock())] : KEPT.draft;
    return { ok: true, redirectTo: doneHref(desk.noun, item.id, done, String(kept.version), counts) };
  }
  return kept.reason === "stale"
    ? conflict(editor, item.id, edition.values, { ...desk, fields: () => fields })
    : { ok: false, formError: GONE };
}

async function discard(editor: Editor, posted: Posted, desk: EditedDesk): Promise<FormOutcome> {
  const item = id.parse(posted.id);
  const row = await desk.find(editor, item);
  if (!row) return throwAway(editor, { noun: desk.noun, id: item }, desk.clock());
  await discardWorkingCopy(editor, { noun: desk.noun, id: item }, desk.clock());
  return { ok: true, redirectTo: doneHref(desk.noun, item, "abandonne", String(desk.clock().getTime())) };
}

/** A version of before becomes what is being written, as if it had just been typed. */
async function restore(editor: Editor, posted: Posted, desk: EditedDesk): Promise<FormOutcome> {
  const { item, fields, edition } = await readEdition(editor, posted, desk, false);
  const revision = await findRevision(editor, desk.noun, item.id, version.parse(posted.revision));
  if (!revision) return { ok: false, formError: GONE };
  const { title } = revision;
  const values = typedIn(fields, revision.values);
  const kept = await saveWorkingCopy(editor, item, { ...edition, title, values }, desk.clock(), desk.find);
  if (!kept.ok) return { ok: false, formError: RESTORED_OVER };
  return { ok: true, redirectTo: doneHref(desk.noun, item.id, "repris-version", String(kept.version)) };
}

type DeskOf = (noun: EditorialNoun) => AnyDesk & Scruples & Saved;

/** The schema and the work of the action that saves and publishes the nouns that share their screens, for `formAction`. */
export const editionAction = (nouns: readonly EditorialNoun[], deskOf: DeskOf, clock: () => Date) => ({
  schema: z.looseObject({
    noun: z.enum(nouns, GONE),
    step: z.enum(["save", "publish", "schedule", "discard", "restore"]).catch("save"),
  }),
  run: async (
    { noun, step, ...posted }: Posted & { noun: EditorialNoun; step: keyof typeof DONE | "discard" | "restore" },
    editor: Editor,
  ): Promise<FormOutcome> => {
    const desk = { ...deskOf(noun), noun, clock };
    if (step === "discard") return discard(editor, posted, desk);
    if (step === "restore") return restore(editor, posted, desk);
    return (await saveThrough(editor, posted, step, desk)) ?? keep(editor, posted, desk);
  },
});

/**
 * The schema and the work of what a form saves by itself while somebody types, for `formAction`: the working copy, never
 * what the public reads.
 */
export const autosaveAction = (nouns: readonly EditorialNoun[], deskOf: DeskOf, clock: () => Date) => ({
  schema: z.looseObject({ noun: z.enum(nouns, GONE), id: z.uuid(GONE) }),
  run: async ({ noun, ...posted }: Posted & { noun: EditorialNoun }, editor: Editor): Promise<FormOutcome> => {
    const desk = { ...deskOf(noun), noun, clock };
    const { item, edition } = await readEdition(editor, { ...posted, replaces: "" }, desk, true);
    const at = clock();
    if (!edition.title) return autosaved({ ok: false, reason: "untitled" }, at);
    return autosaved(await saveWorkingCopy(editor, item, edition, at, desk.find), at);
  },
});
