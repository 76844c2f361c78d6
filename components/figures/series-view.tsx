import "./series.css";
import { toldTogether } from "#components/figures/common-words";
import { type FigureSeries, originsOf } from "#components/figures/figure-series";
import { ShareChart } from "#components/figures/share-chart";
import { DoubtWords } from "#components/publication/doubt-words";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** As many as are told one by one; more are sorted, as points of one scale. */
const TOLD = 5;

type LinesProps = { figures: readonly FigureEntry[]; words: readonly string[]; look: string };

/** The number is the link to the figure, so that it can be shared. */
function Lines({ figures, words, look }: LinesProps) {
  return (
    <ul className={look}>
      {figures.map(({ slug, value }, rank) => (
        <li key={slug} id={slug}>
          <a href={paths.figure(slug)}>{french(value)}</a> {french(words[rank] ?? "")}
        </li>
      ))}
    </ul>
  );
}

/** Who was asked and when, in sight; where it is written, on request. */
function Origin({ series }: { series: FigureSeries }) {
  const { survey, period, sample, confidence, populations, sources } = originsOf(series);
  const who = populations.length === 1 ? populations : [];
  return (
    <details>
      <summary>
        <DoubtWords confidence={confidence} />
        {french([...who, sample, period, survey].filter(Boolean).join(" · "))}
      </summary>
      {french(sources.join(" "))}{" "}
      <a href={paths.series(series.slug)}>{french(`Tableau et citations : ${survey}, ${period}`)}</a>
    </details>
  );
}

/** Figures that share their origin: shares on one scale from nothing to all, then the numbers that are none. */
export function SeriesView({ series, told = true }: { series: FigureSeries; told?: boolean }) {
  const shares = series.figures.flatMap((figure) =>
    figure.percentage === null ? [] : { ...figure, share: figure.percentage },
  );
  const numbers = series.figures.filter(({ percentage }) => percentage === null);
  const isLong = shares.length > TOLD;
  const sorted = isLong ? shares.toSorted((one, other) => other.share - one.share) : shares;
  const { caption, own } = toldTogether(sorted.map(({ statement }) => statement));
  return (
    <figure className="series">
      {caption && <figcaption>{french(caption)}</figcaption>}
      {sorted.length > 0 && <Lines figures={sorted} words={own} look="shares" />}
      {sorted.length > 0 && <ShareChart shares={sorted.map(({ share }) => share)} look={isLong ? "points" : "bars"} />}
      {numbers.length > 0 && (
        <Lines figures={numbers} words={numbers.map(({ statement }) => statement)} look="numbers" />
      )}
      {told && <Origin series={series} />}
    </figure>
  );
}
