import { namesIn, profileNamed, readWritten, type WrittenLine, type WrittenPerson } from "#lib/csv/people";
import { type PersonInput, personSchema } from "#lib/people/schema";
import { fingerprint } from "#lib/platform/fingerprint";
import { emailKey, excerpt, quoted } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import type { PastedLine } from "#lib/roster/additions/schema";
import type { Profile } from "#prisma/enums";

const PROFILES = Object.values(profileLabels).join("\u202F; ");

/** In characters of what was typed. */
const LONGEST_SHOWN = 60;

/** @param usual the profile of whoever says none */
function judged(
  { guessed, payer, profile: profileWords, ...typed }: WrittenPerson,
  usual: Profile,
): { person: PersonInput; guessed: boolean; payer: boolean } | { refusal: string } {
  if (!typed.email) return { refusal: "Il manque l’adresse électronique." };
  if (!typed.email.includes("@"))
    return { refusal: `${quoted(excerpt(typed.email, LONGEST_SHOWN))} n’est pas une adresse électronique.` };
  if (!typed.firstName || !typed.lastName) return { refusal: "Il manque le prénom ou le nom." };
  const profile = profileWords === "" ? usual : profileNamed(profileWords);
  if (!profile)
    return { refusal: `Ce profil n’est pas connu\u00A0: ${profileWords}. Profils possibles\u00A0: ${PROFILES}.` };
  const parsed = personSchema.safeParse({ ...typed, profile });
  return parsed.success ? { person: parsed.data, guessed, payer } : { refusal: parsed.error.issues[0]?.message ?? "" };
}

/** Somebody known by a name in one piece and an address. @returns null when one of them is not complete */
export function namedPerson(name: string, email: string, profile: Profile): PersonInput | null {
  const [firstName, lastName] = namesIn(name);
  const read = {
    firstName,
    lastName,
    email,
    profile: "",
    organisation: "",
    territory: "",
    guessed: false,
    payer: false,
  };
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

export const personWords = ({ firstName, lastName, email, profile, organisation, territory }: PersonInput): string =>
  [`${firstName} ${lastName}`, email, profileLabels[profile], organisation, territory]
    .filter((words) => words !== null)
    .join(", ");

export const lineWords = ({
  person,
  guessed,
  payer,
}: {
  person: PersonInput;
  guessed: boolean;
  payer: boolean;
}): string =>
  [personWords(person), guessed && "(nom tiré de l’adresse)", payer && "(adresse du payeur)"].filter(Boolean).join(" ");

/** Names a list with the profile chosen for it: what is agreed to is what was reviewed. */
export const listFingerprint = (list: string, profile: Profile): string => fingerprint([profile, list]);
