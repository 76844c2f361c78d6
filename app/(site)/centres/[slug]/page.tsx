import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CentreDoor } from "#components/centres/centre-door";
import { CentreFacts } from "#components/centres/centre-facts";
import { CentreNeeds } from "#components/centres/centre-needs";
import { TermNotes } from "#components/glossary/term-notes";
import { OrganisationNames } from "#components/organisations/organisation-names";
import { Changes } from "#components/publication/changes";
import { SourceNote } from "#components/publication/source-note";
import { Withdrawn } from "#components/publication/withdrawn";
import { ResourceRows } from "#components/resources/resource-rows";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { InlineTree, Prose, plainTree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import { WithAside } from "#components/ui/with-aside";
import { CitingWebinars } from "#components/webinars/citing-webinars";
import { stateOf } from "#components/webinars/webinar-tags";
import { findCentre } from "#lib/centres/queries";
import { isIdentified } from "#lib/centres/rules";
import { pageMetadata } from "#lib/edge/metadata";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { organisationsNamed } from "#lib/organisations/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { paths } from "#lib/platform/paths";
import { resourcesOfCentre } from "#lib/resources/queries";
import { webinarsAround } from "#lib/ties/queries";
import { withReferences } from "#lib/ties/references/queries";
import { comingFirst } from "#lib/ties/rules";

type Props = { params: Promise<{ slug: string }> };

const SHOWN = 6;

const load = cache((slug: string) => findRead(paths.centre(slug), now(), (shown) => findCentre(slug, now(), shown)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const centre = await load((await params).slug);
  if (!centre) return {};
  return pageMetadata({
    title: centre.name,
    description: centre.summary,
    path: paths.centre(centre.slug),
    ...(isIdentified(centre) && { feed: paths.feed({ centre: centre.slug }) }),
  });
}

export default async function CentrePage({ params }: Props) {
  const { slug } = await params;
  const at = now();
  const [centre, resources, webinars] = await Promise.all([
    load(slug),
    resourcesOfCentre(slug, at, SHOWN),
    webinarsAround(paths.centre(slug), at),
  ]);
  if (!centre) notFound();
  const [organisations, glossary] = await Promise.all([organisationsNamed(centre.partners, at), listTerms(at)]);
  const told = { lead: plainTree(centre.summary), body: parseMarkdown(centre.body) };
  const { texts, met } = inContext(glossary, await withReferences(told, at));
  return drawn(
    <>
      <Withdrawn withdrawal={centre.withdrawal} />
      <Breadcrumb
        trail={[{ label: "Les centres de ressources", href: paths.centres() }]}
        current={centre.name}
        siteUrl={env().SITE_URL}
      />
      <PageHeader kicker="Centre de ressources" title={centre.name} lead={<InlineTree tree={texts.lead} />}>
        <CentreDoor centre={centre} />
      </PageHeader>
      <Container>
        <WithAside
          aside={
            <CentreFacts centre={centre} named={(label) => <OrganisationNames label={label} among={organisations} />} />
          }
          label="En bref"
          before
        >
          <Prose markdown={texts.body} />
        </WithAside>
        {centre.needs.length > 0 && (
          <Section title="Les besoins auxquels il répond">
            <CentreNeeds needs={centre.needs} />
          </Section>
        )}
        {resources.length > 0 && (
          <Section
            title="Documents sur le même thème"
            more={{ label: "Toutes les ressources de ce centre", href: paths.resources({ centre: slug }) }}
          >
            <ResourceRows resources={resources} />
          </Section>
        )}
        <CitingWebinars
          title="Les webinaires sur ce thème"
          more={{ label: "Tout le programme", href: paths.webinars() }}
          webinars={comingFirst(webinars, at).map((webinar) => ({ ...webinar, state: stateOf(webinar, at) }))}
        />
        <TermNotes terms={met} />
        <SourceNote source={centre.source} confidence={centre.confidence} />
        <Changes changes={await listChanges("centre", slug)} />
      </Container>
    </>,
  );
}
