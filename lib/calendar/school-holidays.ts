import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import type { Result } from "#lib/platform/result";

/** A stretch without school, as the ministry's calendar names it: « Vacances de Noël - Zones A/B/C ». */
export type SchoolStretch = {
  label: string;
  /** First and last day without school, YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
};

/** The calendar also tells when teachers and pupils come back, and holidays that are public ones. */
const WITHOUT_SCHOOL = /^(vacances|pont|début des vacances)/i;
const LONGEST_LABEL = 200;

const dayOf = (event: ICAL.Component, name: "dtstart" | "dtend"): Temporal.PlainDate | null => {
  const written = event.getFirstProperty(name)?.toJSON()[3];
  return typeof written === "string" ? Temporal.PlainDate.from(written.slice(0, "YYYY-MM-DD".length)) : null;
};

/** An all-day event ends the day before its DTEND, which is exclusive; without one it lasts a day (RFC 5545 §3.6.1). */
function stretchOf(event: ICAL.Component): SchoolStretch[] {
  const label = String(event.getFirstPropertyValue("summary") ?? "").trim();
  const start = dayOf(event, "dtstart");
  if (!start || !WITHOUT_SCHOOL.test(label) || label.length > LONGEST_LABEL) return [];
  const last = dayOf(event, "dtend")?.subtract({ days: 1 }) ?? start;
  const end = Temporal.PlainDate.compare(last, start) < 0 ? start : last;
  return [{ label, startsOn: start.toString(), endsOn: end.toString() }];
}

/** That of the ministry (data.education.gouv.fr, « Le calendrier scolaire », iCalendar), each stretch once. */
export function readSchoolCalendar(text: string): Result<{ stretches: SchoolStretch[] }, "unreadable" | "empty"> {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name !== "vcalendar") return { ok: false, reason: "unreadable" };
    const found = calendar.getAllSubcomponents("vevent").flatMap(stretchOf);
    const stretches = [...new Map(found.map((one) => [`${one.label} ${one.startsOn}`, one])).values()];
    return stretches.length ? { ok: true, stretches } : { ok: false, reason: "empty" };
  } catch {
    // Whatever stops the reader, the sentence is the same: this file is not the calendar.
    return { ok: false, reason: "unreadable" };
  }
}
