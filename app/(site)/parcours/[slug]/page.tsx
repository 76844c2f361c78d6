import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TermNotes } from "#components/glossary/term-notes";
import { Changes } from "#components/publication/changes";
import { Withdrawn } from "#components/publication/withdrawn";
import { CollectionScreen } from "#components/site/collection-screen";
import { InlineTree, plainTree } from "#components/ui/prose";
import { findCollection } from "#lib/collections/queries";
import { slugOfPath } from "#lib/collections/schema";
import { pageMetadata } from "#lib/edge/metadata";
import { inContext } from "#lib/glossary/context/rules";
import { listTerms } from "#lib/glossary/queries";
import { listChanges } from "#lib/items/changes";
import { findRead } from "#lib/items/queries";
import { drawn } from "#lib/observation/page";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

type Props = { params: Promise<{ slug: string }> };

const load = cache((slug: string) =>
  findRead(paths.collection(slugOfPath(slug)), now(), (shown) => findCollection(slugOfPath(slug), now(), shown)),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const collection = await load((await params).slug);
  if (!collection) return {};
  const { title, summary: description, slug } = collection;
  return pageMetadata({ title, description, path: paths.collection(slug) });
}

export default async function ReadingPathPage({ params }: Props) {
  const collection = await load((await params).slug);
  if (!collection) notFound();
  const { texts, met } = inContext(await listTerms(now()), { lead: plainTree(collection.summary) });
  return drawn(
    <>
      <Withdrawn withdrawal={collection.withdrawal} />
      <CollectionScreen collection={collection} lead={<InlineTree tree={texts.lead} />} siteUrl={env().SITE_URL}>
        <TermNotes terms={met} />
        <Changes changes={await listChanges("collection", collection.slug)} />
      </CollectionScreen>
    </>,
  );
}
