import type { ReactNode } from "react";
import { SiteFrame } from "#components/site/frame";
import { env } from "#lib/platform/env";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteFrame contactEmail={env().CONTACT_EMAIL}>{children}</SiteFrame>;
}
