import { Section } from "#components/ui/section";
import type { FigureEntry } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** Figures by reference, each at its place in the observatory. */
export function FigureLines({ figures, title }: { figures: readonly FigureEntry[]; title: string }) {
  if (figures.length === 0) return null;
  return (
    <Section title={title} more={{ label: "L’observatoire", href: paths.observatory() }}>
      <ul className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {figures.map(({ slug, value, statement, population, period }) => (
          <li key={slug}>
            <a href={paths.figure(slug)} className="font-semibold">
              {french(value)}
            </a>{" "}
            {french(`${statement} (${population}, ${period})`)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
