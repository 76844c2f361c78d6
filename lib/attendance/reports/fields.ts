import { mergePeople, secondsIn } from "#lib/attendance/reports/rules";
import {
  type Decision,
  type Match,
  NEWCOMER,
  NOBODY,
  type ReportedPerson,
  rowFields,
} from "#lib/attendance/reports/schema";
import { EMAIL_HEADING, FIRST_NAME_HEADING, placesOf } from "#lib/csv/headings";
import type { PersonInput } from "#lib/people/schema";
import { emailKey } from "#lib/platform/text";
import { namedPerson } from "#lib/roster/additions/fields";
import { Profile } from "#prisma/enums";

/** As the headings of Zoom and Teams name them in French and in English, without accents. */
const HEADINGS = {
  name: /^(user-)?name(-original-name)?$|^(full|display|participant)-name$|^participant$|^nom(-complet|-d-affichage|-du-participant)?(-nom-.*)?$|^nom-(d-|de-l-)utilisateur(-nom-.*)?$/,
  firstName: FIRST_NAME_HEADING,
  lastName: /^last-name$|^nom-de-famille$/,
  email: EMAIL_HEADING,
  duration: /duration|duree|time-in-session|temps-(de|en|passe)/,
  instant: /join|left|leave|action|timestamp|arrivee|entree|sortie|depart|participation|connexion|horodatage/,
  attended: /^attended$|^(a-)?(assiste|participe)$|^presente?$/,
} as const;
type Field = keyof typeof HEADINGS;

type Layout = Record<Field, number[]>;

function layoutOf(row: readonly string[]): Layout | null {
  const layout = placesOf(row, HEADINGS);
  const named = layout.name.length > 0 || (layout.firstName.length > 0 && layout.lastName.length > 0);
  // What comes before the participants names the meeting and its host.
  const about = [layout.email, layout.duration, layout.instant].some((found) => found.length > 0);
  return named && about ? layout : null;
}

/** « 2. Participants » begins the part of a Teams report that counts; the others say the same in other words. */
const SECTION = /^(\d+)\.\s/;
const PARTICIPANTS = "2";

const ABSENT = /^(no|non)$/i;

function personIn(row: readonly string[], layout: Layout): ReportedPerson | null {
  const cells = (field: Field) => layout[field].map((index) => row[index]?.trim() ?? "");
  const cell = (field: Field) => cells(field).find(Boolean) ?? "";
  if (ABSENT.test(cell("attended"))) return null;
  const parted = `${cell("firstName")} ${cell("lastName") || cell("name")}`.trim();
  const name = cell("firstName") ? parted : cell("name");
  const email = cells("email").find((text) => text.includes("@")) ?? null;
  if (!name && !email) return null;
  return { name: name || (email ?? ""), email, seconds: secondsIn(cell("duration")) };
}

/** Each once, without what comes before the headings of the participants, nor the parts that list them again. */
export function peopleIn(rows: readonly (readonly string[])[]): ReportedPerson[] {
  const people: ReportedPerson[] = [];
  let layout: Layout | null = null;
  let counts = true;
  for (const row of rows) {
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
  return mergePeople(people);
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
export const asRegistrant = ({ name, email }: ReportedPerson, profile: PersonInput["profile"]): PersonInput | null =>
  email === null ? null : namedPerson(name, email, profile);
