import { notFound } from "next/navigation";
import { calendarHeaders, publishedCalendar } from "#lib/calendar/file";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { findWebinar } from "#lib/webinars/queries";

/** The session as a calendar file, for whoever wants it: nobody's name is in it. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const at = now();
  const webinar = await findWebinar((await params).slug, at);
  if (!webinar) notFound();
  const { id, sequence, slug } = webinar;
  const file = publishedCalendar([{ webinar, id, sequence, registered: false }], env().SITE_URL, at);
  return new Response(file, { headers: calendarHeaders(slug) });
}
