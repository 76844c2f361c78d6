import type { ReactNode } from "react";
import { SiteFrame } from "#components/site/frame";
import { findStanding } from "#lib/accessibility/queries";
import { isStandIn } from "#lib/edge/front/error-pages";
import { commonWords, drawn, drawnAddress, observed } from "#lib/observation/page";
import { env } from "#lib/platform/env";

/** What the site is by law. What stands in for other pages does without: nothing may keep it from being drawn. */
async function standingAt(address: string | null): Promise<string | undefined> {
  if (observed()) return commonWords();
  return address && isStandIn(address) ? undefined : findStanding();
}

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const address = drawnAddress();
  return (
    <SiteFrame
      contactEmail={env().CONTACT_EMAIL}
      standing={await standingAt(address)}
      address={address}
      page={observed()?.path ?? null}
      draw={drawn}
    >
      {children}
    </SiteFrame>
  );
}
