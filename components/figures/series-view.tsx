import type { FigureSeries } from "#components/figures/figure-series";
import { DoubtWords } from "#components/publication/doubt-words";
import { OutgoingLink } from "#components/ui/outgoing-link";
import { ShareBar } from "#components/ui/share-bar";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const WIDE = 3;

const target = "target:bg-need-soft target:outline-8 target:outline-need-soft";

/** One figure: the number is the link to itself, so that it can be shared. */
function FigureLine({ figure: { slug, value, statement, percentage } }: { figure: FigureEntry }) {
  return (
    <>
      <a
        href={paths.figure(slug)}
        className="self-start justify-self-start font-display text-4xl text-brand leading-tight no-underline hover:underline"
      >
        {french(value)}
      </a>{" "}
      {french(statement)}
      {percentage !== null && <ShareBar percentage={percentage} />}
    </>
  );
}

function Figures({ figures }: { figures: readonly FigureEntry[] }) {
  return (
    <ul className={`grid gap-x-10 gap-y-6 sm:grid-cols-2 ${figures.length >= WIDE ? "lg:grid-cols-4" : ""}`}>
      {figures.map((figure) => (
        <li key={figure.slug} id={figure.slug} className={`grid content-start gap-1 rounded ${target}`}>
          <FigureLine figure={figure} />
        </li>
      ))}
    </ul>
  );
}

function Origin({ figures }: { figures: readonly FigureEntry[] }) {
  const [first] = figures;
  if (!first) return null;
  const facts = [first.survey, first.period, first.sample].filter(Boolean).join(" · ");
  return (
    <figcaption className="mt-auto max-w-3xl pt-4 text-muted text-sm">
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
  const [first, ...others] = figures;
  const only = others.length === 0 ? first : undefined;
  const look = only ? target : figures.length >= WIDE ? "md:col-span-2" : "";
  return (
    <figure id={only?.slug} className={`flex flex-col gap-1 rounded-card border border-line bg-surface p-5 ${look}`}>
      {only ? <FigureLine figure={only} /> : <Figures figures={figures} />}
      <Origin figures={figures} />
    </figure>
  );
}
