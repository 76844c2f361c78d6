import { z } from "zod";
import { lastSave } from "#lib/audit/queries";
import type { Editor } from "#lib/auth/editor";
import { resetTemplate, saveTemplate } from "#lib/desks/texts/template-mutations";
import { autosaved } from "#lib/edge/autosaved";
import { type FormOutcome, firstErrorByField } from "#lib/edge/form-outcome";
import { twoTexts } from "#lib/edge/save-action";
import type { FormValues } from "#lib/forms/state";
import { mailKindLabels } from "#lib/mail/labels";
import {
  type TemplateTarget,
  templateFields,
  templateForm,
  templateItem,
  templateName,
  templateReset,
  templateTarget,
} from "#lib/mail/template-form";
import { findEditedTemplate, findStoredTemplate } from "#lib/mail/template-queries";
import { paths } from "#lib/platform/paths";
import { discardWorkingCopy, saveWorkingCopy } from "#lib/revisions/mutations";
import { findLatestRevision, findRevision } from "#lib/revisions/queries";
import type { Edition } from "#lib/revisions/schema";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

const GONE = "Cette séance n’existe plus. Votre texte n’est pas enregistré\u00A0: copiez-le avant de quitter la page.";
const NO_VERSION = "Cette version n’existe plus\u00A0: ouvrez de nouveau l’historique.";
const CHANGED = "Ce texte a changé entre-temps\u00A0: rechargez la page pour le relire.";

const whole = z.coerce.number().int().min(1).optional().catch(undefined);
const posted = z.object({
  id: templateTarget,
  step: z.enum(["save", "publish", "discard", "restore"]).catch("save"),
  subject: z.string().catch(""),
  body: z.string().catch(""),
  pen: z.uuid().nullable().catch(null),
  version: whole,
  replaces: whole,
  revision: whole,
});
type Posted = z.output<typeof posted>;

/** The page of a text, once something was done to it. */
export function textPage({ kind, webinarId }: TemplateTarget, query: Record<string, string>): string {
  return webinarId
    ? paths.adminEdit("webinaires", `${webinarId}/messages/${kind}`, query)
    : paths.adminEdit("envois", `textes/${kind}`, query);
}

const doneTo = (target: TemplateTarget, fait: string, opening: Date): FormOutcome => ({
  ok: true,
  redirectTo: textPage(target, { fait, ouverture: String(opening.getTime()) }),
});

async function editionOf(editor: Editor, { id, subject, body, pen }: Posted, auto: boolean): Promise<Edition> {
  const stored = await findEditedTemplate(editor, id);
  const values = { subject: subject.trim(), body: body.trim() };
  return { values, title: mailKindLabels[id.kind], pen, auto, stored: { subject: stored.subject, body: stored.body } };
}

/** Says who saved meanwhile, and shows their words beside what was typed: neither is lost. */
async function conflict(editor: Editor, target: TemplateTarget, typed: FormValues): Promise<FormOutcome> {
  const { noun, id } = templateItem(target);
  const [{ subject, body, version }, latest, saved] = await Promise.all([
    findEditedTemplate(editor, target),
    findLatestRevision(editor, noun, id),
    lastSave(editor, "mail-template", templateName(target)),
  ]);
  const copy = latest?.state === "working" ? latest : null;
  return twoTexts(
    {
      who: copy ? copy.author : (saved?.who ?? null),
      at: copy?.at ?? saved?.at ?? new Date(0),
      version: String(Math.max(version, latest?.version ?? 1)),
    },
    templateFields(target.kind),
    copy?.values ?? { subject, body },
    typed,
  );
}

/** Keeps words beside those that messages are sent with. */
const keep = (editor: Editor, { id, version, replaces }: Posted, edition: Edition, at: Date) =>
  saveWorkingCopy(editor, { ...templateItem(id), version: replaces ?? version ?? 0 }, edition, at, (_editor, _id, tx) =>
    findStoredTemplate(tx, id, at),
  );

async function publish(
  editor: Editor,
  asked: Posted,
  typed: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<FormOutcome> {
  const parsed = await templateForm.safeParseAsync(typed);
  if (!parsed.success) return { ok: false, fieldErrors: firstErrorByField(parsed.error) };
  const edition = await editionOf(editor, asked, false);
  const outcome = await saveTemplate(editor, parsed.data, at, edition);
  if (outcome.ok) return doneTo(asked.id, "en-service", at);
  return outcome.reason === "stale" ? conflict(editor, asked.id, edition.values) : { ok: false, formError: GONE };
}

async function restore(editor: Editor, asked: Posted, at: Date): Promise<FormOutcome> {
  const { noun, id } = templateItem(asked.id);
  const revision = asked.revision ? await findRevision(editor, noun, id, asked.revision) : null;
  if (!revision) return { ok: false, formError: NO_VERSION };
  const kept = await keep(editor, asked, { ...(await editionOf(editor, asked, false)), values: revision.values }, at);
  return kept.ok ? doneTo(asked.id, "repris-version", at) : { ok: false, formError: NO_VERSION };
}

/** The schema and the work of the action that saves the words of a message and puts them to use, for `formAction`. */
export const textAction = (clock: () => Date) => ({
  schema: z.looseObject({ id: templateTarget }),
  run: async (
    { id: target, ...typed }: Record<string, unknown> & { id: TemplateTarget },
    editor: Editor,
  ): Promise<FormOutcome> => {
    const at = clock();
    const raw = { ...typed, id: templateName(target) };
    const asked = posted.parse(raw);
    if (target.webinarId && !(await findWebinarTerms(editor, target.webinarId))) return { ok: false, formError: GONE };
    if (asked.step === "publish") return publish(editor, asked, raw, at);
    if (asked.step === "restore") return restore(editor, asked, at);
    if (asked.step === "discard") {
      await discardWorkingCopy(editor, templateItem(target), at);
      return doneTo(target, "abandonne", at);
    }
    const edition = await editionOf(editor, asked, false);
    const kept = await keep(editor, asked, edition, at);
    return kept.ok ? doneTo(target, "garde-texte", at) : conflict(editor, target, edition.values);
  },
});

/** The same for what its form saves by itself while somebody types: never what a message is sent with. */
export const textAutosave = (clock: () => Date) => ({
  schema: posted,
  run: async (asked: Posted, editor: Editor): Promise<FormOutcome> => {
    const at = clock();
    const { webinarId } = asked.id;
    if (webinarId && !(await findWebinarTerms(editor, webinarId))) return autosaved({ ok: false, reason: "gone" }, at);
    const edition = await editionOf(editor, asked, true);
    return autosaved(await keep(editor, { ...asked, replaces: undefined }, edition, at), at);
  },
});

/** The same for what brings back the words of before the team wrote its own. */
export const textReset = (clock: () => Date) => ({
  schema: templateReset,
  run: async (input: z.output<typeof templateReset>, editor: Editor): Promise<FormOutcome> => {
    const at = clock();
    const outcome = await resetTemplate(editor, input, at, mailKindLabels[input.id.kind]);
    return outcome.ok ? doneTo(input.id, "origine", at) : { ok: false, formError: CHANGED };
  },
});
