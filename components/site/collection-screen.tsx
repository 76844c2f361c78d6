import type { ComponentProps } from "react";
import { CollectionPage } from "#components/collections/collection-page";
import { Breadcrumb } from "#components/site/breadcrumb";
import { paths } from "#lib/platform/paths";

type Props = ComponentProps<typeof CollectionPage> & { siteUrl: string };

/** A reading path or a collection, where it stands. */
export function CollectionScreen({ collection, siteUrl, ...texts }: Props) {
  return (
    <>
      <Breadcrumb
        trail={[{ label: "Parcours et collections", href: paths.collections() }]}
        current={collection.title}
        siteUrl={siteUrl}
      />
      <CollectionPage collection={collection} {...texts} />
    </>
  );
}
