import type { FigureTheme } from "#components/figures/figure-series";
import { SeriesView } from "#components/figures/series-view";
import { Section } from "#components/ui/section";

export function ThemeView({ theme: { theme, series } }: { theme: FigureTheme }) {
  return (
    <Section title={theme}>
      <div className="grid gap-4 md:grid-cols-2">
        {series.map((one) => (
          <SeriesView key={one.key} series={one} />
        ))}
      </div>
    </Section>
  );
}
