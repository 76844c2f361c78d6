import type { Metadata } from "next";
import { Breadcrumb } from "#components/site/breadcrumb";
import { ViewsPage } from "#components/site/views-page";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { publicTitles } from "#lib/feeds/sitemap";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { findPublishedFigures } from "#lib/statistics/queries";

const title = "Pages lues";
const lead = "Combien de fois les pages du portail sont lues, sans que personne soit suivi.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.views() });

export default async function ViewsRoute() {
  const [figures, titles] = await Promise.all([findPublishedFigures(), publicTitles(now())]);
  return drawn(
    <>
      <Breadcrumb
        trail={[{ label: "Statistiques", href: paths.statistics() }]}
        current={title}
        siteUrl={env().SITE_URL}
      />
      <PageHeader title={title} lead={lead} />
      <ViewsPage views={figures?.views ?? null} titleOf={(path) => titles.get(path) ?? path} />
    </>,
  );
}
