import type { Metadata } from "next";
import { OrganisationList } from "#components/organisations/organisation-list";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { pageMetadata } from "#lib/edge/metadata";
import { cardOf } from "#lib/nouns/cards";
import { drawn } from "#lib/observation/page";
import { listOrganisations } from "#lib/organisations/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "Les organisations";
const lead =
  "Qui a publié ces documents, mené ces études ou ouvert ces centres. Les nommer ne veut pas dire qu’elles approuvent ce site.";

export const generateMetadata = (): Metadata =>
  pageMetadata({ title, pictured: cardOf("organisation").plural, description: lead, path: paths.organisations() });

export default async function OrganisationsPage() {
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <OrganisationList organisations={await listOrganisations(now())} />
      </Container>
    </>,
  );
}
