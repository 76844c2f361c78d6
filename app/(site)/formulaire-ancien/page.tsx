import type { Metadata } from "next";
import { StaleForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Formulaire ancien", robots: { index: false } };

/** Sent by the front in answer to a form whose page was opened before the portal was updated. */
export default function StaleFormPage() {
  return <StaleForm />;
}
