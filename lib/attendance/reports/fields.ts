import { gathered, namesWithin, secondsIn } from "#lib/attendance/reports/rules";
import {
  type Decision,
  type Match,
  NEWCOMER,
  NOBODY,
  type ReportedPerson,
  rowFields,
} from "#lib/attendance/reports/schema";
import { type Places, placesOf } from "#lib/csv/headings";
import { readTable, unguarded } from "#lib/csv/reading";
import { decoded } from "#lib/files/decoding/rules";
import type { PersonInput } from "#lib/people/schema";
import type { Result } from "#lib/platform/result";
import { emailKey, slugify } from "#lib/platform/text";
import { namedPerson } from "#lib/roster/additions/fields";
import { Profile } from "#prisma/enums";

/** As Zoom, Teams, Webex, Meet, BigBlueButton and GoTo name them in French and in English, without accents. */
const HEADINGS = {
  duration:
    /duration|duree|^time-in-|^online-time|attendance-time|temps-(passe|total|en-|de-(presence|connexion|participation|session|reunion))/,
  instant: /join|left|leave|exit|action|timestamp|arrivee|entree|sortie|depart|participation|connexion|horodatage/,
  attended: /^attended$|^(a-)?(assiste|participe)$|^presente?$|^presence$/,
  waiting: /waiting-room|lobby|salle-d-attente/,
} as const;
type Column = keyof typeof HEADINGS;

/** Of a speaker’s words or picture, which is no presence. */
const OF_A_MICROPHONE = /talk|parole|webcam|camera|idle|inacti/;

type Layout = { person: Places; columns: Record<Column, number[]>; unitSeconds: number };

const LONGEST_HEADING = 120;
const MOST_CELLS = 200;
const LONGEST_NAME = 200;
/** A row with one of these is about somebody: it names no column. */
const VALUE = /^[\d\s.,:/-]+$|@/;

function layoutOf(row: readonly string[]): Layout | null {
  const headings = row.map((cell) => (cell.length > LONGEST_HEADING || VALUE.test(cell) ? null : slugify(cell)));
  if (headings.includes(null)) return null;
  const placed = (column: Column) =>
    headings.flatMap((heading, index) =>
      heading !== null && HEADINGS[column].test(heading) && !OF_A_MICROPHONE.test(heading) ? [index] : [],
    );
  const columns = {
    duration: placed("duration"),
    instant: placed("instant"),
    attended: placed("attended"),
    waiting: placed("waiting"),
  };
  const { person } = placesOf(row);
  const { fullName, firstName, lastName, lastNameThenFirst, email } = person;
  const named = [fullName, lastName, lastNameThenFirst].some((found) => found.length > 0) || firstName.length > 0;
  // What comes before the participants names the meeting and its host.
  const about = [email, columns.duration, columns.instant].some((found) => found.length > 0);
  const unit = headings[columns.duration[0] ?? -1] ?? "";
  return named && about ? { person, columns, unitSeconds: /second|-sec$|-s$/.test(unit) ? 1 : 60 } : null;
}

/** « 2. Participants » begins the part of a Teams report that counts; the others say the same in other words. */
const SECTION = /^(\d{1,3})\.\s/;
const PARTICIPANTS = "2";

const NO = /^(no|non|n|false|faux|0|absente?)$/i;
const YES = /^(yes|oui|y|o|true|vrai|1|x)$/i;
/** A row of totals, or of answers without a name, holds a dash wherever a person would have something. */
const DASH = /^[-–—]$/;

function personIn(row: readonly string[], { person, columns, unitSeconds }: Layout): ReportedPerson | null {
  const first = (places: readonly number[]) => places.map((index) => row[index]?.trim() ?? "").find(Boolean) ?? "";
  const cell = (field: keyof Places) => first(person[field]);
  if (NO.test(first(columns.attended)) || YES.test(first(columns.waiting))) return null;
  const parted = cell("firstName") && (cell("lastName") || !cell("fullName"));
  const whole = cell("fullName") || cell("lastNameThenFirst") || cell("lastName");
  const name = (parted ? `${cell("firstName")} ${cell("lastName")}` : whole).trim().slice(0, LONGEST_NAME);
  const email = person.email.map((index) => row[index]?.trim() ?? "").find((text) => text.includes("@")) ?? null;
  const seconds = secondsIn(first(columns.duration), unitSeconds);
  const isEmpty = email === null && seconds === null && row.some((text) => DASH.test(text.trim()));
  if ((!name && !email) || isEmpty) return null;
  return { name: (name || (email ?? "")).toWellFormed(), email: email?.slice(0, LONGEST_NAME) ?? null, seconds };
}

/** Each once, without what comes before the headings of the participants, nor the parts that list them again. */
export function peopleIn(rows: readonly (readonly string[])[]): ReportedPerson[] {
  const people: ReportedPerson[] = [];
  let layout: Layout | null = null;
  let counts = true;
  for (const cells of rows) {
    const row = cells.slice(0, MOST_CELLS).map(unguarded);
    const [, section] = SECTION.exec(row[0] ?? "") ?? [];
    const headings = layoutOf(row);
    // A row with one word at most is a title, or the end of a part.
    const title = row.filter(Boolean).length < 2;
    if (section && title) counts = section === PARTICIPANTS;
    if (headings || title) layout = headings;
    else if (layout && counts) {
      const person = personIn(row, layout);
      if (person) people.push(person);
    }
  }
  return gathered(people);
}

const MOST_LINES = 20_000;
const MOST_PEOPLE = 1_000;

/** @param bytes in any encoding that Zoom, Teams and Excel use */
export function readReportFile(
  bytes: Uint8Array,
): Result<{ people: ReportedPerson[] }, "empty" | "crowded" | "exhausted"> {
  const text = decoded(bytes);
  if (text.split("\n", MOST_LINES + 1).length > MOST_LINES) return { ok: false, reason: "exhausted" };
  const people = peopleIn(readTable(text));
  if (people.length === 0) return { ok: false, reason: "empty" };
  return people.length > MOST_PEOPLE ? { ok: false, reason: "crowded" } : { ok: true, people };
}

type Row = { name: string; match: Match; addable: boolean };
const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

export function decisionsIn(
  rows: readonly Row[],
  registrants: readonly { id: string; email: string }[],
  typed: Readonly<Record<string, unknown>>,
): { decisions: Decision[] } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const byAddress = new Map(registrants.map(({ id, email }) => [emailKey(email), id]));
  const registrantIds = new Set(registrants.map(({ id }) => id));
  const decisions = rows.map(({ name, match, addable }, index): Decision => {
    const { choice, other, profile } = rowFields(index);
    const [chosen, address] = [text(typed[choice]), text(typed[other])];
    if (address) {
      const registrationId = byAddress.get(emailKey(address));
      if (registrationId) return { registrationId };
      errors[other] = `${name}\u00A0: personne n’est inscrit avec l’adresse ${address}.`;
      return null;
    }
    if (registrantIds.has(chosen)) return { registrationId: chosen };
    if (chosen === NEWCOMER && addable) {
      const newProfile = Object.values(Profile).find((value) => value === typed[profile]);
      if (newProfile) return { add: newProfile };
      errors[profile] = `${name}\u00A0: choisissez son profil.`;
    } else if (chosen !== NOBODY && match.by !== "address")
      errors[choice] = `${name}\u00A0: dites qui est cette personne.`;
    return null;
  });
  return Object.keys(errors).length ? { errors } : { decisions };
}

/** Somebody of a report as a registrant; null without an address, or without a first and a last name. */
export function asRegistrant({ name, email }: ReportedPerson, profile: PersonInput["profile"]): PersonInput | null {
  if (email === null) return null;
  const complete = namesWithin(name).map((one) => namedPerson(one, email, profile));
  return complete.find((person) => person !== null) ?? null;
}
