import { notFound } from "next/navigation";
import { calendarHeaders, publishedCalendar } from "#lib/calendar/file";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { findWebinar } from "#lib/webinars/queries";
import { isForecast } from "#lib/webinars/rules";

/** The session as a calendar file, for whoever wants it: nobody's name is in it. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const webinar = await findWebinar((await params).slug, now());
  if (!webinar) notFound();
  const { id, sequence, slug, updatedAt } = webinar;
  const entry = { webinar, id, sequence, registered: false, tentative: isForecast(webinar) };
  const file = publishedCalendar([entry], env().SITE_URL, updatedAt);
  return respondWithEtag(request, file, calendarHeaders(slug), updatedAt);
}
