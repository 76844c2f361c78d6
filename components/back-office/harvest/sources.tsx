import { DoneNotice } from "#components/back-office/done-notice";
import { SourceForm } from "#components/back-office/harvest/source-form";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import type { Choice } from "#components/forms/select-field";
import type { ButtonLook } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import { siteKindLabels } from "#lib/crawl/labels";
import type { FormAction } from "#lib/forms/state";
import { harvestStateLabels } from "#lib/harvest/labels";
import type { HarvestSource, SourceAct } from "#lib/harvest/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

type Props = {
  sources: readonly HarvestSource[];
  centres: readonly Choice[];
  add: FormAction;
  change: FormAction;
  done: string | string[] | undefined;
  /** Another one after each act: the form is empty again, and keeps what is typed whatever others add meanwhile. */
  opening: string;
};

const looks = { waiting: "plain", running: "plain", done: "strong", failed: "doubt" } as const;

function whenWords({ state, endedAt, nextAt }: HarvestSource): string {
  const last = endedAt && state !== "running" ? `Dernier passage le ${formatTimestamp(endedAt)}. ` : "";
  return `${last}${nextAt ? `Prochain passage le ${formatTimestamp(nextAt)}.` : "En pause\u00A0: aucun passage n’est prévu."}`;
}

function Source({ source, change }: { source: HarvestSource; change: FormAction }) {
  const { id, url, centre, kind, state, report, nextAt, pending, total } = source;
  const button = (label: string, act: SourceAct, look: ButtonLook, folded?: string) => (
    <ActionButton
      action={change}
      values={{ id, act }}
      label={label}
      look={look}
      {...(folded && { folded: { summary: folded } })}
    />
  );
  const moving = state === "waiting" || state === "running";
  return (
    <li id={id} className="wrap-anywhere grid gap-2 border-line border-t py-4 first:border-t-0">
      <h3 className="text-lg">{french(centre)}</h3>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{url}</span>
        {kind && <Tag>{siteKindLabels[kind]}</Tag>}
        <Tag look={looks[state]}>{harvestStateLabels[state]}</Tag>
      </p>
      {report && <p className={state === "failed" ? "font-semibold text-danger" : ""}>{report}</p>}
      <p className="text-muted">{whenWords(source)}</p>
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.adminList("moisson", { source: id })} className="inline-flex min-h-11 items-center">
          {counted(pending, "proposition à trier", "propositions à trier")}, sur {total}
          <span className="sr-only"> de {url}</span>
        </a>
        {moving && (
          <a href={paths.adminEdit("moisson", "sources")} className="inline-flex min-h-11 items-center">
            Voir où en est la lecture<span className="sr-only"> de {url}</span>
          </a>
        )}
      </p>
      <div className="flex flex-wrap items-start gap-4">
        {!moving && button("Lire maintenant", "passage", "primary")}
        {nextAt ? button("Mettre en pause", "pause", "secondary") : button("Reprendre", "resume", "secondary")}
        {button("Supprimer la source et ses propositions", "delete", "danger", "Supprimer")}
      </div>
    </li>
  );
}

export function HarvestSourcesScreen({ sources, centres, add, change, done, opening }: Props) {
  return (
    <Screen title="Sources de la moisson" parent={{ label: "Moisson", href: paths.adminList("moisson") }}>
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Chaque source est lue une fois par semaine, une page à la fois, comme son fichier robots.txt le permet. Rien
        n’est copié que le titre, les premières phrases, l’auteur et la date.
      </p>
      <Panel title="Ajouter une source">
        <SourceForm key={opening} centres={centres} action={add} />
      </Panel>
      <Panel title="Sources">
        {sources.length === 0 ? (
          <p>Aucun site n’est encore moissonné.</p>
        ) : (
          <ul>
            {sources.map((source) => (
              <Source key={source.id} source={source} change={change} />
            ))}
          </ul>
        )}
      </Panel>
    </Screen>
  );
}
