import type { ReactNode } from "react";
import { SiteFrame } from "#components/site/frame";
import { drawn, drawnAddress, observed } from "#lib/observation/page";
import { env } from "#lib/platform/env";

export default function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <SiteFrame contactEmail={env().CONTACT_EMAIL} address={drawnAddress()} page={observed()?.path ?? null} draw={drawn}>
      {children}
    </SiteFrame>
  );
}
