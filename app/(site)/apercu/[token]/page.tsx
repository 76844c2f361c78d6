import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import TextPage from "#app/(site)/[page]/page";
import GlossaryPage from "#app/(site)/glossaire/page";
import ObservatoryPage from "#app/(site)/observatoire/page";
import { PreviewFrame, PreviewWidths } from "#components/publication/preview-frame";
import { PreviewMissing } from "#components/publication/preview-missing";
import { PreviewNotice } from "#components/publication/preview-notice";
import { readPreviewLink } from "#lib/auth/preview-link";
import { preview } from "#lib/desks/preview-mutations";
import { cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { previewQuery } from "#lib/publication/schema";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, unknown>> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Aperçu", robots: { index: false, follow: false } };

/** The pages of the items that have none of their own in a folder of their noun. */
const PAGES: Partial<Record<EditorialNoun, (slug: string) => Promise<ReactNode>>> = {
  page: (slug) => TextPage({ params: Promise.resolve({ page: slug }) }),
  term: () => GlossaryPage(),
  figure: () => ObservatoryPage(),
};

type OwnPage = (props: {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, unknown>>;
}) => Promise<ReactNode>;

/** The page of an item, found by its address, as the framework finds it. It reads all that it shows before it answers. */
async function pageOf(noun: EditorialNoun, slug: string): Promise<ReactNode> {
  const known = PAGES[noun];
  if (known) return known(slug);
  const [, folder, own = slug] = cardOf(noun).path(slug).split("/");
  const { default: draw }: { default: OwnPage } = await import(`../../${folder}/[slug]/page.tsx`);
  return draw({ params: Promise.resolve({ slug: own }), searchParams: Promise.resolve({}) });
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const instant = now();
  const { token } = await params;
  const link = await readPreviewLink(token, instant);
  const noun = EDITORIAL_NOUNS.find((known) => known === link?.noun);
  if (!link || !noun) notFound();
  const { width } = previewQuery.parse(await searchParams);
  if (width) return <PreviewFrame hrefOf={(other) => paths.preview(token, other)} width={width} />;
  const shown = await preview(link.editor, noun, link.id, instant, (slug) => pageOf(noun, slug));
  if (!shown) notFound();
  return (
    <>
      <PreviewNotice until={link.until}>
        <PreviewWidths hrefOf={(other) => paths.preview(token, other)} />
      </PreviewNotice>
      {shown.kind === "page" ? shown.page : <PreviewMissing title={shown.title} missing={shown.missing} />}
    </>
  );
}
