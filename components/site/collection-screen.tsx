import { CollectionPage } from "#components/collections/collection-page";
import { Breadcrumb } from "#components/site/breadcrumb";
import type { CollectionDetail } from "#lib/collections/schema";
import { paths } from "#lib/platform/paths";

/** A reading path or a collection, where it stands. */
export function CollectionScreen({ collection, siteUrl }: { collection: CollectionDetail; siteUrl: string }) {
  return (
    <>
      <Breadcrumb
        trail={[{ label: "Parcours et collections", href: paths.collections() }]}
        current={collection.title}
        siteUrl={siteUrl}
      />
      <CollectionPage collection={collection} />
    </>
  );
}
