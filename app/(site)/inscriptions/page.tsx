import type { Metadata } from "next";
import { UnknownRegistration } from "#components/people/unknown-registration";

export const metadata: Metadata = { title: "Inscription introuvable", robots: { index: false } };

/** Sent by the front in place of a personal page whose link opens nothing. */
export default function RegistrationsPage() {
  return <UnknownRegistration />;
}
