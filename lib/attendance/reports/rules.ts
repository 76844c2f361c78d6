import type { Match, ReportedPerson } from "#lib/attendance/reports/schema";
import { emailKey, slugify } from "#lib/platform/text";

const UNITS: [unit: RegExp, seconds: number][] = [
  [/(\d+)\s*(?:h|hr|hrs|heures?|hours?)(?![a-z])/, 3600],
  [/(\d+)\s*(?:m|mn|min|mins|minutes?)(?![a-z])/, 60],
  [/(\d+)\s*(?:s|sec|secs|secondes?|seconds?)(?![a-z])/, 1],
];
const CLOCK = /^(\d+):(\d{2}):(\d{2})$/;
const MINUTES_AFTER_HOURS = /h\s*(\d{1,2})$/;

/** « 47 » and « 47,5 » are minutes, « 47 min 12 s », « 1h 3m 2s », « 1 h 03 », « 00:47:12 »; null for anything else. */
export function secondsIn(text: string): number | null {
  const duration = text.normalize("NFKC").trim().toLowerCase();
  if (/^\d+(?:[.,]\d+)?$/.test(duration)) return Math.round(Number(duration.replace(",", ".")) * 60);
  const [clock, hours, minutes, seconds] = CLOCK.exec(duration) ?? [];
  if (clock) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const parts = UNITS.flatMap(([unit, worth]) => {
    const [, count] = unit.exec(duration) ?? [];
    return count === undefined ? [] : [Number(count) * worth];
  });
  const [, after] = MINUTES_AFTER_HOURS.exec(duration) ?? [];
  if (!parts.length) return null;
  return parts.reduce((sum, part) => sum + part, Number(after ?? 0) * 60);
}

/** The session's own length at most; at least one minute. */
export const attendanceMinutes = (seconds: number | null, durationMinutes: number): number | null =>
  seconds === null ? null : Math.min(durationMinutes, Math.max(1, Math.round(seconds / 60)));

const wordsOf = (name: string): string[] =>
  slugify(name.replace(/\([^)]*\)/g, " "))
    .split("-")
    .filter(Boolean);

/** A name whatever the order of its words: « DURAND Camille (invité) » is « Camille Durand ». */
const nameKey = (name: string): string => wordsOf(name).sort().join(" ") || name.trim();

/** In any unit; null when neither is known. */
export const summed = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);

/**
 * The people of a report, each once, in their order: somebody who left and came back has several rows, whose lengths
 * are summed. An address says who it is; without one the name does, unless two addresses bear it.
 */
export function mergePeople(rows: readonly ReportedPerson[]): ReportedPerson[] {
  const addressed = rows.filter(({ email }) => email !== null);
  const bearers = Map.groupBy(addressed, ({ name }) => nameKey(name));
  const addressOf = ({ name, email }: ReportedPerson): string | null => {
    if (email !== null) return emailKey(email);
    const addresses = new Set(bearers.get(nameKey(name))?.map((bearer) => emailKey(bearer.email ?? "")));
    return addresses.size === 1 ? ([...addresses][0] ?? null) : null;
  };
  const people = new Map<string, ReportedPerson>();
  for (const row of rows) {
    const key = addressOf(row) ?? `name ${nameKey(row.name)}`;
    const candidates = people.get(key) ?? { ...row, seconds: null };
    const email = candidates.email ?? row.email;
    people.set(key, { ...candidates, email, seconds: summed(candidates.seconds, row.seconds) });
  }
  return [...people.values()];
}

export type Candidate = { id: string; firstName: string; lastName: string; email: string };

/** A doubt about more people than this helps nobody. */
const CANDIDATES = 8;
const SIGNIFICANT = 3;

/** How much two names have in common, from 0 to 1; an initial stands for its word. */
function likeness(words: readonly string[], others: readonly string[]): number {
  const same = words.filter((word) => others.includes(word));
  if (!same.some((word) => word.length >= SIGNIFICANT)) return 0;
  const initials = words.filter((word) => word.length === 1 && others.some((other) => other.startsWith(word)));
  return (same.length + initials.length / 2) / Math.max(words.length, others.length);
}

/** By their address, else by their name; in the order of the report. */
export function matchPeople(people: readonly ReportedPerson[], registrants: readonly Candidate[]): Match[] {
  const known = registrants.map((registrant) => {
    const name = `${registrant.firstName} ${registrant.lastName}`;
    return { ...registrant, name: nameKey(name), words: wordsOf(name), key: emailKey(registrant.email) };
  });
  const byAddress = new Map(known.map((registrant) => [registrant.key, registrant.id]));
  const byName = Map.groupBy(known, ({ name }) => name);
  return people.map(({ name, email }) => {
    const registrationId = email === null ? undefined : byAddress.get(emailKey(email));
    if (registrationId) return { by: "address", registrationId };
    const [namesake, ...others] = byName.get(nameKey(name)) ?? [];
    if (namesake && !others.length) return { by: "name", registrationId: namesake.id };
    const words = wordsOf(name);
    const likely = known
      .map(({ id, words: theirs }) => ({ id, score: likeness(words, theirs) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    const candidates = likely.slice(0, CANDIDATES).map(({ id }) => id);
    return candidates.length ? { by: "doubt", candidates } : { by: "nothing" };
  });
}
