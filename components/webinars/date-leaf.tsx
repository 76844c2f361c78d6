import "./year.css";
import { inParis, PARIS } from "#lib/platform/dates";
import type { WebinarSummary } from "#lib/webinars/schema";

const leaf = new Intl.DateTimeFormat("fr-FR", { timeZone: PARIS, weekday: "long", day: "numeric", month: "short" });

/** A leaf of a calendar, in Paris: « jeudi », « 21 », « mars »; « 1er », « déc. ». */
export function calendarLeaf(instant: Date): { weekday: string; day: string; month: string } {
  const part = (wanted: string) => leaf.formatToParts(instant).find(({ type }) => type === wanted)?.value ?? "";
  const number = part("day");
  return { weekday: part("weekday"), day: number === "1" ? "1er" : number, month: part("month") };
}

type Props = { webinar: Pick<WebinarSummary, "startsAt" | "cancelledAt"> };

/** The day of a session as the leaf of a calendar: its number, large, and its month. Struck out when it is cancelled. */
export function DateLeaf({ webinar: { startsAt, cancelledAt } }: Props) {
  const { day, month } = calendarLeaf(startsAt);
  const offset = inParis(startsAt).toString({ timeZoneName: "never", smallestUnit: "minute" });
  return (
    <time dateTime={offset} className={`leaf ${cancelledAt ? "line-through" : ""}`}>
      <b>{day}</b> {month}
    </time>
  );
}
