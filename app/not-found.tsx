import type { Metadata } from "next";
import { SiteFrame } from "#components/site/frame";
import { NotFound } from "#components/site/not-found";
import { env } from "#lib/platform/env";
import { SITE_NAME } from "#lib/platform/site-name";

export const metadata: Metadata = { title: { absolute: `Page introuvable – ${SITE_NAME}` }, robots: { index: false } };

export default function RootNotFound() {
  return (
    <SiteFrame contactEmail={env().CONTACT_EMAIL}>
      <NotFound contactEmail={env().CONTACT_EMAIL} />
    </SiteFrame>
  );
}
