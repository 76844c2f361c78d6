import type { Event, WithContext } from "schema-dts";
import { inParis } from "#lib/platform/dates";
import { absolute, paths } from "#lib/platform/paths";
import { isForecast, registrationState } from "#lib/webinars/rules";
import type { WebinarDetail } from "#lib/webinars/schema";

const iso = (instant: Date, minutesLater = 0) =>
  inParis(instant).add({ minutes: minutesLater }).toString({ timeZoneName: "never", smallestUnit: "second" });

function statusOf({ cancelledAt, previousStartsAt }: WebinarDetail) {
  if (cancelledAt) return "https://schema.org/EventCancelled";
  return previousStartsAt ? "https://schema.org/EventRescheduled" : "https://schema.org/EventScheduled";
}

/**
 * https://developers.google.com/search/docs/appearance/structured-data/event; a programme that nobody announced has no
 * organiser.
 */
export function webinarJsonLd(webinar: WebinarDetail, siteUrl: string, at: Date): WithContext<Event> {
  const state = registrationState(webinar, at);
  const url = absolute(siteUrl, paths.webinar(webinar.slug));
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: webinar.title,
    description: webinar.summary,
    url,
    inLanguage: "fr",
    isAccessibleForFree: true,
    startDate: iso(webinar.startsAt),
    endDate: iso(webinar.startsAt, webinar.durationMinutes),
    eventAttendanceMode: "https://schema.org/OnlineEventAttendanceMode",
    eventStatus: statusOf(webinar),
    ...(webinar.previousStartsAt && !webinar.cancelledAt && { previousStartDate: iso(webinar.previousStartsAt) }),
    location: { "@type": "VirtualLocation", url },
    ...(!webinar.provisional && { organizer: { "@type": "Organization", name: "Le RAMEAU" } }),
    ...(!isForecast(webinar) &&
      state !== "closed" &&
      state !== "cancelled" && {
        offers: {
          "@type": "Offer",
          price: 0,
          priceCurrency: "EUR",
          url,
          availability: state === "open" ? "https://schema.org/InStock" : "https://schema.org/SoldOut",
        },
      }),
  };
}
