import type { Metadata } from "next";
import { JournalScreen } from "#components/back-office/journal";
import { actWords } from "#lib/audit/labels";
import { type AuditLine, listActors, listActs, listAudit } from "#lib/audit/queries";
import { daysOf, journalQuery } from "#lib/audit/schema";
import type { Viewer } from "#lib/auth/editor";
import { cycleFields } from "#lib/cycles/fields";
import { deskOf } from "#lib/desks/desks";
import { requireViewer } from "#lib/edge/session";
import type { EditField } from "#lib/edit-forms/schema";
import { titlesOf } from "#lib/items/queries";
import { mailKindLabels } from "#lib/mail/labels";
import { isMailKind, parseTemplateName, templateFields } from "#lib/mail/template-form";
import { CARDS, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { quoted } from "#lib/platform/text";
import { auditTargets } from "#lib/privacy/queries";

export const metadata: Metadata = { title: "Journal" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

function textOf(name: string, titles: ReadonlyMap<string, string>) {
  const text = parseTemplateName(name);
  if (!text) return null;
  const { kind, webinarId } = text;
  const label = mailKindLabels[kind];
  if (!webinarId) return { label, href: paths.adminEdit("envois", `textes/${kind}`) };
  const href = paths.adminEdit("webinaires", `${webinarId}/messages/${kind}`);
  return { label: `${label}, ${titles.get(webinarId) ?? "séance supprimée"}`, href };
}

function targetOf({ noun, target }: AuditLine, titles: ReadonlyMap<string, string>) {
  const label = titles.get(target);
  const edited = EDITORIAL_NOUNS.find((known) => known === noun);
  if (edited && label) return { label, href: paths.adminEdit(CARDS[edited].section, target) };
  if (noun === "cycle") return { label: "voir le cycle", href: paths.adminEdit("cycles", target) };
  if (noun === "mail-template") return textOf(target, titles);
  if (noun === "harvest") return { label: "voir la moisson", href: paths.adminList("moisson") };
  if (noun === "link") return { label: target, href: paths.adminList("liens") };
  if (noun === "person") return { label: "voir la personne", href: paths.adminEdit("personnes", target) };
  return noun === "mail" ? { label: "voir le message", href: paths.adminEdit("envois", target) } : null;
}

type Fields = ReadonlyMap<string, readonly EditField[]>;

async function fieldsOf(editor: Viewer, lines: readonly AuditLine[]): Promise<Fields> {
  const nouns = EDITORIAL_NOUNS.filter((known) => lines.some(({ noun }) => noun === known));
  const edited = nouns.map(async (noun) => [noun, await deskOf(noun).fields(editor)] as const);
  return new Map<string, readonly EditField[]>([
    ["cycle", cycleFields],
    ["mail-template", templateFields("announcement")],
    ...(await Promise.all(edited)),
  ]);
}

const fieldLabel = (fields: readonly EditField[] = [], name: string): string =>
  fields.find((field) => field.name === name)?.label ??
  fields.find(({ errorName }) => errorName === name)?.group ??
  name;

const doneWords = ({ action, kind }: AuditLine): string =>
  kind && isMailKind(kind) ? `${actWords(action)} ${quoted(mailKindLabels[kind])}` : actWords(action);

export default async function Journal({ searchParams }: Props) {
  const editor = await requireViewer();
  const query = journalQuery.parse(await searchParams);
  const [acts, actors, targets] = await Promise.all([
    listActs(editor),
    listActors(editor),
    query.personne ? auditTargets(editor, query.personne) : null,
  ]);
  const asked = { who: query.qui, act: query.acte, ...daysOf(query), targets, page: query.page };
  const { items, ...pages } = await listAudit(editor, asked);
  const titles = await titlesOf(
    editor,
    items.map(({ noun, target }) =>
      noun === "mail-template" ? (parseTemplateName(target)?.webinarId ?? target) : target,
    ),
  );
  const fields = await fieldsOf(editor, items);
  const lines = items.map((line) => ({
    ...line,
    act: doneWords(line),
    target: targetOf(line, titles),
    // A creation fills every field: only what a later save changed is worth reading.
    fields: line.action.endsWith(".update") ? line.fields.map((name) => fieldLabel(fields.get(line.noun), name)) : [],
  }));
  return <JournalScreen lines={lines} query={query} acts={acts} actors={actors} {...pages} />;
}
