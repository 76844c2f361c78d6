import type { Match, ReportedPerson } from "#lib/attendance/reports/schema";
import { emailKey, slugify } from "#lib/platform/text";

const UNITS: [unit: RegExp, seconds: number][] = [
  [/(\d{1,6})\s?(?:h|hr|hrs|heures?|hours?)(?![a-z])/, 3600],
  [/(\d{1,6})\s?(?:m|mn|min|mins|minutes?)(?![a-z])/, 60],
  [/(\d{1,6})\s?(?:s|sec|secs|secondes?|seconds?)(?![a-z])/, 1],
];
const CLOCK = /^(\d{1,3}):(\d{2}):(\d{2})$/;
const MINUTES_AFTER_HOURS = /h\s?(\d{1,2})$/;
const LONGEST_DURATION = 60;

/**
 * « 47 » and « 47,5 » alone, « 47 min 12 s », « 1h 3m 2s », « 1 h 03 », « 00:47:12 »; null for anything else.
 * @param unitSeconds how long one is, where no unit is written
 */
export function secondsIn(text: string, unitSeconds: number): number | null {
  if (text.length > LONGEST_DURATION) return null;
  const duration = text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  if (/^\d+(?:[.,]\d+)?$/.test(duration)) return Math.round(Number(duration.replace(",", ".")) * unitSeconds);
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

const MARK =
  /^(guest|invite|externe?|external|host|hote|co-host|co-hote|organisateur|organisatrice|organizer|presenter|presentateur|presentatrice|moi|me|elle|il|iel|lui|she|he|they|she-her|he-him|they-them|elle-la|il-lui|non-verifie|unverified|telephone|phone|mobile|ipad|iphone)$/;

/** What a name says outside its parentheses and within each: Zoom writes « Mairie de X (Karim Haddad) ». */
export function namesWithin(name: string): string[] {
  const [outside = "", ...within] = name.split(/[()（）]/);
  const outer = [outside, ...within.filter((_, index) => index % 2 === 1)].join(" ").trim();
  const inner = within.filter((words, index) => index % 2 === 0 && words.trim() !== "" && !MARK.test(slugify(words)));
  return [outer, ...inner.map((words) => words.trim())].filter(Boolean);
}

const MOST_WORDS = 20;
const wordsOf = (name: string): string[] => slugify(name).split("-").filter(Boolean).slice(0, MOST_WORDS);

/** A name whatever the order of its words: « DURAND Camille » is « Camille Durand ». */
const keyOf = (name: string): string => wordsOf(name).sort().join(" ") || name.trim();
const nameKey = (name: string): string => keyOf(namesWithin(name).join(" ")) || name.trim();

/** In any unit; null when neither is known. */
export const summed = (one: number | null, other: number | null): number | null =>
  one === null ? other : one + (other ?? 0);

/** Rows of one key become one person, in their order, whose lengths are summed. */
function merged(rows: readonly ReportedPerson[], keyed: (row: ReportedPerson) => string): ReportedPerson[] {
  const people = new Map<string, ReportedPerson>();
  for (const row of rows) {
    const known = people.get(keyed(row)) ?? { ...row, seconds: null };
    people.set(keyed(row), { ...known, email: known.email ?? row.email, seconds: summed(known.seconds, row.seconds) });
  }
  return [...people.values()];
}

const ownKey = ({ name, email }: ReportedPerson) => (email === null ? `name ${nameKey(name)}` : emailKey(email));

/** Somebody who left and came back has several rows: those of one address, or of one name without an address. */
export const gathered = (rows: readonly ReportedPerson[]): ReportedPerson[] => merged(rows, ownKey);

/**
 * The people of a report, each once: a row without an address joins the only address that bears its name, unless
 * several registrants bear it too.
 */
export function mergePeople(
  rows: readonly ReportedPerson[],
  registrants: readonly { firstName: string; lastName: string }[] = [],
): ReportedPerson[] {
  const addressed = rows.filter(({ email }) => email !== null);
  const bearers = Map.groupBy(addressed, ({ name }) => nameKey(name));
  const namesakes = Map.groupBy(registrants, ({ firstName, lastName }) => keyOf(`${firstName} ${lastName}`));
  return merged(rows, (row) => {
    const name = nameKey(row.name);
    const addresses = new Set(bearers.get(name)?.map(({ email }) => emailKey(email ?? "")));
    const [address = null] = addresses;
    const isSure = row.email === null && addresses.size === 1 && (namesakes.get(name)?.length ?? 0) < 2;
    return isSure && address !== null ? address : ownKey(row);
  });
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

/** By their address, else by one of their names; in the order of the report. */
export function matchPeople(people: readonly ReportedPerson[], registrants: readonly Candidate[]): Match[] {
  const known = registrants.map((registrant) => {
    const name = `${registrant.firstName} ${registrant.lastName}`;
    return { id: registrant.id, name: keyOf(name), words: wordsOf(name), key: emailKey(registrant.email) };
  });
  const byAddress = new Map(known.map((registrant) => [registrant.key, registrant.id]));
  const byName = Map.groupBy(known, ({ name }) => name);
  return people.map(({ name, email }) => {
    const registrationId = email === null ? undefined : byAddress.get(emailKey(email));
    if (registrationId) return { by: "address", registrationId };
    const names = namesWithin(name);
    const namesakes = new Set([...names, names.join(" ")].flatMap((one) => byName.get(keyOf(one)) ?? []));
    const [namesake] = namesakes;
    if (namesake && namesakes.size === 1) return { by: "name", registrationId: namesake.id };
    const said = names.map(wordsOf);
    const likely = known
      .map(({ id, words: theirs }) => ({ id, score: Math.max(0, ...said.map((words) => likeness(words, theirs))) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score);
    const candidates = likely.slice(0, CANDIDATES).map(({ id }) => id);
    return candidates.length ? { by: "doubt", candidates } : { by: "nothing" };
  });
}
