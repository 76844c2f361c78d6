import type { Metadata } from "next";
import { save } from "#app/(back-office)/administration/webinaires/[id]/deroulement/actions";
import { WebinarTermsScreen } from "#components/back-office/webinars/terms";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { fieldValues } from "#lib/edit-forms/fields";
import { actFields, actsVersion, webinarValues } from "#lib/webinars/fields";
import { findWebinarForEditor } from "#lib/webinars/queries";

export const metadata: Metadata = { title: "Déroulement" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarTermsPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const webinar = await requireItem((await params).id, (id) => findWebinarForEditor(viewer, id));
  const { fait, ouverture } = await searchParams;
  return (
    <WebinarTermsScreen
      webinar={webinar}
      fields={actFields}
      values={fieldValues(actFields, webinarValues(webinar))}
      version={actsVersion(webinar)}
      opening={String(ouverture)}
      save={save}
      done={fait}
    />
  );
}
