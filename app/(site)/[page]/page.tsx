import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TermNotes } from "#components/glossary/term-notes";
import { PageText } from "#components/pages/page-text";
import { Changes } from "#components/publication/changes";
import { Withdrawn } from "#components/publication/withdrawn";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { InlineTree, plainTree } from "#components/ui/prose";
import { conformityWords } from "#lib/accessibility/labels";
import { listFindings } from "#lib/accessibility/queries";
import { pageMetadata } from "#lib/edge/metadata";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { findPage } from "#lib/pages/queries";
import { STATEMENT, withConformity, withContact } from "#lib/pages/rules";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { parseMarkdown } from "#lib/platform/markdown";
import { paths } from "#lib/platform/paths";
import { withReferences } from "#lib/ties/references/queries";

type Props = { params: Promise<{ page: string }> };

const load = cache((slug: string) => findRead(paths.page(slug), now(), (shown) => findPage(slug, now(), shown)));

const textOf = async (slug: string, body: string): Promise<string> =>
  withContact(
    slug === STATEMENT ? withConformity(body, conformityWords(await listFindings())) : body,
    env().CONTACT_EMAIL,
  );

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).page);
  if (!page) return {};
  return pageMetadata({ title: page.title, description: page.summary, path: paths.page(page.slug) });
}

export default async function TextPage({ params }: Props) {
  const page = await load((await params).page);
  if (!page) notFound();
  const told = {
    lead: plainTree(page.summary),
    body: parseMarkdown(await textOf(page.slug, page.body)),
  };
  const { texts, met } = inContext(await listTerms(now()), await withReferences(told, now()));
  return drawn(
    <>
      <Withdrawn withdrawal={page.withdrawal} />
      <Breadcrumb current={page.title} siteUrl={env().SITE_URL} />
      <PageHeader title={page.title} lead={<InlineTree tree={texts.lead} />} />
      <Container>
        <PageText page={page} text={texts.body}>
          <Changes changes={await listChanges("page", page.slug)} />
        </PageText>
        <TermNotes terms={met} />
      </Container>
    </>,
  );
}
