import type { Metadata } from "next";
import { UnknownDigest } from "#components/people/digest-screens";

export const metadata: Metadata = { title: "Abonnement introuvable", robots: { index: false } };

/** Sent by the front in place of a subscription whose link opens nothing. */
export default function DigestsPage() {
  return <UnknownDigest />;
}
