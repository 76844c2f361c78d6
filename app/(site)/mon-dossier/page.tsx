import type { Metadata } from "next";
import { send } from "#app/(site)/mon-dossier/actions";
import { DossierMailForm } from "#components/dossier/mail-form";
import { DOSSIER_LEAD, DOSSIER_TITLE, DossierScreen } from "#components/dossier/screen";
import { Breadcrumb } from "#components/site/breadcrumb";
import { issueFormToken } from "#lib/abuse/form-token";
import { filesOf } from "#lib/dossier/archive/queries";
import { dossierPages, proposals } from "#lib/dossier/queries";
import { dossierQuery, pagesOf } from "#lib/dossier/schema";
import { pageMetadata } from "#lib/edge/metadata";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const bare = Object.keys(await searchParams).length === 0;
  return pageMetadata({ title: DOSSIER_TITLE, description: DOSSIER_LEAD, path: paths.dossier(), indexed: bare });
}

export default async function DossierPage({ searchParams }: Props) {
  const at = now();
  const query = dossierQuery.parse(await searchParams);
  const chosen = pagesOf(query);
  const [pages, found] = await Promise.all([dossierPages(chosen, at), proposals(query.q, chosen, at)]);
  const { files } = await filesOf(pages, at);
  const names = pages.map(({ href }) => paths.dossierName(href));
  return (
    <>
      <Breadcrumb current={DOSSIER_TITLE} siteUrl={env().SITE_URL} />
      <DossierScreen
        pages={pages}
        words={query.q}
        proposals={found}
        files={files}
        sent={query.envoye !== undefined}
        siteUrl={env().SITE_URL}
      >
        {pages.length > 0 && <DossierMailForm names={names} formToken={issueFormToken(at)} action={send} />}
      </DossierScreen>
    </>
  );
}
