import { Temporal } from "temporal-polyfill";

export const PARIS = "Europe/Paris";

const formatter = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("fr-FR", { timeZone: PARIS, ...options });
const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const day = formatter(DAY);
const dayAndMonth = formatter({ day: "numeric", month: "short" });
const shortDay = formatter({ day: "numeric", month: "long", year: "numeric" });

const firstOfMonth = (text: string) => text.replace(/(^|\s)1 (?=\p{L})/u, "$11er ");

/** « jeudi 21 mars 2019 », in Paris. */
export const formatDay = (instant: Date): string => firstOfMonth(day.format(instant));

/** « 21 mars 2019 », in Paris. */
export const formatShortDay = (instant: Date): string => firstOfMonth(shortDay.format(instant));

/** « 21 janv. », in Paris: in a table whose readers know the year. */
export const formatDayAndMonth = (instant: Date): string => firstOfMonth(dayAndMonth.format(instant));

export const inParis = (instant: Date): Temporal.ZonedDateTime => inZone(instant, PARIS);

/** @param zone IANA name: « Indian/Reunion » */
export const inZone = (instant: Date, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

/** « vendredi 22 janvier 2027 ». @param zone IANA name: « Pacific/Noumea » */
export const formatDayIn = (instant: Date, zone: string): string =>
  firstOfMonth(formatter({ ...DAY, timeZone: zone }).format(instant));

const hour = (time: Temporal.ZonedDateTime) =>
  `${time.hour}\u00A0h${time.minute ? `\u00A0${String(time.minute).padStart(2, "0")}` : ""}`;

/** « 12 h 45 ». @param zone where the clock hangs; in Paris unless said otherwise */
export const formatHour = (instant: Date, zone = PARIS): string => hour(inZone(instant, zone));

/** « 21 mars 2019 à 13 h », in Paris. */
export const formatTimestamp = (instant: Date): string => `${formatShortDay(instant)} à ${formatHour(instant)}`;

/** « 13 h – 14 h », on one line: a dash lets it break after it, unless a word joiner follows. @param zone where the clock hangs; in Paris unless said otherwise */
export function formatHours(instant: Date, durationMinutes: number, zone = PARIS): string {
  const start = inZone(instant, zone);
  return `${hour(start)}\u202F–\u2060\u202F${hour(start.add({ minutes: durationMinutes }))}`;
}

export const yearInParis = (instant: Date): number => inParis(instant).year;

/** YYYY-MM-DD: the value of a date field. */
export const dayInParis = (instant: Date): string => inParis(instant).toPlainDate().toString();

/** YYYY-MM-DDTHH:mm: the value of a `datetime-local` field. */
export const wallClockInParis = (instant: Date): string =>
  inParis(instant).toPlainDateTime().toString({ smallestUnit: "minute" });

/**
 * A wall-clock time in Paris is skipped in March, repeated in October; null when it exists once, or is not a date.
 * @param local YYYY-MM-DDTHH:mm
 */
export function clockChange(local: string): "skipped" | "repeated" | null {
  try {
    const localTime = Temporal.PlainDateTime.from(local);
    const earlier = localTime.toZonedDateTime(PARIS, { disambiguation: "earlier" });
    if (earlier.equals(localTime.toZonedDateTime(PARIS, { disambiguation: "later" }))) return null;
    return earlier.toPlainDateTime().equals(localTime) ? "repeated" : "skipped";
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/**
 * Null when that wall-clock time does not exist or exists twice in Paris (clock changes), or is not a date.
 * @param local YYYY-MM-DDTHH:mm
 */
export function fromParis(local: string): Date | null {
  try {
    const zoned = Temporal.PlainDateTime.from(local).toZonedDateTime(PARIS, { disambiguation: "reject" });
    return new Date(zoned.epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export const endsAt = ({ startsAt, durationMinutes }: { startsAt: Date; durationMinutes: number }): Date =>
  new Date(startsAt.getTime() + durationMinutes * 60_000);

/** The midnight of Paris that follows an instant. */
export const nextMidnight = (instant: Date): Date =>
  new Date(inParis(instant).startOfDay().add({ days: 1 }).epochMilliseconds);
