import { FigureBar } from "#components/figures/figure-bar";
import type { FigureSeries } from "#components/figures/figure-series";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { confidenceLabels } from "#lib/editorial/labels";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** From this number of figures on, a series takes the whole width. */
const WIDE = 3;

/** One figure: the number is the link to itself, so that it can be shared. */
function FigureLine({ figure: { slug, value, statement, percentage } }: { figure: FigureEntry }) {
  return (
    <li
      id={slug}
      className="grid content-start gap-1 rounded target:bg-need-soft target:outline-8 target:outline-need-soft"
    >
      <a
        href={paths.figure(slug)}
        className="justify-self-start font-display text-4xl text-brand leading-tight no-underline hover:underline"
      >
        {french(value)}
      </a>{" "}
      {french(statement)}
      {percentage !== null && <FigureBar percentage={percentage} />}
    </li>
  );
}

/** Who was asked, by whom, when, how many, and where it can be read. */
function Origin({ figures }: { figures: readonly FigureEntry[] }) {
  const [first] = figures;
  if (!first) return null;
  const asked = [...new Set(figures.map(({ population }) => population))].join(", ");
  const facts = [asked, first.survey, first.period, first.sample].filter(Boolean).join(" · ");
  return (
    <figcaption className="mt-auto max-w-prose text-muted text-sm">
      {first.confidence === "to_confirm" && <strong className="text-accent">{confidenceLabels.to_confirm}. </strong>}
      {french(facts)}. Source{"\u00A0"}: {french(first.source)}{" "}
      {first.sourceUrl && <OutgoingLink href={first.sourceUrl}>Lire la source</OutgoingLink>}
    </figcaption>
  );
}

/** Figures that share their origin, and that origin once. */
export function SeriesView({ series: { figures } }: { series: FigureSeries }) {
  const wide = figures.length >= WIDE;
  return (
    <figure
      className={`flex flex-col gap-5 rounded-card border border-line bg-surface p-5 ${wide ? "md:col-span-2" : ""}`}
    >
      <ul
        className={`grid gap-x-10 gap-y-6 ${wide ? "sm:grid-cols-2 lg:grid-cols-4" : figures.length > 1 ? "sm:grid-cols-2" : ""}`}
      >
        {figures.map((figure) => (
          <FigureLine key={figure.slug} figure={figure} />
        ))}
      </ul>
      <Origin figures={figures} />
    </figure>
  );
}
