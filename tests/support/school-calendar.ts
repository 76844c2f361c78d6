export type SchoolEvent = [summary: string, start: string, end?: string];

const date = (name: string, day: string) =>
  `${name}${day.includes("T") ? "" : ";VALUE=DATE"}:${day.replaceAll(/[-:]/g, "")}`;

/**
 * A school calendar in the shape of the ministry's; its days are the test's own.
 * @param events days YYYY-MM-DD, the end excluded
 */
export const schoolCalendar = (events: readonly SchoolEvent[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//tests//FR",
    ...events.flatMap(([summary, start, end], index) => [
      "BEGIN:VEVENT",
      "DTSTAMP:20260114T124531Z",
      `UID:${index}@tests`,
      date("DTSTART", start),
      ...(end ? [date("DTEND", end)] : []),
      `SUMMARY:${summary}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
