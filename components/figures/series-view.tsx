import { FigureBar } from "#components/figures/figure-bar";
import type { FigureSeries } from "#components/figures/figure-series";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { confidenceLabels } from "#lib/editorial/labels";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** One figure: the number is the link to itself, so that it can be shared. */
function FigureLine({ figure: { slug, value, statement, percentage } }: { figure: FigureEntry }) {
  return (
    <li
      id={slug}
      className="grid content-start rounded-lg target:bg-need-soft target:outline-8 target:outline-need-soft"
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
function Origin({ figures: [first, ...others] }: { figures: readonly FigureEntry[] }) {
  if (!first) return null;
  const asked = [...new Set([first, ...others].map(({ population }) => population))].join(", ");
  const facts = [asked, first.survey, first.period, first.sample].filter(Boolean).join(" · ");
  return (
    <p className="mt-4 max-w-prose text-muted text-sm">
      {first.confidence === "to_confirm" && <strong className="text-accent">{confidenceLabels.to_confirm}. </strong>}
      {french(facts)}. Source{"\u00A0"}: {french(first.source)}{" "}
      {first.sourceUrl && <OutgoingLink href={first.sourceUrl}>Lire la source</OutgoingLink>}
    </p>
  );
}

/** Figures that share their origin, and that origin once. */
export function SeriesView({ series: { figures } }: { series: FigureSeries }) {
  return (
    <>
      <ul className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {figures.map((figure) => (
          <FigureLine key={figure.slug} figure={figure} />
        ))}
      </ul>
      <Origin figures={figures} />
    </>
  );
}
