import type { Metadata } from "next";
import { HeavyForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Envoi trop lourd", robots: { index: false } };

/** Sent by the front in answer to more than a form can hold. */
export default function HeavyFormPage() {
  return <HeavyForm />;
}
