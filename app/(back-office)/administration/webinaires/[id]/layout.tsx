import type { ReactNode } from "react";
import { WebinarMoment } from "#components/back-office/webinars/moment";
import { isIdentifier } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Every tab of a session says first where it stands. */
export default async function WebinarLayout({ params, children }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const webinar = isIdentifier(id) ? await findWebinarTerms(editor, id) : null;
  return (
    <>
      {webinar && <WebinarMoment webinar={webinar} at={now()} />}
      {children}
    </>
  );
}
