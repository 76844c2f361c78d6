import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { termJsonLd } from "#components/glossary/glossary-json-ld";
import { OtherNames } from "#components/glossary/term-list";
import { TermUses } from "#components/glossary/term-uses";
import { Changes } from "#components/publication/changes";
import { SourceNote } from "#components/publication/source-note";
import { Withdrawn } from "#components/publication/withdrawn";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { JsonLd } from "#components/ui/json-ld";
import { PageHeader } from "#components/ui/page-header";
import { Prose } from "#components/ui/prose";
import { pageMetadata } from "#lib/edge/metadata";
import { findTerm, listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { pagesSaying } from "#lib/ties/terms/queries";

type Props = { params: Promise<{ slug: string }> };

const load = cache(async (slug: string) => {
  const terms = await listTerms(now());
  const find = async (shown: object) => terms.find((one) => one.slug === slug) ?? (await findTerm(slug, now(), shown));
  return { terms, term: await findRead(paths.glossary(slug), now(), find) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { term } = await load((await params).slug);
  if (!term) return {};
  return pageMetadata({ title: term.name, description: term.definition, path: paths.glossary(term.slug) });
}

export default async function TermPage({ params }: Props) {
  const { term, terms } = await load((await params).slug);
  if (!term) notFound();
  return drawn(
    <>
      <Withdrawn withdrawal={term.withdrawal} />
      <JsonLd data={termJsonLd(term, env().SITE_URL)} />
      <Breadcrumb
        trail={[{ label: "Le glossaire", href: paths.glossary() }]}
        current={term.name}
        siteUrl={env().SITE_URL}
      />
      <PageHeader kicker="Glossaire" title={term.name}>
        <Prose markdown={term.definition} />
        <OtherNames term={term} />
      </PageHeader>
      <Container>
        <TermUses name={term.name} uses={await pagesSaying(term, terms, now())} />
        <SourceNote source={term.source} confidence={term.confidence} />
        <Changes changes={await listChanges("term", term.slug)} />
      </Container>
    </>,
  );
}
