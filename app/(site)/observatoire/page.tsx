import type { Metadata } from "next";
import { byTheme } from "#components/figures/figure-series";
import { PresentationLink } from "#components/figures/presentation-link";
import { ThemeView } from "#components/figures/theme-view";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listFigures } from "#lib/figures/queries";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "L’observatoire";
const lead = "Ce que disent les enquêtes sur les alliances et les territoires. Chaque chiffre vient avec sa source.";

export const generateMetadata = (): Metadata =>
  pageMetadata({ title, pictured: cardOf("figure").plural, description: lead, path: paths.observatory() });

export default async function ObservatoryPage() {
  const at = now();
  const figures = await listFigures(at);
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead}>
        <PresentationLink />
      </PageHeader>
      <Container>
        {byTheme(figures).map((theme) => (
          <ThemeView key={theme.theme} theme={theme} />
        ))}
      </Container>
    </>,
  );
}
