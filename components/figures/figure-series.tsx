import type { FigureEntry } from "#lib/figures/schema";

/** Figures that share who asked, whom and when: they stand on one scale. The first names them. */
export type FigureSeries = { slug: string; figures: FigureEntry[] };

export type FigureTheme = { theme: string; series: FigureSeries[] };

const originOf = ({ survey, period, sample, confidence }: FigureEntry): string =>
  JSON.stringify([survey, period, sample, confidence]);

/** The observatory: themes, and in each theme the series, all in the order of the figures. */
export const byTheme = (figures: readonly FigureEntry[]): FigureTheme[] =>
  [...Map.groupBy(figures, ({ theme }) => theme)].map(([theme, ofTheme]) => ({
    theme,
    series: [...Map.groupBy(ofTheme, originOf).values()].map((ofSeries) => ({
      slug: ofSeries[0]?.slug ?? "",
      figures: ofSeries,
    })),
  }));

/** The series in which a figure stands. @param slug that of the figure */
export const seriesWith = (figures: readonly FigureEntry[], slug: string): FigureSeries | undefined =>
  byTheme(figures)
    .flatMap(({ series }) => series)
    .find((one) => one.figures.some((figure) => figure.slug === slug));

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.flatMap((value) => value ?? []))];

/** What a series says of itself: who answered, how many, when, and where it is written. */
export function originsOf({ figures }: FigureSeries) {
  const isAsked = figures.some(({ percentage }) => percentage !== null);
  const studies = new Map(figures.flatMap(({ study }) => (study ? [[study.slug, study]] : [])));
  return {
    survey: figures[0]?.survey ?? "",
    period: figures[0]?.period ?? "",
    sample: figures[0]?.sample ?? (isAsked ? "effectif non précisé" : null),
    confidence: figures[0]?.confidence ?? "to_confirm",
    populations: distinct(figures.map(({ population }) => population)),
    sources: distinct(figures.map(({ source }) => source)),
    addresses: distinct(figures.map(({ sourceUrl }) => sourceUrl)),
    studies: [...studies.values()],
  } as const;
}
