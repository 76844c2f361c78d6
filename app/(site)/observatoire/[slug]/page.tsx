import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigureCitations } from "#components/figures/figure-citations";
import { originsOf, seriesWith } from "#components/figures/figure-series";
import { PresentationLink } from "#components/figures/presentation-link";
import { SeriesFacts } from "#components/figures/series-facts";
import { SeriesTable } from "#components/figures/series-table";
import { SeriesView } from "#components/figures/series-view";
import { SourceNote } from "#components/publication/source-note";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { Fold } from "#components/ui/fold";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { pageMetadata } from "#lib/edge/metadata";
import { listFigures } from "#lib/figures/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => seriesWith(await listFigures(now()), slug));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const series = await load((await params).slug);
  if (!series) return {};
  const { survey, period } = originsOf(series);
  const title = `${survey}, ${period}`;
  return pageMetadata({
    title,
    description: `Les chiffres, leur tableau et leurs citations. ${title}.`,
    path: paths.series(series.slug),
    indexed: false,
  });
}

/** What stands under one drawing of the observatory: the same drawing, its table, its sources, and how to cite it. */
export default async function SeriesPage({ params }: Props) {
  const series = await load((await params).slug);
  if (!series) notFound();
  const { SITE_URL } = env();
  const { survey, period, confidence, sources } = originsOf(series);
  return drawn(
    <>
      <Breadcrumb
        trail={[{ label: "L’observatoire", href: paths.observatory() }]}
        current={`${survey}, ${period}`}
        siteUrl={SITE_URL}
      />
      <PageHeader kicker={series.figures[0]?.theme ?? ""} title={survey}>
        <PresentationLink />
      </PageHeader>
      <Container>
        <Section title="Le dessin">
          <SeriesView series={series} told={false} />
        </Section>
        <Section title="D’où viennent ces chiffres">
          <SeriesFacts series={series} />
        </Section>
        <Section title="Le tableau">
          <SeriesTable series={series} />
        </Section>
        <Section title="Citer un chiffre" lead="Une phrase par chiffre, avec son adresse : copiez-la entière.">
          <Fold look="line" summary="Les phrases à copier">
            <FigureCitations series={series} siteUrl={SITE_URL} />
          </Fold>
        </Section>
        <SourceNote source={sources.join(" ")} confidence={confidence} />
      </Container>
    </>,
  );
}
