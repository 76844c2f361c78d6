import { notFound } from "next/navigation";
import { calendarHeaders, publishedCalendar } from "#lib/calendar/file";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";

/** The seats behind a link as a calendar file, under the names that the messages give them; one of them with « seance ». */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const at = now();
  const slug = new URL(request.url).searchParams.get("seance");
  const view = await findRegistrations((await params).token, at);
  const entries = (view?.seats ?? [])
    .filter(({ state, webinar }) => state === "confirmed" && (slug === null || webinar.slug === slug))
    .map(({ webinar, calendarId, sequence }) => ({
      webinar,
      id: calendarId,
      sequence,
      registered: true,
      tentative: webinar.forecast,
    }));
  const [first] = entries;
  if (!first) notFound();
  // Dated from the last change of these sessions: an unchanged calendar is the same file.
  const changedAt = new Date(Math.max(...entries.map(({ webinar }) => webinar.updatedAt.getTime())));
  const file = publishedCalendar(entries, env().SITE_URL, changedAt);
  const name = entries.length > 1 ? "mes-seances" : first.webinar.slug;
  const headers = { ...calendarHeaders(name), "Cache-Control": "private, no-cache" };
  return respondWithEtag(request, file, headers, changedAt);
}
