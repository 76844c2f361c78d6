import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Pagination } from "#components/ui/pagination";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { counted } from "#lib/platform/text";
import { revisionStateLabels } from "#lib/revisions/labels";
import type { Revision, WordChange } from "#lib/revisions/schema";

type Line = Pick<Revision, "id" | "version" | "state" | "at" | "author">;
type Change = { label: string; parts: readonly WordChange[] };

type Props = {
  title: string;
  editHref: string;
  hrefOf: (search: { version?: number; page?: number }) => string;
  revisions: readonly Line[];
  /** The one that is compared with what was there before it. */
  shown: (Line & { changes: readonly Change[]; isFirst: boolean }) | null;
  restore: FormAction;
  posted: Readonly<Record<string, string>>;
  total: number;
  page: number;
  pageCount: number;
};

const AROUND = 160;

/** Of a long passage that did not change, its two ends. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * AROUND) return text;
  const [start, end] = [isFirst ? "" : text.slice(0, AROUND), isLast ? "" : text.slice(-AROUND)];
  return `${start} […] ${end}`;
}

function Words({ parts }: { parts: readonly WordChange[] }) {
  return (
    <p className="whitespace-pre-wrap">
      {parts.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "removed") {
          return (
            <del key={key} className="bg-sunken text-danger">
              <span className="sr-only">[retiré{"\u00A0"}: </span>
              {text}
              <span className="sr-only">]</span>
            </del>
          );
        }
        if (kind === "added") {
          return (
            <ins key={key} className="bg-need-soft font-semibold">
              <span className="sr-only">[ajouté{"\u00A0"}: </span>
              {text}
              <span className="sr-only">]</span>
            </ins>
          );
        }
        return <span key={key}>{shortened(text, index === 0, index === parts.length - 1)}</span>;
      })}
    </p>
  );
}

const whenAndWho = ({ at, author }: Line) => `${formatTimestamp(at)}${author ? `, ${author}` : ""}`;

function Shown({ shown, restore, posted }: Pick<Props, "restore" | "posted"> & { shown: NonNullable<Props["shown"]> }) {
  const { version, changes, isFirst } = shown;
  return (
    <Panel title={`Version du ${whenAndWho(shown)}`}>
      <div className="grid gap-5">
        {isFirst && <p>C’est la plus ancienne que nous ayons.</p>}
        {!isFirst && changes.length === 0 && <p>Rien n’y diffère de la version précédente.</p>}
        {changes.map(({ label, parts }) => (
          <section key={label} aria-label={label}>
            <h3 className="mb-1 font-semibold">{label}</h3>
            <Words parts={parts} />
          </section>
        ))}
        <ActionButton
          action={restore}
          values={{ ...posted, revision: String(version) }}
          label="Oui, reprendre cette version"
          look="secondary"
          folded={{ summary: "Reprendre cette version" }}
        >
          <p>
            Elle devient la dernière version enregistrée. Rien n’est effacé, et le public n’en lit rien avant que vous
            la publiiez.
          </p>
        </ActionButton>
      </div>
    </Panel>
  );
}

/** Who wrote what and when, and what differs from one version to the next. */
export function HistoryScreen(props: Props) {
  const { title, editHref, hrefOf, revisions, shown, total, page, pageCount } = props;
  return (
    <Screen title="Historique" parent={{ label: title, href: editHref }}>
      {shown && <Shown {...props} shown={shown} />}
      <p className="text-muted">
        {total === 0 ? "Rien n’a encore été enregistré depuis ces écrans." : counted(total, "version", "versions")}
      </p>
      {total > 0 && (
        <ol className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {revisions.map((revision) => (
            <li
              key={revision.id}
              className="flex flex-wrap items-center gap-x-4 border-line border-t py-2 first:border-t-0"
            >
              <a
                href={hrefOf({ version: revision.version, page })}
                aria-current={revision.version === shown?.version ? "true" : undefined}
                className="inline-flex min-h-11 items-center font-semibold"
              >
                {whenAndWho(revision)}
              </a>
              <Tag look={revision.state === "published" ? "strong" : "plain"}>
                {revisionStateLabels[revision.state]}
              </Tag>
            </li>
          ))}
        </ol>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages de l’historique"
        hrefOf={(target) => hrefOf({ page: target })}
      />
    </Screen>
  );
}
