import type { FigureSeries } from "#components/figures/figure-series";
import { DoubtWords } from "#components/publication/doubt-words";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { ShareBar } from "#components/ui/share-bar";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const WIDE = 3;

type LineProps = { figure: FigureEntry; element: "li" | "div" };

/** One figure: the number is the link to itself, so that it can be shared. */
function FigureLine({ figure: { slug, value, statement, percentage }, element: Element }: LineProps) {
  return (
    <Element
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
      {percentage !== null && <ShareBar percentage={percentage} />}
    </Element>
  );
}

function Figures({ figures }: { figures: readonly FigureEntry[] }) {
  const [only, ...others] = figures;
  if (only && others.length === 0) return <FigureLine figure={only} element="div" />;
  return (
    <ul className={`grid gap-x-10 gap-y-6 sm:grid-cols-2 ${figures.length >= WIDE ? "lg:grid-cols-4" : ""}`}>
      {figures.map((figure) => (
        <FigureLine key={figure.slug} figure={figure} element="li" />
      ))}
    </ul>
  );
}

function Origin({ figures }: { figures: readonly FigureEntry[] }) {
  const [first] = figures;
  if (!first) return null;
  const facts = [first.survey, first.period, first.sample].filter(Boolean).join(" · ");
  return (
    <figcaption className="mt-auto max-w-3xl text-muted text-sm">
      <DoubtWords confidence={first.confidence} />
      {french(facts)}. Source{"\u00A0"}: {french(first.source)}{" "}
      {first.study && (
        <>
          <a href={paths.resource(first.study.slug)} className="inline-flex min-h-8 items-center">
            {`Notice\u00A0: ${french(first.study.title)}`}
          </a>{" "}
        </>
      )}
      {first.sourceUrl && <OutgoingLink href={first.sourceUrl}>Lire la source</OutgoingLink>}
    </figcaption>
  );
}

/** Figures that share their origin, and that origin once. */
export function SeriesView({ series: { figures } }: { series: FigureSeries }) {
  const width = figures.length >= WIDE ? "md:col-span-2" : "";
  return (
    <figure className={`flex flex-col gap-5 rounded-card border border-line bg-surface p-5 ${width}`}>
      <Figures figures={figures} />
      <Origin figures={figures} />
    </figure>
  );
}
