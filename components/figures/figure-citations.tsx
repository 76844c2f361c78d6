import type { FigureSeries } from "#components/figures/figure-series";
import type { FigureEntry } from "#lib/figures/schema";
import { absolute, paths } from "#lib/platform/paths";
import { french, quoted } from "#lib/platform/text";

/** A figure as others may cite it: what it says, of whom, by which survey, when. */
function sentenceOf({ value, statement, population, sample, survey, period }: FigureEntry): string {
  const who = sample ? `${population} (${sample})` : population;
  return `${quoted(`${value} ${statement}`)}. ${who}, ${survey}, ${period}.`;
}

/** The sentence to copy for each figure, with its address. */
export function FigureCitations({ series: { figures }, siteUrl }: { series: FigureSeries; siteUrl: string }) {
  return (
    <ul className="grid max-w-prose gap-3">
      {figures.map((figure) => (
        <li key={figure.slug} className="rounded-card bg-sunken p-4">
          {french(sentenceOf(figure))} <span className="break-all">{absolute(siteUrl, paths.figure(figure.slug))}</span>
        </li>
      ))}
    </ul>
  );
}
