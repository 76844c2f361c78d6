import type { Metadata } from "next";
import { addList } from "#app/(back-office)/administration/webinaires/[id]/inscrits/actions";
import { RegistrantsAddScreen } from "#components/back-office/roster/add";
import { RegistrantsPasteForm } from "#components/back-office/roster/paste-form";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { additionRefusal } from "#lib/roster/additions/labels";
import { countRegistrants } from "#lib/roster/queries";
import { freeSeats } from "#lib/seats/waitlist/rules";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Coller une liste" };

export default async function PasteRegistrants({ params }: { params: Promise<{ id: string }> }) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const { confirmed = 0, offered = 0, waiting = 0 } = await countRegistrants(editor, id);
  const free = freeSeats({ capacity: webinar.capacity, confirmed, offered, waiting });
  return (
    <RegistrantsAddScreen title="Coller une liste" webinar={webinar} closed={additionRefusal(webinar, now())}>
      <RegistrantsPasteForm action={addList} id={id} free={waiting > 0 ? 0 : Math.max(0, free)} />
    </RegistrantsAddScreen>
  );
}
