import type { Metadata } from "next";
import { CentreIndex } from "#components/centres/centre-index";
import { FigureCard } from "#components/figures/figure-card";
import { NeedDoors } from "#components/needs/need-doors";
import { ResourceLines } from "#components/resources/resource-lines";
import { HomeHero } from "#components/site/home-hero";
import { ProfileDoors } from "#components/site/profile-doors";
import { SiteJsonLd } from "#components/site/site-json-ld";
import { CardGrid } from "#components/ui/card";
import { Section } from "#components/ui/section";
import { nameCentres } from "#lib/centres/queries";
import { readingPaths } from "#lib/collections/queries";
import { pageMetadata } from "#lib/edge/metadata";
import { toldFigures } from "#lib/figures/queries";
import { listNeeds } from "#lib/needs/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";
import { startingResources } from "#lib/resources/queries";
import { nextWebinar } from "#lib/webinars/queries";

/** Chosen by hand: why, how, and what the others say. */
const TO_BEGIN = [
  "apprendre-a-faire-alliance",
  "referentiel-co-construction-territoriale",
  "mooc-les-partenariats-qui-changent-le-monde",
];
const description =
  "Une question sur votre territoire\u202F? Trouvez le bon centre de ressources, le bon document, ou une place au prochain webinaire. Libre et gratuit.";

export const generateMetadata = (): Metadata => ({
  ...pageMetadata({ title: SITE_NAME, description, path: paths.home() }),
  title: { absolute: SITE_NAME },
});

/** What mayors say of co-construction. */
const TOLD = { subject: "maires-", figures: 2 };

export default async function HomePage() {
  const at = now();
  const [needs, centres, webinar, resources, figures, toRead] = await Promise.all([
    listNeeds(at),
    nameCentres(at),
    nextWebinar(at),
    startingResources(at, TO_BEGIN),
    toldFigures(TOLD.subject, at, TOLD.figures),
    readingPaths(at),
  ]);
  return drawn(
    <>
      <SiteJsonLd siteUrl={env().SITE_URL} />
      <HomeHero webinar={webinar} at={at}>
        <Section contained title="Partez de votre question">
          <NeedDoors needs={needs} />
        </Section>
      </HomeHero>
      <ProfileDoors readingPaths={toRead} />
      <Section
        contained
        title="Ce que disent les territoires"
        more={{ label: "Tous les chiffres", href: paths.observatory() }}
      >
        <CardGrid columns={2}>
          {figures.map((figure) => (
            <FigureCard key={figure.slug} figure={figure} />
          ))}
        </CardGrid>
      </Section>
      <Section
        contained
        title="Les centres de ressources"
        more={{ label: "Comparer les centres", href: paths.centres() }}
      >
        <CentreIndex centres={centres} />
      </Section>
      <Section
        contained
        title="Pour commencer"
        lead="Les documents en ligne sont libres d’accès ; nous disons quand un autre reste à trouver."
        more={{ label: "Toutes les ressources", href: paths.resources() }}
      >
        <ResourceLines resources={resources} />
      </Section>
    </>,
  );
}
