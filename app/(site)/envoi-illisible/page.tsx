import type { Metadata } from "next";
import { UnreadableForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Envoi illisible", robots: { index: false } };

export default function UnreadableFormPage() {
  return <UnreadableForm />;
}
