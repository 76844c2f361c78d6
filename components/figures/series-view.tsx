import "./series.css";
import { Fragment } from "react";
import type { FigureSeries } from "#components/figures/figure-series";
import { ShareChart } from "#components/figures/share-chart";
import { DoubtWords } from "#components/publication/doubt-words";
import { OutgoingLink } from "#components/ui/outgoing-link";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

type Figures = { figures: readonly FigureEntry[] };

/** As many as are told one by one; more are sorted, as points of one scale. */
const TOLD = 5;

/** The number is the link to the figure, so that it can be shared. */
function Lines({ figures, look }: Figures & { look?: string }) {
  return (
    <ul className={look}>
      {figures.map(({ slug, value, statement }) => (
        <li key={slug} id={slug}>
          <a href={paths.figure(slug)}>{french(value)}</a> {french(statement)}
        </li>
      ))}
    </ul>
  );
}

const distinct = <T,>(items: readonly T[], keyOf: (item: T) => unknown): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

/** Who was asked and when, in sight; where it is written, on request. */
function Origin({ figures }: Figures) {
  const [first] = figures;
  if (!first) return null;
  const facts = [first.survey, first.period, first.sample].filter(Boolean).join(" · ");
  const studies = distinct(
    figures.flatMap(({ study }) => study ?? []),
    ({ slug }) => slug,
  );
  const addresses = [...new Set(figures.flatMap(({ sourceUrl }) => sourceUrl ?? []))];
  return (
    <details>
      <summary>
        <DoubtWords confidence={first.confidence} />
        {french(facts)}
      </summary>
      {french(
        distinct(figures, ({ source }) => source)
          .map(({ source }) => source)
          .join(" "),
      )}{" "}
      {studies.map(({ slug, title }) => (
        <Fragment key={slug}>
          <a href={paths.resource(slug)}>{`Notice\u00A0: ${french(title)}`}</a>{" "}
        </Fragment>
      ))}
      {addresses.map((address) => (
        <Fragment key={address}>
          <OutgoingLink href={address}>Lire la source</OutgoingLink>{" "}
        </Fragment>
      ))}
    </details>
  );
}

/** Figures that share their origin: shares on one scale from nothing to all, then the numbers that are none. */
export function SeriesView({ series: { figures } }: { series: FigureSeries }) {
  const shares = figures.flatMap((figure) =>
    figure.percentage === null ? [] : { ...figure, share: figure.percentage },
  );
  const numbers = figures.filter(({ percentage }) => percentage === null);
  const isLong = shares.length > TOLD;
  const sorted = isLong ? shares.toSorted((one, other) => other.share - one.share) : shares;
  return (
    <figure className="series">
      {sorted.length > 0 && <Lines figures={sorted} look="shares" />}
      {sorted.length > 0 && <ShareChart shares={sorted.map(({ share }) => share)} look={isLong ? "points" : "bars"} />}
      {numbers.length > 0 && <Lines figures={numbers} look="numbers" />}
      <Origin figures={figures} />
    </figure>
  );
}
