import type { Metadata } from "next";
import { UnreadableForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Envoi illisible", robots: { index: false } };

/** Sent by the front in answer to what no form of the portal sends. */
export default function UnreadableFormPage() {
  return <UnreadableForm />;
}
