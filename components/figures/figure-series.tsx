import type { FigureEntry } from "#lib/figures/schema";

/** Figures that share who asked, whom and when: they stand on one scale. */
export type FigureSeries = { key: string; figures: FigureEntry[] };

export type FigureTheme = { theme: string; series: FigureSeries[] };

const originOf = ({ survey, period, sample, confidence }: FigureEntry): string =>
  JSON.stringify([survey, period, sample, confidence]);

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, items: T[]][] {
  return [...Map.groupBy(items, keyOf)];
}

/** The observatory: themes, and in each theme the series, all in the order of the figures. */
export const byTheme = (figures: readonly FigureEntry[]): FigureTheme[] =>
  grouped(figures, ({ theme }) => theme).map(([theme, ofTheme]) => ({
    theme,
    series: grouped(ofTheme, originOf).map(([key, ofSeries]) => ({ key, figures: ofSeries })),
  }));
