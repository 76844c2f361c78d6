import { Tag } from "#components/ui/tag";
import { FORECAST, registrationStateLabels, webinarStateLabels } from "#lib/webinars/labels";
import { areFewLeft, isForecast, registrationState, webinarState } from "#lib/webinars/rules";
import type { WebinarSummary } from "#lib/webinars/schema";

type Props = { webinar: WebinarSummary; at: Date; last?: boolean };

/** Where a session stands: one word about time or seats. */
export function stateOf(webinar: WebinarSummary, at: Date): string {
  const registration = registrationState(webinar, at);
  if (registration === "closed") return webinarStateLabels[webinarState(webinar, at)];
  if (registration === "open" && isForecast(webinar)) return FORECAST;
  if (registration === "open" && areFewLeft(webinar)) return "Dernières places";
  return registrationStateLabels[registration];
}

/** @param last at the foot of a card, however high it is */
export function WebinarTags({ webinar, at, last = false }: Props) {
  const isLive = webinarState(webinar, at) === "running" && !webinar.cancelledAt;
  return (
    <p className={`flex flex-wrap gap-2 ${last ? "mt-auto pt-2" : ""}`}>
      <Tag look={isLive ? "strong" : "plain"}>{stateOf(webinar, at)}</Tag>
      {webinar.provisional && !webinar.cancelledAt && <Tag look="doubt">Programme prévisionnel</Tag>}
    </p>
  );
}
