import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import TextPage from "#app/(site)/[page]/page";
import NeedPage from "#app/(site)/besoins/[slug]/page";
import CentrePage from "#app/(site)/centres/[slug]/page";
import OrderedCollectionPage from "#app/(site)/collections/[slug]/page";
import GlossaryPage from "#app/(site)/glossaire/page";
import ObservatoryPage from "#app/(site)/observatoire/page";
import OrganisationPage from "#app/(site)/organisations/[slug]/page";
import ReadingPathPage from "#app/(site)/parcours/[slug]/page";
import ResourcePage from "#app/(site)/ressources/[slug]/page";
import WebinarPage from "#app/(site)/webinaires/[slug]/page";
import { PreviewFrame, PreviewWidths } from "#components/publication/preview-frame";
import { PreviewMissing } from "#components/publication/preview-missing";
import { PreviewNotice } from "#components/publication/preview-notice";
import { readPreviewLink } from "#lib/auth/preview-link";
import { preview } from "#lib/desks/preview-mutations";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { paths, READING_PATH } from "#lib/platform/paths";
import { previewQuery } from "#lib/publication/schema";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Record<string, unknown>> };

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Aperçu", robots: { index: false, follow: false } };

const at = (slug: string) => ({ params: Promise.resolve({ slug }) });

/** Each page reads all that it shows before it answers. */
const PAGES: Record<EditorialNoun, (slug: string) => Promise<ReactNode>> = {
  need: (slug) => NeedPage(at(slug)),
  centre: (slug) => CentrePage(at(slug)),
  resource: (slug) => ResourcePage(at(slug)),
  page: (slug) => TextPage({ params: Promise.resolve({ page: slug }) }),
  collection: (slug) =>
    READING_PATH.test(slug) ? ReadingPathPage(at(slug.replace(READING_PATH, ""))) : OrderedCollectionPage(at(slug)),
  term: () => GlossaryPage(),
  figure: () => ObservatoryPage(),
  organisation: (slug) => OrganisationPage(at(slug)),
  webinar: (slug) => WebinarPage({ ...at(slug), searchParams: Promise.resolve({}) }),
};

export default async function PreviewPage({ params, searchParams }: Props) {
  const instant = now();
  const { token } = await params;
  const link = await readPreviewLink(token, instant);
  const noun = EDITORIAL_NOUNS.find((known) => known === link?.noun);
  if (!link || !noun) notFound();
  const { width } = previewQuery.parse(await searchParams);
  if (width) return <PreviewFrame hrefOf={(other) => paths.preview(token, other)} width={width} />;
  const shown = await preview(link.editor, noun, link.id, instant, PAGES[noun]);
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
