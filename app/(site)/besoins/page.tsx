import type { Metadata } from "next";
import { NeedList } from "#components/needs/need-list";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { listNeeds } from "#lib/needs/queries";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "Les sept besoins";
const lead =
  "Partez de la question que vous vous posez : chaque besoin mène à une réponse courte, aux centres et aux documents utiles.";

export const generateMetadata = (): Metadata =>
  pageMetadata({ title, pictured: cardOf("need").plural, description: lead, path: paths.needs() });

export default async function NeedsPage() {
  const needs = await listNeeds(now());
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <NeedList needs={needs} siteUrl={env().SITE_URL} />
      </Container>
    </>,
  );
}
