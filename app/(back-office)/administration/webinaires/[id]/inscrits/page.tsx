import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegistrantsScreen } from "#components/back-office/registrants";
import { requireEditor } from "#lib/auth/session";
import { isIdentifier } from "#lib/editorial/edited";
import { listRegistrants } from "#lib/registrations/editing";
import { findWebinarForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Inscrits" };

export default async function Registrants({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireEditor();
  const { id } = await params;
  const webinar = isIdentifier(id) ? await findWebinarForEditor(editor, id) : null;
  if (!webinar) notFound();
  return <RegistrantsScreen session={webinar} people={await listRegistrants(editor, id)} />;
}
