import type { Metadata } from "next";
import { SignInSheet } from "#components/back-office/attendance/sheet";
import { expectedPeople } from "#lib/attendance/queries";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Feuille d’émargement" };

export default async function SignIn({ params }: { params: Promise<{ id: string }> }) {
  const viewer = await requireViewer();
  const webinar = await requireItem((await params).id, (known) => findWebinarTerms(viewer, known));
  return <SignInSheet webinar={webinar} people={await expectedPeople(viewer, webinar.id)} />;
}
