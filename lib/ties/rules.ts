import { isComing } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

/** Those that come in order, then the others, the latest first. */
export const comingFirst = <Webinar extends Pick<WebinarSummary, "startsAt" | "cancelledAt">>(
  webinars: readonly Webinar[],
  at: Date,
): Webinar[] => [
  ...webinars.filter((webinar) => isComing(webinar, at)),
  ...webinars.filter((webinar) => !isComing(webinar, at)).toReversed(),
];
