import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { PageText } from "#components/pages/page-text";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { findPage } from "#lib/pages/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { pageMetadata } from "#lib/platform/metadata";
import { paths } from "#lib/platform/paths";

type Props = { params: Promise<{ page: string }> };

const load = cache((slug: string) => findPage(slug, now()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await load((await params).page);
  if (!page) return {};
  return pageMetadata({ title: page.title, description: page.summary, path: paths.page(page.slug) });
}

export default async function TextPage({ params }: Props) {
  const page = await load((await params).page);
  if (!page) notFound();
  return (
    <>
      <Breadcrumb current={page.title} siteUrl={env().SITE_URL} />
      <PageHeader title={page.title} lead={page.summary} />
      <Container>
        <PageText page={page} contactEmail={env().CONTACT_EMAIL} />
      </Container>
    </>
  );
}
