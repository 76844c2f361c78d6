import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/editor";
import { changesOf } from "#lib/desks/history";
import type { Shortcoming } from "#lib/edit-forms/schema";
import { mailKindLabels } from "#lib/mail/labels";
import { type TemplateTarget, templateFields, templateForm, templateItem, templateName } from "#lib/mail/template-form";
import { findEditedTemplate } from "#lib/mail/template-queries";
import { withVariableNames } from "#lib/mail/variables";
import { findLatestRevision, listRevisions } from "#lib/revisions/queries";
import type { HistoryQuery } from "#lib/revisions/schema";

/** What the screen of a text opens on: the words that wait, else those that messages are sent with. */
export async function openText(viewer: Viewer, target: TemplateTarget) {
  const { noun, id } = templateItem(target);
  const [{ subject, body, origin, version }, latest] = await Promise.all([
    findEditedTemplate(viewer, target),
    findLatestRevision(viewer, noun, id),
  ]);
  const fields = templateFields(target.kind);
  const copy = latest?.state === "working" ? latest : null;
  const values = copy?.values ?? { subject, body };
  const name = templateName(target);
  const read = await templateForm.safeParseAsync({ ...values, id: name, version: "1" });
  const missing: Shortcoming[] = (read.error?.issues ?? []).flatMap(({ path: [place], message }) => {
    const field = fields.find((one) => one.name === place);
    return field ? [{ name: field.name, label: field.label, message }] : [];
  });
  return {
    text: {
      name,
      origin,
      fields,
      values,
      version: Math.max(version, latest?.version ?? 1),
      pen: randomUUID(),
      copy,
      missing,
    },
    /** Words that can be shown as a message: what waits cannot be while something is wrong in it. */
    words: read.success ? read.data : { subject: withVariableNames(subject), body: withVariableNames(body) },
  };
}

/** The history of a text as its screen shows it. */
export async function textHistory(viewer: Viewer, target: TemplateTarget, query: HistoryQuery) {
  const { noun, id } = templateItem(target);
  const { text } = await openText(viewer, target);
  const { shown, before, ...listed } = await listRevisions(viewer, noun, id, query);
  return {
    ...listed,
    title: mailKindLabels[target.kind],
    shown: shown && { ...shown, changes: changesOf(text.fields, shown, before), isFirst: before === null },
    posted: { id: text.name, step: "restore", version: String(text.version) },
  };
}
