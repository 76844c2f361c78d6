import type { Metadata } from "next";
import { CollectionCards } from "#components/collections/collection-cards";
import { Breadcrumb } from "#components/site/breadcrumb";
import { Container } from "#components/ui/container";
import { PageHeader } from "#components/ui/page-header";
import { listCollections } from "#lib/collections/queries";
import { pageMetadata } from "#lib/edge/metadata";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

const title = "Parcours et collections";
const lead =
  "Que lire, dans quel ordre, et en combien de temps\u00A0: cinq minutes, trente minutes ou une demi-journée.";

export const generateMetadata = (): Metadata => pageMetadata({ title, description: lead, path: paths.collections() });

export default async function CollectionsPage() {
  const collections = await listCollections(now());
  return drawn(
    <>
      <Breadcrumb current={title} siteUrl={env().SITE_URL} />
      <PageHeader title={title} lead={lead} />
      <Container>
        <CollectionCards
          title="Parcours de lecture, selon votre rôle"
          lead={"Arrêtez-vous quand vous voulez\u00A0: chaque durée se suffit."}
          collections={collections.filter(({ kind }) => kind === "reading_path")}
        />
        <CollectionCards
          title="Collections"
          lead="Les documents d’un même travail, dans l’ordre où les lire."
          collections={collections.filter(({ kind }) => kind === "collection")}
        />
      </Container>
    </>,
  );
}
