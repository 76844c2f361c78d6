import type { Metadata } from "next";
import { Breadcrumb } from "#components/site/breadcrumb";
import { StatisticsView } from "#components/site/statistics-page";
import { PageHeader } from "#components/ui/page-header";
import { listCentres } from "#lib/centres/queries";
import { isIdentified } from "#lib/centres/rules";
import { pageMetadata } from "#lib/edge/metadata";
import { listNeeds } from "#lib/needs/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { findPublishedFigures } from "#lib/statistics/queries";

const title = "Statistiques";
const lead = "Ce que le portail compte de lui-même : les webinaires, ceux qui y viennent, et ce qu’ils en disent.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.statistics() });

export default async function StatisticsPage() {
  const at = now();
  const [figures, needs, centres, resources] = await Promise.all([
    findPublishedFigures(),
    listNeeds(at),
    listCentres(at),
    searchResources(at, resourceQuery.parse({})),
  ]);
  const library = { resources: resources.total, centres: centres.filter(isIdentified).length, needs: needs.length };
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <StatisticsView figures={figures} library={library} />
    </>,
  );
}
