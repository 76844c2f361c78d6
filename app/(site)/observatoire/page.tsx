import type { Metadata } from "next";
import { FigureCitation } from "#components/figures/figure-citation";
import { byTheme } from "#components/figures/figure-series";
import { PresentationLink } from "#components/figures/presentation-link";
import { ThemeView } from "#components/figures/theme-view";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { listFigures } from "#lib/figures/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { pageMetadata } from "#lib/platform/metadata";
import { paths } from "#lib/platform/paths";

const title = "L’observatoire";
const lead = "Ce que disent les enquêtes sur les alliances et les territoires. Chaque chiffre vient avec sa source.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.observatory() });

export default async function ObservatoryPage() {
  const at = now();
  const figures = await listFigures(at);
  const { SITE_URL } = env();
  const [example] = figures;
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={SITE_URL} />
      <PageHeader title={title} lead={lead}>
        <PresentationLink />
      </PageHeader>
      <Container>
        {byTheme(figures).map((theme) => (
          <ThemeView key={theme.theme} theme={theme} />
        ))}
        {example && <FigureCitation figure={example} siteUrl={SITE_URL} />}
      </Container>
    </>,
  );
}
