import type { Metadata } from "next";
import { Incident } from "#components/site/incident";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Un incident est survenu", robots: { index: false } };

/** Sent by the front in place of a page that failed; needs nothing but itself. */
export default function IncidentPage() {
  return <Incident contactEmail={env().CONTACT_EMAIL} />;
}
