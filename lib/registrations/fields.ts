import { createHash } from "node:crypto";
import { z } from "zod";
import { readTable } from "#lib/csv/reading";
import { profileLabels } from "#lib/editorial/labels";
import { listOf, requiredText } from "#lib/forms/fields";
import { wallClockInParis } from "#lib/platform/dates";
import { emailKey, slugify } from "#lib/platform/text";
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
  dialect: z.enum(["excel", "standard"]).catch("excel"),
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

/** A list pasted by the team. `agreed` names the list that was reviewed. */
export const pastedList = z.object({
  webinarId: z.uuid(),
  list: requiredText("Collez une liste\u00A0: une personne par ligne.", PASTED_LENGTH),
  profile: z.enum(Profile, "Choisissez le profil des personnes dont la ligne ne le dit pas."),
  agreed: z.string().default(""),
});

/** The most people that one paste brings in: their session is held meanwhile. */
export const PASTED_PEOPLE = 300;

/** A line of a list pasted by the team, and what was understood of it. */
export type PastedLine = { number: number; text: string } & (
  | { person: PersonInput /** Whether the name was drawn from the address. */; guessed: boolean }
  /** Why the line is refused, in a sentence; `twice` when the address stands on a line before. */
  | { refusal: string; twice?: boolean }
);

const NAMED_ADDRESS = /^(.*?)[\s,]*<([^<>]+)>$/;
/** Mail programs copy several recipients on one line. */
const BETWEEN_RECIPIENTS = />[\t ]*[;,][\t ]*(?=\S)/g;

const addressOf = (cell: string) => cell.replace(/^mailto:/i, "").trim();
const isHeading = (cells: readonly string[]) => cells.length > 1 && !cells.some((cell) => cell.includes("@"));

/** « Camille Durand », « Durand, Camille » and, as French lists have it, « DURAND Camille ». */
function namesIn(text: string): [firstName: string, lastName: string] {
  const [before = "", after] = text.replaceAll('"', "").split(/\s*,\s*/);
  if (after) return [after, before];
  const words = before.trim().split(/\s+/);
  const capitals = words.findIndex((word) => word !== word.toUpperCase());
  if (capitals > 0) return [words.slice(capitals).join(" "), words.slice(0, capitals).join(" ")];
  return [words[0] ?? "", words.slice(1).join(" ")];
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** camille.durand@exemple.fr is Camille Durand; contact@exemple.fr is nobody in particular. */
function namesFrom(address: string): [string, string] {
  const [first = "", ...others] = (address.split("@")[0] ?? "")
    .split(/[._]+/)
    .filter((word) => /^[\p{L}-]+$/u.test(word));
  return others.length ? [capitalised(first), others.map(capitalised).join(" ")] : ["", ""];
}

const profileOf = (text: string): Profile | undefined =>
  Object.values(Profile).find(
    (profile) => [profile, slugify(profileLabels[profile])].includes(slugify(text)) || profile === text,
  );

type Understood = { firstName: string; lastName: string; email: string; profile: string; guessed: boolean };

/** One cell: « Prénom Nom <adresse> », or an address alone. */
function fromOneCell(text: string, profile: Profile): Understood {
  const [, names = "", bracketed] = NAMED_ADDRESS.exec(text) ?? [];
  const email = addressOf(bracketed ?? text);
  const named = namesIn(names);
  const guessed = named[0] === "";
  const [firstName, lastName] = guessed ? namesFrom(email) : named;
  return { firstName, lastName, email, profile, guessed };
}

/** Several cells: names, address and profile, in the order of the headings. */
function fromCells(cells: readonly string[], profile: Profile, lastNameFirst: boolean): Understood {
  const email = addressOf(cells.find((cell) => cell.includes("@")) ?? "");
  const others = cells.filter((cell) => cell !== "" && !cell.includes("@"));
  const said = others.find((cell) => profileOf(cell));
  const [one = "", two, unknown] = others.filter((cell) => cell !== said);
  const [firstName, lastName] = two === undefined ? namesIn(one) : lastNameFirst ? [two, one] : [one, two];
  return { firstName, lastName, email, profile: (said && profileOf(said)) ?? unknown ?? profile, guessed: false };
}

const cellsOf = (line: string): string[] => (NAMED_ADDRESS.test(line) ? [line] : (readTable(line)[0] ?? []));

const personSchema = registrationSchema.pick({ firstName: true, lastName: true, email: true, profile: true });

function judged({ guessed, ...typed }: Understood): { person: PersonInput; guessed: boolean } | { refusal: string } {
  if (!typed.email.includes("@")) return { refusal: "Il manque l’adresse électronique." };
  if (!typed.firstName || !typed.lastName) return { refusal: "Il manque le prénom ou le nom." };
  const parsed = personSchema.safeParse(typed);
  if (parsed.success) return { person: { ...parsed.data, organisation: null, territory: null }, guessed };
  const [issue] = parsed.error.issues;
  if (issue?.path[0] === "profile") return { refusal: `Ce profil n’est pas connu\u00A0: ${typed.profile}.` };
  return { refusal: issue?.message ?? "" };
}

/** Somebody known by a name in one piece and an address. @returns null when one of them is not complete */
export function namedPerson(name: string, email: string, profile: Profile): PersonInput | null {
  const [firstName, lastName] = namesIn(name.replace(/\([^)]*\)/g, " "));
  const judgement = judged({ firstName, lastName, email, profile, guessed: false });
  return "person" in judgement ? judgement.person : null;
}

/**
 * Reads a list of people, one a line: « Prénom Nom <adresse> », an address alone, or cells « Prénom;Nom;Adresse;Profil »
 * separated by tabs, semicolons or commas. A line of headings may come first, and says when the last name does.
 * @param profile of those whose line says none
 */
export function readPeople(list: string, profile: Profile): PastedLine[] {
  const lines = list.replace(BETWEEN_RECIPIENTS, ">\n").split(/\r?\n/);
  const seen = new Map<string, number>();
  let lastNameFirst = false;
  return lines.flatMap((line, index): PastedLine[] => {
    const text = line.trim();
    const cells = cellsOf(text);
    if (seen.size === 0 && isHeading(cells)) {
      lastNameFirst = slugify(cells[0] ?? "") === "nom";
      return [];
    }
    if (text === "") return [];
    const number = index + 1;
    const understood = judged(cells.length > 1 ? fromCells(cells, profile, lastNameFirst) : fromOneCell(text, profile));
    if ("refusal" in understood) return [{ number, text, ...understood }];
    const key = emailKey(understood.person.email);
    const before = seen.get(key);
    if (before !== undefined)
      return [{ number, text, twice: true, refusal: `Cette adresse est déjà à la ligne\u00A0${before}.` }];
    seen.set(key, number);
    return [{ number, text, ...understood }];
  });
}

/** What was understood of a line, in words. */
export const personWords = ({ firstName, lastName, email, profile }: PersonInput): string =>
  `${firstName} ${lastName}, ${email}, ${profileLabels[profile]}`;

/** Names a list with the profile chosen for it: what is agreed to is what was reviewed. */
export const listDigest = (list: string, profile: Profile): string =>
  createHash("sha256").update(`${profile}\n${list}`).digest("base64url");

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
