import type { Metadata } from "next";
import { type PlanPart, SitePlan } from "#components/pages/site-plan";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { listCentres } from "#lib/centres/queries";
import { listFigures } from "#lib/figures/queries";
import { listNeeds } from "#lib/needs/queries";
import { listPages } from "#lib/pages/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { pageMetadata } from "#lib/platform/metadata";
import { paths } from "#lib/platform/paths";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { webinarYears } from "#lib/webinars/queries";

const title = "Plan du site";
const lead = "Toutes les portes du portail, sur une page.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.siteMap() });

async function parts(at: Date): Promise<PlanPart[]> {
  const [needs, centres, library, years, figures, pages] = await Promise.all([
    listNeeds(at),
    listCentres(at),
    searchResources(at, resourceQuery.parse({})),
    webinarYears(at),
    listFigures(at),
    listPages(at),
  ]);
  const types = library.facets.find(({ name }) => name === "type")?.options ?? [];
  const themes = [...new Map(figures.toReversed().map(({ theme, slug }) => [theme, slug]))].toReversed();
  return [
    {
      label: "Besoins",
      href: paths.needs(),
      entries: needs.map(({ title: label, slug }) => ({ label, href: paths.need(slug) })),
    },
    {
      label: "Centres de ressources",
      href: paths.centres(),
      entries: centres.map(({ name, slug }) => ({ label: name, href: paths.centre(slug) })),
    },
    {
      label: "Ressources",
      href: paths.resources(),
      entries: types.map(({ label, value, count }) => ({
        label: `${label} (${count})`,
        href: paths.resources({ type: value }),
      })),
    },
    {
      label: "Webinaires",
      href: paths.webinars(),
      entries: years.map((year) => ({ label: `Programme ${year}`, href: paths.webinars(year) })),
    },
    {
      label: "Observatoire",
      href: paths.observatory(),
      entries: themes.map(([label, slug]) => ({ label, href: paths.figure(slug) })),
    },
    { label: "Glossaire", href: paths.glossary(), entries: [] },
    { label: "Statistiques", href: paths.statistics(), entries: [] },
    {
      label: "Le portail",
      href: paths.home(),
      entries: pages.map(({ title: label, slug }) => ({ label, href: paths.page(slug) })),
    },
  ];
}

export default async function SiteMapPage() {
  return (
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <SitePlan parts={await parts(now())} />
      </Container>
    </>
  );
}
