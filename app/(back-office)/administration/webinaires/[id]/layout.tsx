import type { ReactNode } from "react";
import { WebinarMoment } from "#components/back-office/webinars/moment";
import { isItsDay } from "#lib/attendance/day/rules";
import { isIdentifier } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Every tab of a session says first where it stands. */
export default async function WebinarLayout({ params, children }: Props) {
  const editor = await requireViewer();
  const { id } = await params;
  const at = now();
  const webinar = isIdentifier(id) ? await findWebinarTerms(editor, id) : null;
  return (
    <>
      {webinar && (
        <WebinarMoment
          webinar={webinar}
          address={absolute(env().SITE_URL, paths.webinar(webinar.slug))}
          isItsDay={isItsDay(webinar, at)}
          at={at}
        />
      )}
      {children}
    </>
  );
}
