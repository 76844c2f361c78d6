import { notFound } from "next/navigation";
import { calendarFeed, feedHeaders } from "#lib/calendar/file";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { findNeed } from "#lib/needs/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { SITE_NAME } from "#lib/platform/site-name";
import { listCalendarWebinars } from "#lib/webinars/queries";
import { isForecastOf } from "#lib/webinars/rules";
import { calendarQuery } from "#lib/webinars/schema";

/** The programme as a calendar to subscribe to: all of it, or the sessions of one need. Nobody's name is in it. */
export async function GET(request: Request): Promise<Response> {
  const { besoin: slug } = calendarQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const need = slug === undefined ? null : await findNeed(slug, at);
  if (slug !== undefined && !need) notFound();
  const { SITE_URL } = env();
  const webinars = await listCalendarWebinars(at, slug);
  const name = need ? `${need.title} · ${SITE_NAME}` : SITE_NAME;
  const entries = webinars.map((webinar) => ({
    webinar,
    id: webinar.id,
    sequence: webinar.sequence,
    registered: false,
    tentative: isForecastOf(webinar),
  }));
  // Dated from the last change, an unchanged programme is the same file, byte for byte.
  const changedAt = new Date(Math.max(0, ...webinars.map(({ updatedAt }) => updatedAt.getTime())));
  const file = calendarFeed(entries, { name, url: absolute(SITE_URL, paths.calendarFeed(slug)) }, SITE_URL, changedAt);
  return respondWithEtag(request, file, feedHeaders, changedAt);
}
