import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { written } from "#lib/files/decoding/rules";
import type { Result } from "#lib/platform/result";

/** A stretch without school, as the ministry's calendar names it: « Vacances de Noël - Zones A/B/C ». */
export type SchoolStretch = {
  label: string;
  /** First and last day without school, YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
};

const HOLIDAYS = /^(vacances|pont|début des vacances)/i;
/** Holidays that are told by their first day alone, as those of summer are. */
const OPENING = /^début des\s+/i;
/** Days when teachers or pupils come back: they end holidays, and are none. */
const RETURN = /rentrée|reprise/i;
const LONGEST_LABEL = 200;
const LONGEST_HOLIDAYS = { days: 75 };
const USUAL_HOLIDAYS = { days: 15 };
const UNPUBLISHED = ", fin non publiée, à vérifier";

type Day = Temporal.PlainDate;
type Told = { label: string; start: Day; last: Day };

const dayOf = (event: ICAL.Component, name: "dtstart" | "dtend"): Day | null => {
  const written = event.getFirstProperty(name)?.toJSON()[3];
  return typeof written === "string" ? Temporal.PlainDate.from(written.slice(0, "YYYY-MM-DD".length)) : null;
};

/** An all-day event ends the day before its DTEND, which is exclusive; without one it lasts a day (RFC 5545 §3.6.1). */
function toldBy(event: ICAL.Component): Told[] {
  const label = written(String(event.getFirstPropertyValue("summary") ?? ""))
    .replace(/\s+/g, " ")
    .trim();
  const start = dayOf(event, "dtstart");
  if (!start || label.length > LONGEST_LABEL) return [];
  const last = dayOf(event, "dtend")?.subtract({ days: 1 }) ?? start;
  return [{ label, start, last: Temporal.PlainDate.compare(last, start) < 0 ? start : last }];
}

const placesIn = (label: string): string[] => {
  const places = label.split(" - ").slice(1).join(" ");
  return places.match(/\b[A-C]\b/g) ?? (places ? [places] : []);
};

function shareAPlace(one: string, other: string): boolean {
  const [places, others] = [placesIn(one), placesIn(other)];
  return !places.length || !others.length || places.some((place) => others.includes(place));
}

/** Until the day before the first return that follows; else until their usual end, and it says that nobody told it. */
function opened({ label, start }: Told, returns: readonly Told[]): SchoolStretch {
  const closed = label.replace(OPENING, "");
  const latest = start.add(LONGEST_HOLIDAYS);
  const [back] = returns
    .filter((one) => shareAPlace(label, one.label))
    .map((one) => one.start)
    .filter((day) => Temporal.PlainDate.compare(day, start) > 0 && Temporal.PlainDate.compare(day, latest) <= 0)
    .sort(Temporal.PlainDate.compare);
  if (back) return { label: closed, startsOn: start.toString(), endsOn: back.subtract({ days: 1 }).toString() };
  const [name = "", ...places] = closed.split(" - ");
  const isSummer = start.month === 6 || start.month === 7;
  const end = isSummer ? Temporal.PlainDate.from({ year: start.year, month: 8, day: 31 }) : start.add(USUAL_HOLIDAYS);
  return {
    label: [`${name}${UNPUBLISHED}`, ...places].join(" - "),
    startsOn: start.toString(),
    endsOn: end.toString(),
  };
}

function stretchesIn(told: readonly Told[]): SchoolStretch[] {
  const returns = told.filter(({ label }) => RETURN.test(label));
  return told
    .filter(({ label }) => HOLIDAYS.test(label) && !RETURN.test(label))
    .map((one) =>
      OPENING.test(one.label) && one.last.equals(one.start)
        ? opened(one, returns)
        : { label: one.label.replace(OPENING, ""), startsOn: one.start.toString(), endsOn: one.last.toString() },
    );
}

/** That of the ministry (data.education.gouv.fr, « Le calendrier scolaire », iCalendar), each stretch once. */
export function readSchoolCalendar(text: string): Result<{ stretches: SchoolStretch[] }, "unreadable" | "empty"> {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name !== "vcalendar") return { ok: false, reason: "unreadable" };
    const found = stretchesIn(calendar.getAllSubcomponents("vevent").flatMap(toldBy));
    const stretches = [...new Map(found.map((one) => [`${one.label} ${one.startsOn}`, one])).values()];
    return stretches.length ? { ok: true, stretches } : { ok: false, reason: "empty" };
  } catch {
    // Whatever stops the reader, the sentence is the same: this file is not the calendar.
    return { ok: false, reason: "unreadable" };
  }
}
