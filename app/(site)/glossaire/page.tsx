import type { Metadata } from "next";
import { glossaryJsonLd } from "#components/glossary/glossary-json-ld";
import { Alphabet, byLetter } from "#components/glossary/letters";
import { TermList } from "#components/glossary/term-list";
import { usualOriginOf } from "#components/glossary/usual-source";
import { SourceNote } from "#components/publication/source-note";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { JsonLd } from "#components/ui/json-ld";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listTerms } from "#lib/glossary/queries";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "Le glossaire";
const lead = "Les mots que l’on emploie sur les territoires, expliqués en une ou deux phrases.";

export const generateMetadata = (): Metadata =>
  pageMetadata({ title, pictured: cardOf("term").plural, description: lead, path: paths.glossary() });

export default async function GlossaryPage() {
  const terms = await listTerms(now());
  const letters = byLetter(terms);
  const usual = usualOriginOf(terms);
  const { SITE_URL } = env();
  return drawn(
    <>
      <JsonLd data={glossaryJsonLd(terms, SITE_URL)} />
      <Breadcrumb current={title} siteUrl={SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <Alphabet letters={letters.map(([letter]) => letter)} />
        <TermList letters={letters} usualSource={usual?.source ?? ""} />
        {usual && <SourceNote source={`${usual.source} Sauf mention contraire.`} confidence={usual.confidence} />}
      </Container>
    </>,
  );
}
