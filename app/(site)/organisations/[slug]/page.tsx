import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CentreHouses } from "#components/centres/centre-houses";
import { FigureLines } from "#components/figures/figure-lines";
import { TermNotes } from "#components/glossary/term-notes";
import { OrganisationFacts } from "#components/organisations/organisation-facts";
import { Changes } from "#components/publication/changes";
import { SourceNote } from "#components/publication/source-note";
import { Withdrawn } from "#components/publication/withdrawn";
import { ResourceRows } from "#components/resources/resource-rows";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { InlineTree, plainTree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { centresWith } from "#lib/centres/queries";
import { pageMetadata } from "#lib/edge/metadata";
import { figuresSignedBy } from "#lib/figures/queries";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { findOrganisation } from "#lib/organisations/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { resourcesSignedBy } from "#lib/resources/queries";

type Props = { params: Promise<{ slug: string }> };

const FIGURES = 8;

const load = cache((slug: string) =>
  findRead(paths.organisation(slug), now(), (shown) => findOrganisation(slug, now(), shown)),
);

const descriptionOf = (name: string, summary: string) =>
  summary || `Les documents et les centres où ${name} est nommé.`;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const organisation = await load((await params).slug);
  if (!organisation) return {};
  const { slug, name, summary } = organisation;
  return pageMetadata({ title: name, description: descriptionOf(name, summary), path: paths.organisation(slug) });
}

export default async function OrganisationPage({ params }: Props) {
  const organisation = await load((await params).slug);
  if (!organisation) notFound();
  const at = now();
  const { name, summary, labels } = organisation;
  const [centres, resources, figures, glossary] = await Promise.all([
    centresWith(labels, at),
    resourcesSignedBy(labels, at),
    figuresSignedBy(labels, at),
    listTerms(at),
  ]);
  const { texts, met } = inContext(glossary, { lead: plainTree(descriptionOf(name, summary)) });
  return drawn(
    <>
      <Withdrawn withdrawal={organisation.withdrawal} />
      <Breadcrumb
        trail={[{ label: "Les organisations", href: paths.organisations() }]}
        current={name}
        siteUrl={env().SITE_URL}
      />
      <PageHeader kicker="Organisation" title={name} lead={<InlineTree tree={texts.lead} />} />
      <Container>
        <OrganisationFacts organisation={organisation} />
        {centres.length > 0 && (
          <Section title="Centres de ressources dont elle est partenaire">
            <CentreHouses centres={centres} />
          </Section>
        )}
        {resources.length > 0 && (
          <Section title="Documents qu’elle a publiés, ou auxquels elle a pris part">
            <ResourceRows resources={resources} />
          </Section>
        )}
        <FigureLines figures={figures.slice(0, FIGURES)} title="Chiffres de ces études" />
        <TermNotes terms={met} />
        <SourceNote source={organisation.source} confidence={organisation.confidence} />
        <Changes changes={await listChanges("organisation", organisation.slug)} />
      </Container>
    </>,
  );
}
