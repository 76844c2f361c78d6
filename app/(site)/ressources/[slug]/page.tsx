import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FigureLines } from "#components/figures/figure-lines";
import { TermNotes } from "#components/glossary/term-notes";
import { OrganisationNames } from "#components/organisations/organisation-names";
import { Changes } from "#components/publication/changes";
import { DossierLink } from "#components/publication/dossier-link";
import { SourceNote } from "#components/publication/source-note";
import { Withdrawn } from "#components/publication/withdrawn";
import { Citation } from "#components/resources/citation";
import { ResourceFacts } from "#components/resources/resource-facts";
import { ResourceHeader } from "#components/resources/resource-header";
import { resourceJsonLd } from "#components/resources/resource-json-ld";
import { ResourceLinks } from "#components/resources/resource-links";
import { ResourceRows } from "#components/resources/resource-rows";
import { Superseded } from "#components/resources/superseded";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { JsonLd } from "#components/ui/json-ld";
import { InlineTree, Prose, plainTree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { WithAside } from "#components/ui/with-aside";
import { CitingWebinars } from "#components/webinars/citing-webinars";
import { collectionsOf } from "#lib/collections/queries";
import { pageMetadata } from "#lib/edge/metadata";
import { figuresOfResource } from "#lib/figures/queries";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { organisationsNamed } from "#lib/organisations/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { absolute, paths } from "#lib/platform/paths";
import { highwireTags } from "#lib/resources/citation/rules";
import { findResource, resourcesOfNeed } from "#lib/resources/queries";
import { webinarsCiting } from "#lib/ties/queries";
import { withReferences } from "#lib/ties/references/queries";

type Props = { params: Promise<{ slug: string }> };

const RELATED = 3;
const CITING = 4;

const load = cache((slug: string) =>
  findRead(paths.resource(slug), now(), (shown) => findResource(slug, now(), shown)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const resource = await load((await params).slug);
  if (!resource) return {};
  return {
    ...pageMetadata({ title: resource.title, description: resource.summary, path: paths.resource(resource.slug) }),
    other: highwireTags(resource, absolute(env().SITE_URL, paths.resource(resource.slug))),
  };
}

export default async function ResourcePage({ params }: Props) {
  const { slug } = await params;
  const resource = await load(slug);
  if (!resource) notFound();
  const { SITE_URL } = env();
  const [need] = resource.needs;
  const at = now();
  const [neighbours, citing, figures, organisations, collections, glossary] = await Promise.all([
    need ? resourcesOfNeed(need.slug, at, RELATED + 1) : [],
    webinarsCiting(paths.resource(slug), at, CITING),
    figuresOfResource(slug, at),
    organisationsNamed([resource.publisher ?? [], resource.partners].flat(), at),
    collectionsOf(slug, at),
    listTerms(at),
  ]);
  const told = { lead: plainTree(resource.summary), body: parseMarkdown(resource.body) };
  const { texts, met } = inContext(glossary, await withReferences(told, at));
  // A sheet of the team, to be printed on one page.
  const readHere = resource.readable && resource.links.length === 0;
  const related = neighbours.filter((other) => other.slug !== slug).slice(0, RELATED);
  return drawn(
    <>
      <Withdrawn withdrawal={resource.withdrawal} />
      <JsonLd data={resourceJsonLd(resource, SITE_URL)} />
      <Breadcrumb
        trail={[{ label: "Les ressources", href: paths.resources() }]}
        current={resource.title}
        siteUrl={SITE_URL}
      />
      <ResourceHeader resource={resource} lead={<InlineTree tree={texts.lead} />} />
      <Container>
        <WithAside
          aside={
            <>
              <ResourceFacts
                resource={resource}
                collections={collections}
                named={(label) => <OrganisationNames label={label} among={organisations} />}
              />
              <DossierLink pages={[paths.resource(slug)]} />
            </>
          }
          label="En bref"
          unprinted={readHere}
        >
          <Superseded relations={resource.relations} />
          <Prose markdown={texts.body} />
          {!readHere && (
            <>
              <Section title="Où le trouver">
                <ResourceLinks links={resource.links} publisher={resource.publisher} centres={resource.centres} />
              </Section>
              <Section title="Le citer">
                <Citation resource={resource} siteUrl={SITE_URL} />
              </Section>
            </>
          )}
          <FigureLines figures={figures} title="Des chiffres qui en viennent" />
          <CitingWebinars webinars={citing} title="Cité dans un webinaire" />
          <TermNotes terms={met} />
          <SourceNote source={resource.source} confidence={resource.confidence} />
          <Changes changes={await listChanges("resource", slug)} />
        </WithAside>
        {need && !readHere && related.length > 0 && (
          <Section
            title="Sur le même besoin"
            more={{ label: "Tous les documents de ce besoin", href: paths.resources({ besoin: need.slug }) }}
          >
            <ResourceRows resources={related} />
          </Section>
        )}
      </Container>
    </>,
  );
}
