import type { Metadata } from "next";
import { HeavyForm } from "#components/site/lost-form";

export const metadata: Metadata = { title: "Envoi trop lourd", robots: { index: false } };

export default function HeavyFormPage() {
  return <HeavyForm />;
}
