import type { Metadata } from "next";
import { Unavailable } from "#components/site/unavailable";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Un instant", robots: { index: false } };

/** Sent by the front, with its status, in place of a page that cannot be rendered now; needs nothing but itself. */
export default function UnavailablePage() {
  return <Unavailable contactEmail={env().CONTACT_EMAIL} />;
}
