import { notFound } from "next/navigation";
import { calendarHeaders, publishedCalendar } from "#lib/calendar/file";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { findRegistration } from "#lib/registrations/queries";

/** The session as a calendar file, under the name that the invitation sent by mail bears. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const at = now();
  const registration = await findRegistration((await params).token, at);
  if (registration?.state !== "confirmed") notFound();
  const { webinar: session, calendarId: id, sequence } = registration;
  const file = publishedCalendar([{ session, id, sequence, registered: true }], env().SITE_URL, at);
  return new Response(file, { headers: { ...calendarHeaders(session.slug), "Cache-Control": "no-store" } });
}
