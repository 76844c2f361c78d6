"use client";

import { SiteFrame } from "#components/site/frame";
import { NotFound } from "#components/site/not-found";

/** Every page carries what stands in for it: as a client component, its name alone. The front sends one of ours instead. */
export default function RootNotFound() {
  return (
    <SiteFrame>
      <NotFound />
    </SiteFrame>
  );
}
