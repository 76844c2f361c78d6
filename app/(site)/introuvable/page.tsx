import type { Metadata } from "next";
import { NotFound } from "#components/site/not-found";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Page introuvable", robots: { index: false } };

/** Sent by the front in place of an address that leads nowhere. */
export default function NowherePage() {
  return <NotFound contactEmail={env().CONTACT_EMAIL} />;
}
