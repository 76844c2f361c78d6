import { control, FilterSelect } from "#components/back-office/filter-select";
import { Panel, Screen } from "#components/back-office/screen";
import { FormatLinks } from "#components/back-office/tables/formats";
import { Button } from "#components/ui/button";
import { BOARD_FIGURES, boardLabels, figureWords, periodWords } from "#lib/board/labels";
import type { BoardLine, BoardReport } from "#lib/board/schema";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { formatMonth } from "#lib/views/labels";

const number = "px-2 py-2 text-right align-top tabular-nums";
const monthName = new Intl.DateTimeFormat("fr-FR", { month: "long", timeZone: "UTC" });
const MONTHS = Array.from({ length: 12 }, (_, index): [string, string] => [
  String(index + 1),
  monthName.format(Date.UTC(2027, index)),
]);

function PeriodForm({ period }: Pick<BoardReport, "period">) {
  return (
    <search>
      <form action={paths.adminList("bilan")} className="flex flex-wrap items-end gap-4">
        <div>
          <label htmlFor="annee" className="mb-1 block font-semibold">
            Année
          </label>
          <input
            id="annee"
            name="annee"
            type="number"
            min={2020}
            max={2100}
            defaultValue={period.year}
            className={control}
          />
        </div>
        <FilterSelect
          name="mois"
          label="Mois"
          chosen={period.month === null ? undefined : String(period.month)}
          all="Toute l’année"
          options={MONTHS}
        />
        <Button look="secondary">Afficher</Button>
      </form>
    </search>
  );
}

function Line({ line: { key, current, before }, year }: { line: BoardLine; year: number }) {
  return (
    <tr className="break-inside-avoid border-line border-b">
      <th
        scope="row"
        className={`whitespace-nowrap py-2 text-left align-top ${key === null ? "font-semibold" : "font-normal"}`}
      >
        {key === null ? "Total" : formatMonth(key)}
      </th>
      {BOARD_FIGURES.map((name) => (
        <td key={name} className={number}>
          <span className={key === null ? "font-semibold" : undefined}>{figureWords(current[name])}</span>
          <span className="block text-muted text-sm">
            {figureWords(before[name])} en {year - 1}
          </span>
        </td>
      ))}
    </tr>
  );
}

function Months({ report: { lines, period } }: { report: BoardReport }) {
  return (
    <section aria-label="Mois par mois" tabIndex={0} className="overflow-x-auto print:overflow-visible">
      <table className="wrap-break-word w-full min-w-[44rem] border-collapse print:min-w-0">
        <thead>
          <tr className="border-line border-b">
            <th scope="col" className="py-2 text-left align-bottom">
              Mois
            </th>
            {BOARD_FIGURES.map((name) => (
              <th key={name} scope="col" className={`${number} align-bottom`}>
                {boardLabels[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.key ?? "total"} line={line} year={period.year} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const METHOD = [
  "Une séance est tenue quand elle a été publiée, n’a pas été annulée et est terminée\u202F; inscriptions, présences et avis comptent au mois de leur séance.",
  "Les nombres de personnes sont à cinq près, et ceux de un à quatre ne sont pas donnés : aucun ne dit qui est venu. Le total est compté à part : il n’est pas la somme des lignes.",
  "L’utilité est la note moyenne du questionnaire, au demi-point près, à partir de cinq réponses.",
  "Les personnes sont effacées six mois après leur séance : au-delà, combien étaient nouvelles n’est plus connu.",
  "Une recherche est citée quand elle a été faite cinq fois au moins.",
];

type Props = {
  report: BoardReport;
  /** Of public pages, by their path. */
  titles: ReadonlyMap<string, string>;
  at: Date;
};

/** A period on one page, for those who do not work here every day. */
export function BoardScreen({ report, titles, at }: Props) {
  const { period, pages, searches } = report;
  const query = { annee: period.year, mois: period.month ?? undefined };
  return (
    <Screen title={`Bilan\u00A0: ${periodWords(period)}`}>
      <PeriodForm period={period} />
      <FormatLinks what="Télécharger le tableau" screen={paths.adminList("bilan")} query={query} />
      <Panel title="Mois par mois">
        <Months report={report} />
      </Panel>
      <Panel title="Les pages les plus lues">
        {pages.length === 0 ? (
          <p>Aucune lecture n’est comptée sur cette période.</p>
        ) : (
          <ol className="grid list-decimal gap-1 pl-6">
            {pages.map(({ path, current, before }) => (
              <li key={path} className="wrap-anywhere">
                <a href={path}>{french(titles.get(path) ?? path)}</a>
                {"\u00A0"}: {figureWords(current)}, {figureWords(before)} en {period.year - 1}
              </li>
            ))}
          </ol>
        )}
      </Panel>
      <Panel title="Ce qui est cherché sans être trouvé">
        {searches.length === 0 ? (
          <p>Rien n’a été cherché en vain cinq fois ou plus.</p>
        ) : (
          <ol className="grid list-decimal gap-1 pl-6">
            {searches.map(({ words, count }) => (
              <li key={words} className="wrap-anywhere">
                {french(words)}
                {"\u00A0"}: {figureWords(count)} fois
              </li>
            ))}
          </ol>
        )}
      </Panel>
      <Panel title="Comment c’est compté">
        <ul className="grid max-w-prose list-disc gap-1 pl-6">
          {METHOD.map((sentence) => (
            <li key={sentence}>{french(sentence)}</li>
          ))}
        </ul>
        <p className="mt-3 text-muted">Compté le {formatTimestamp(at)}, heure de Paris.</p>
      </Panel>
    </Screen>
  );
}
