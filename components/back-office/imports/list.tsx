import { BringTableForm } from "#components/back-office/imports/bring-form";
import { Panel, Screen } from "#components/back-office/screen";
import { IfMayAct } from "#components/forms/may-act";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { importStateLabels } from "#lib/imports/labels";
import type { ImportSummary } from "#lib/imports/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

function Imports({ imports }: { imports: readonly ImportSummary[] }) {
  return (
    <ul>
      {imports.map(({ id, name, state, total, at, author }) => (
        <li key={id} className="grid gap-1 border-line border-t py-3 first:border-t-0">
          <p className="flex flex-wrap items-center gap-x-3">
            <a href={paths.adminImport(id)} className="inline-flex min-h-11 items-center font-semibold">
              {name}
            </a>
            <Tag look={state === "done" ? "strong" : "plain"}>{importStateLabels[state]}</Tag>
          </p>
          <p className="text-muted">
            {counted(total, "ligne", "lignes")}, {formatTimestamp(at)}
            {author && `, ${author}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Where a table of resources is brought, and those that were. */
export function ImportsScreen({ imports, bring }: { imports: readonly ImportSummary[]; bring: FormAction }) {
  return (
    <Screen title="Importer des ressources" parent={{ label: "Ressources", href: paths.adminList("ressources") }}>
      <p className="max-w-prose">
        Rien n’est écrit avant que vous ayez lu ce que chaque ligne ferait. Une ressource nouvelle arrive en brouillon
        {"\u00A0"}; une ressource en ligne garde son texte, et la nouvelle version attend d’être publiée.
      </p>
      <IfMayAct>
        <Panel title="Un tableau">
          <BringTableForm action={bring} />
        </Panel>
      </IfMayAct>
      {imports.length > 0 && (
        <Panel title="Derniers imports">
          <Imports imports={imports} />
        </Panel>
      )}
    </Screen>
  );
}
