import type { Metadata } from "next";
import { cancel, correct, resend, restore } from "#app/(back-office)/administration/webinaires/[id]/inscrits/actions";
import { RegistrantsFile } from "#components/back-office/roster/file";
import { RegistrantsScreen } from "#components/back-office/roster/list";
import { RegistrationTimeline } from "#components/back-office/roster/timeline";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { listFormFields } from "#lib/form-fields/queries";
import { now } from "#lib/platform/clock";
import { chosenColumns } from "#lib/roster/export/queries";
import { countRegistrants, listRegistrants } from "#lib/roster/queries";
import { registrantListQuery } from "#lib/roster/schema";
import { registrationTimeline } from "#lib/roster/timeline/queries";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Inscrits" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Registrants({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const { page, ...filter } = registrantListQuery.parse(search);
  const list = await listRegistrants(editor, id, { ...filter, page });
  return (
    <RegistrantsScreen
      webinar={webinar}
      list={list}
      counts={await countRegistrants(editor, id)}
      filter={filter}
      fields={await listFormFields(editor, id)}
      actions={{ cancel, restore, resend, correct }}
      file={<RegistrantsFile id={id} filter={filter} total={list.total} chosen={await chosenColumns(editor)} />}
      timeline={<RegistrationTimeline timeline={await registrationTimeline(editor, id)} />}
      search={search}
      at={now()}
    />
  );
}
