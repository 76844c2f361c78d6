import type { FigureTheme } from "#components/figures/figure-series";
import { SeriesView } from "#components/figures/series-view";
import { Section } from "#components/ui/section";

export function ThemeView({ theme: { theme, series } }: { theme: FigureTheme }) {
  return (
    <Section title={theme}>
      <div className="chapter">
        {series.map((one) => (
          <SeriesView key={one.slug} series={one} />
        ))}
      </div>
    </Section>
  );
}
