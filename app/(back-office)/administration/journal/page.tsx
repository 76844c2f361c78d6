import type { Metadata } from "next";
import { JournalScreen } from "#components/back-office/journal";
import { actWords } from "#lib/audit/labels";
import { type AuditLine, listAudit } from "#lib/audit/queries";
import { centreFields } from "#lib/centres/fields";
import { cycleFields } from "#lib/cycles/fields";
import { requireEditor } from "#lib/edge/session";
import { listQuery } from "#lib/editorial/admin-list";
import { titlesOf } from "#lib/editorial/overview";
import { EDITORIAL_NOUNS, type EditField } from "#lib/editorial/schema";
import { sectionOf } from "#lib/editorial/sections";
import { figureFields } from "#lib/figures/fields";
import { termFields } from "#lib/glossary/fields";
import { mailKindLabels } from "#lib/mail/labels";
import { isMailKind, parseTemplateName, templateFields } from "#lib/mail/template-form";
import { needFields } from "#lib/needs/fields";
import { pageFields } from "#lib/pages/fields";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";
import { resourceFields } from "#lib/resources/fields";
import { webinarFields } from "#lib/webinars/fields";

export const metadata: Metadata = { title: "Journal" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The text of a message, for every session or for one. */
function textOf(name: string, titles: ReadonlyMap<string, string>) {
  const text = parseTemplateName(name);
  if (!text) return null;
  const { kind, webinarId } = text;
  const label = mailKindLabels[kind];
  if (!webinarId) return { label, href: paths.adminEdit("messages", `textes/${kind}`) };
  const href = paths.adminEdit("webinaires", `${webinarId}/messages/${kind}`);
  return { label: `${label}, ${titles.get(webinarId) ?? "séance supprimée"}`, href };
}

function targetOf({ noun, target }: AuditLine, titles: ReadonlyMap<string, string>) {
  const label = titles.get(target);
  const edited = EDITORIAL_NOUNS.find((known) => known === noun);
  if (edited && label) return { label, href: paths.adminEdit(sectionOf[edited], target) };
  if (noun === "cycle") return { label: "voir le cycle", href: paths.adminEdit("cycles", target) };
  if (noun === "mail-template") return textOf(target, titles);
  return noun === "mail" ? { label: "voir le message", href: paths.adminEdit("messages", target) } : null;
}

const fields: Record<string, readonly EditField[]> = {
  need: needFields([]),
  centre: centreFields,
  resource: resourceFields({ needs: [], centres: [] }),
  cycle: cycleFields,
  webinar: webinarFields({ needs: [], cycles: [] }),
  page: pageFields,
  term: termFields,
  figure: figureFields,
  "mail-template": templateFields("announcement"),
};

function fieldLabel(noun: string, name: string): string {
  const known = fields[noun] ?? [];
  return (
    known.find((field) => field.name === name)?.label ??
    known.find(({ errorName }) => errorName === name)?.group ??
    name
  );
}

/** What was done, and to which message of the session. */
const doneWords = ({ action, kind }: AuditLine): string =>
  kind && isMailKind(kind) ? `${actWords(action)} ${quoted(mailKindLabels[kind])}` : actWords(action);

export default async function Journal({ searchParams }: Props) {
  const editor = await requireEditor();
  const { items, ...pages } = await listAudit(editor, listQuery.parse(await searchParams));
  const titles = await titlesOf(
    editor,
    items.map(({ noun, target }) =>
      noun === "mail-template" ? (parseTemplateName(target)?.webinarId ?? target) : target,
    ),
  );
  const lines = items.map((line) => ({
    ...line,
    act: doneWords(line),
    target: targetOf(line, titles),
    // A creation fills every field: only what a later save changed is worth reading.
    fields: line.action.endsWith(".update") ? line.fields.map((name) => fieldLabel(line.noun, name)) : [],
  }));
  return <JournalScreen lines={lines} {...pages} />;
}
