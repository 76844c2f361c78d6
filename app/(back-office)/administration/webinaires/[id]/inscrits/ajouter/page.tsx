import type { Metadata } from "next";
import { addOne } from "#app/(back-office)/administration/webinaires/[id]/inscrits/actions";
import { RegistrantsAddScreen } from "#components/back-office/roster/add";
import { RegistrantAddForm } from "#components/back-office/roster/add-form";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { additionRefusal } from "#lib/roster/additions/labels";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Ajouter une personne" };

export default async function AddRegistrant({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  return (
    <RegistrantsAddScreen title="Ajouter une personne" webinar={webinar} closed={additionRefusal(webinar, now())}>
      <RegistrantAddForm action={addOne} id={id} />
    </RegistrantsAddScreen>
  );
}
