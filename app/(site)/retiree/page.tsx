import type { Metadata } from "next";
import { Gone } from "#components/site/not-found";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Page retirée", robots: { index: false } };

/** Sent by the front in place of a page that has left its address. */
export default function GonePage() {
  return <Gone contactEmail={env().CONTACT_EMAIL} />;
}
