import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { addOne } from "#app/(back-office)/administration/webinaires/[id]/inscrits/actions";
import { RegistrantsAddScreen } from "#components/back-office/registrants-add";
import { RegistrantAddForm } from "#components/back-office/registrants-add-form";
import { requireEditor } from "#lib/auth/session";
import { isIdentifier } from "#lib/editorial/edited";
import { now } from "#lib/platform/clock";
import { additionRefusal } from "#lib/registrations/labels";
import { findWebinarForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Ajouter une personne" };

export default async function AddRegistrant({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireEditor();
  const { id } = await params;
  const webinar = isIdentifier(id) ? await findWebinarForEditor(editor, id) : null;
  if (!webinar) notFound();
  return (
    <RegistrantsAddScreen title="Ajouter une personne" session={webinar} closed={additionRefusal(webinar, now())}>
      <RegistrantAddForm action={addOne} id={id} />
    </RegistrantsAddScreen>
  );
}
