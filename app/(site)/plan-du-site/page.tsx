import type { Metadata } from "next";
import { type PlanPart, SitePlan } from "#components/pages/site-plan";
import { Breadcrumb } from "#components/site/breadcrumb";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listFigures } from "#lib/figures/queries";
import { visibleItems } from "#lib/items/queries";
import { cardOf, type EditorialNoun, nounsOfMenu } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { searchResources } from "#lib/resources/queries";
import { resourceQuery } from "#lib/resources/schema";
import { webinarYears } from "#lib/webinars/queries";

const title = "Plan du site";
const lead = "Toutes les portes du portail, sur une page.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.siteMap() });

type Entries = PlanPart["entries"];

/** What is shown of the nouns that are not shown one by one. */
const entriesOf: Partial<Record<EditorialNoun, (at: Date) => Promise<Entries>>> = {
  resource: async (at) => {
    const { facets } = await searchResources(at, resourceQuery.parse({}));
    const types = facets.find(({ name }) => name === "type")?.options ?? [];
    return types.map(({ label, value, count }) => ({
      label: `${label} (${count})`,
      href: paths.resources({ type: value }),
    }));
  },
  webinar: async (at) =>
    (await webinarYears(at)).map((year) => ({ label: `Programme ${year}`, href: paths.webinars(year) })),
  figure: async (at) => {
    const figures = await listFigures(at);
    const themes = [...new Map(figures.toReversed().map(({ theme, slug }) => [theme, slug]))].toReversed();
    return themes.map(([label, slug]) => ({ label, href: paths.figure(slug) }));
  },
  // Their lists name them all, on one page.
  term: async () => [],
  organisation: async () => [],
};

/** The parts of the portal as they are today; those of the home page come last. */
async function parts(at: Date): Promise<PlanPart[]> {
  const items = await visibleItems(at);
  const partOf = async (noun: EditorialNoun): Promise<PlanPart> => {
    const { plural, listPath, path } = cardOf(noun);
    const each = items.filter((item) => item.noun === noun);
    const entries = entriesOf[noun]?.(at) ?? each.map(({ title: label, slug }) => ({ label, href: path(slug) }));
    return { label: plural, href: listPath, entries: await entries };
  };
  const all = await Promise.all(nounsOfMenu().map(partOf));
  const atHome = ({ href }: PlanPart) => href === paths.home();
  return [
    { label: "Par où commencer\u202F?", href: paths.orientation(), entries: [] },
    ...all.filter((part) => !atHome(part)),
    { label: "Mon dossier", href: paths.dossier(), entries: [] },
    { label: "Suivre le portail", href: paths.digests(), entries: [] },
    {
      label: "Statistiques",
      href: paths.statistics(),
      entries: [{ label: "Pages lues", href: paths.views() }],
    },
    ...all.filter(atHome),
  ];
}

export default async function SiteMapPage() {
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <SitePlan parts={await parts(now())} />
    </>,
  );
}
