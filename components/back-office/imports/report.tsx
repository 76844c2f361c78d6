import { FilterLinks } from "#components/ui/filter-links";
import { Pagination } from "#components/ui/pagination";
import { Tag } from "#components/ui/tag";
import { fateOf, lineLabels, outcomeLabels } from "#lib/imports/labels";
import { LINES_PER_PAGE, type OpenImport, type ReportLine, type ReportQuery } from "#lib/imports/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { LineOutcome } from "#prisma/enums";

const OUTCOMES = Object.keys(outcomeLabels) as LineOutcome[];
const looks = { make: "strong", change: "strong", same: "plain", refused: "doubt" } as const;

function Line({ line }: { line: ReportLine }) {
  const { number, key, title, outcome, words, itemId, acted, undone } = line;
  const fate = fateOf(line);
  const opens = itemId && (outcome !== "make" || acted) && undone !== true && outcome !== "refused";
  return (
    <li className="wrap-anywhere grid gap-1 border-line border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-muted">Ligne {number}</span>
        <Tag look={looks[outcome]}>{lineLabels[outcome]}</Tag>
        {opens ? <a href={paths.adminEdit("ressources", itemId)}>{french(title || key)}</a> : french(title || key)}
      </p>
      {words && <p className={outcome === "refused" ? "text-danger" : ""}>{words}</p>}
      {fate && <p className="text-muted">{fate}</p>}
    </li>
  );
}

type Props = { found: OpenImport; lines: readonly ReportLine[]; query: ReportQuery };

/** What each line does, or did: all of them, or those of one kind. */
export function ImportReport({ found, lines, query }: Props) {
  const { id, counts } = found;
  const total = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const shown = query.lignes ? counts[query.lignes] : total;
  const hrefOf = (lignes: string | undefined, page = 1) =>
    paths.adminImport(id, { lignes, page: page > 1 ? page : undefined });
  return (
    <>
      <FilterLinks
        title="Lignes"
        options={[
          { label: "Toutes", href: hrefOf(undefined), current: !query.lignes, count: total },
          ...OUTCOMES.map((outcome) => ({
            label: outcomeLabels[outcome],
            href: hrefOf(outcome),
            current: query.lignes === outcome,
            count: counts[outcome],
          })),
        ]}
      />
      <ul>
        {lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </ul>
      <Pagination
        page={query.page}
        pageCount={Math.ceil(shown / LINES_PER_PAGE)}
        label="Pages du rapport"
        hrefOf={(page) => hrefOf(query.lignes, page)}
      />
      <p>
        <a href={paths.adminImport(`${id}/rapport.csv`)} className="inline-flex min-h-11 items-center">
          Télécharger le rapport (CSV)
        </a>
      </p>
    </>
  );
}
