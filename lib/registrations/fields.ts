import { z } from "zod";
import { namesIn, profileNamed, readWritten, type WrittenLine, type WrittenPerson } from "#lib/csv/people";
import { CSV_DIALECTS } from "#lib/csv/writing";
import { listOf, requiredText } from "#lib/forms/fields";
import { wallClockInParis } from "#lib/platform/dates";
import { fingerprint } from "#lib/platform/fingerprint";
import { emailKey } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import { registrationOriginLabels, registrationStatusLabels } from "#lib/registrations/labels";
import { type PersonInput, type Registrant, registrantFilter, registrationSchema } from "#lib/registrations/schema";
import { Profile } from "#prisma/enums";

/** What a file of registrants may hold of each, in the order of its columns. */
export const REGISTRANT_COLUMNS = [
  "status",
  "firstName",
  "lastName",
  "email",
  "profile",
  "organisation",
  "territory",
  "questions",
  "accessNeeds",
  "newsletter",
  "newsletterNotice",
  "origin",
  "partner",
  "createdAt",
  "cancelledAt",
  "presence",
  "minutes",
] as const;
export type RegistrantColumn = (typeof REGISTRANT_COLUMNS)[number];

/** What the form of a file posts. Without a column, it holds them all. */
export const registrantExport = registrantFilter.extend({
  columns: listOf(z.enum(REGISTRANT_COLUMNS)).transform((chosen) =>
    REGISTRANT_COLUMNS.filter((column) => chosen.length === 0 || chosen.includes(column)),
  ),
  dialect: z.enum(CSV_DIALECTS).catch("excel"),
});
export type RegistrantExport = z.output<typeof registrantExport>;

const told = (message: string) =>
  z
    .string(message)
    .trim()
    .min(1, message)
    .transform((typed): unknown => typed);
const fields = registrationSchema.shape;

/** One person added by the team: the fields of the public form, spoken of to somebody else. */
export const addedPerson = registrationSchema.extend({
  webinarId: z.uuid(),
  firstName: told("Indiquez le prénom de la personne.").pipe(fields.firstName),
  lastName: told("Indiquez le nom de la personne.").pipe(fields.lastName),
  email: told("Indiquez l’adresse électronique de la personne.").pipe(fields.email),
  profile: z.enum(Profile, "Choisissez le profil de la personne."),
});

const PASTED_LENGTH = 60_000;

/** A list pasted by the team. `shown` names the list that was reviewed. */
export const pastedList = z.object({
  webinarId: z.uuid(),
  list: requiredText("Collez une liste\u00A0: une personne par ligne.", PASTED_LENGTH),
  profile: z.enum(Profile, "Choisissez le profil des personnes dont la ligne ne le dit pas."),
  shown: z.string().default(""),
});

/** The most people that one paste brings in: their session is held meanwhile. */
export const PASTED_PEOPLE = 300;

/** A line of a list pasted by the team, and what was understood of it. */
export type PastedLine = { number: number; text: string } & (
  | { person: PersonInput /** Whether the name was drawn from the address. */; guessed: boolean }
  /** Why the line is refused, in a sentence; `twice` when the address stands on a line before. */
  | { refusal: string; twice?: boolean }
);

const personSchema = registrationSchema.omit({ question: true, accessNeeds: true, newsletter: true });

const PROFILES = Object.values(profileLabels).join("\u202F; ");

/** @param usual the profile of whoever says none */
function judged(
  { guessed, profile: said, ...typed }: WrittenPerson,
  usual: Profile,
): { person: PersonInput; guessed: boolean } | { refusal: string } {
  if (!typed.email.includes("@")) return { refusal: "Il manque l’adresse électronique." };
  if (!typed.firstName || !typed.lastName) return { refusal: "Il manque le prénom ou le nom." };
  const profile = said === "" ? usual : profileNamed(said);
  if (!profile) return { refusal: `Ce profil n’est pas connu\u00A0: ${said}. Profils possibles\u00A0: ${PROFILES}.` };
  const parsed = personSchema.safeParse({ ...typed, profile });
  return parsed.success ? { person: parsed.data, guessed } : { refusal: parsed.error.issues[0]?.message ?? "" };
}

/** Somebody known by a name in one piece and an address. @returns null when one of them is not complete */
export function namedPerson(name: string, email: string, profile: Profile): PersonInput | null {
  const [firstName, lastName] = namesIn(name.replace(/\([^)]*\)/g, " "));
  const read = { firstName, lastName, email, profile: "", organisation: "", territory: "", guessed: false };
  const judgement = judged(read, profile);
  return "person" in judgement ? judgement.person : null;
}

/**
 * The people of a list, each line judged.
 * @param profile of those whose line says none
 * @returns also the headings of the columns that were left aside
 */
export function readPeople(list: string, profile: Profile): { lines: PastedLine[]; unused: string[] } {
  const { lines, unused } = readWritten(list);
  const seen = new Map<string, number>();
  const judge = (line: WrittenLine): PastedLine => {
    if ("refusal" in line) return line;
    const { number, text } = line;
    const understood = judged(line.person, profile);
    if ("refusal" in understood) return { number, text, ...understood };
    const key = emailKey(understood.person.email);
    const before = seen.get(key);
    if (before !== undefined)
      return { number, text, twice: true, refusal: `Cette adresse est déjà à la ligne\u00A0${before}.` };
    seen.set(key, number);
    return { number, text, ...understood };
  };
  return { lines: lines.map(judge), unused };
}

/** What was understood of a line, in words. */
export const personWords = ({ firstName, lastName, email, profile, organisation, territory }: PersonInput): string =>
  [`${firstName} ${lastName}`, email, profileLabels[profile], organisation, territory]
    .filter((words) => words !== null)
    .join(", ");

/** Names a list with the profile chosen for it: what is agreed to is what was reviewed. */
export const listFingerprint = (list: string, profile: Profile): string => fingerprint([profile, list]);

const moment = (instant: Date | null) => (instant ? wallClockInParis(instant).replace("T", " ") : "");

/** What stands in each column of a file of registrants. */
export const registrantCells: Record<RegistrantColumn, (person: Registrant) => string | number | null> = {
  status: ({ status }) => registrationStatusLabels[status],
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  email: ({ email }) => email,
  profile: ({ profile }) => profileLabels[profile],
  organisation: ({ organisation }) => organisation,
  territory: ({ territory }) => territory,
  questions: ({ questions }) => questions.join("\n"),
  accessNeeds: ({ accessNeeds }) => accessNeeds,
  newsletter: ({ newsletterAt }) => (newsletterAt ? "Oui" : "Non"),
  newsletterNotice: ({ newsletterNotice }) => newsletterNotice,
  origin: ({ origin }) => registrationOriginLabels[origin],
  partner: ({ partner }) => partner,
  createdAt: ({ createdAt }) => moment(createdAt),
  cancelledAt: ({ cancelledAt }) => moment(cancelledAt),
  presence: ({ presentAt }) => (presentAt ? "Oui" : "Non"),
  minutes: ({ presentMinutes }) => presentMinutes,
};
