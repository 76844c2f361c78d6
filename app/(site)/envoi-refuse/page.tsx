import type { Metadata } from "next";
import { RefusedForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Envoi non accepté", robots: { index: false } };

export default function RefusedFormPage() {
  return <RefusedForm />;
}
