import { EMAIL_HEADING, FIRST_NAME_HEADING, placesOf } from "#lib/csv/headings";
import { readTable, rowsOf, separatorOf } from "#lib/csv/reading";
import { quoted, slugify } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";
import type { Profile } from "#prisma/enums";

/** Somebody as a line has them, nothing verified yet; what is not said is empty. */
export type WrittenPerson = {
  firstName: string;
  lastName: string;
  email: string;
  profile: string;
  organisation: string;
  territory: string;
  guessed: boolean;
};

export type WrittenLine = { number: number; text: string } & ({ person: WrittenPerson } | { refusal: string });

const HEADINGS = {
  firstName: FIRST_NAME_HEADING,
  lastName: /^nom(-de-famille|-d-usage|-usuel)?$|^(last|family)-?name$|^surname$/,
  fullName: /^nom-complet$|^prenoms?-(et-)?noms?$|^((full|display)-?)?name$|^participante?$/,
  lastNameThenFirst: /^noms?-(et-)?prenoms?$/,
  email: EMAIL_HEADING,
  profile: /^(votre-)?profile?$/,
  organisation: /^(votre-)?(organi[sz]ation|organisme|structure|entreprise|societe|employeur)$|^company$/,
  territory: /^(votre-)?(territoire|commune|ville)$|^territory$|^city$/,
} as const;
type Field = keyof typeof HEADINGS;
type Headings = { places: Record<Field, number[]>; width: number; separator: string; unused: string[] };

const NAMED_ADDRESS = /^(.*?)[\s,]*<([^<>]+)>$/;
/** Mail programs copy several recipients on one line. */
const BETWEEN_RECIPIENTS = /(?<=>)[\t ]*[;,][\t ]*(?=.*@)/;

const addressOf = (cell: string) => (NAMED_ADDRESS.exec(cell)?.[2] ?? cell).replace(/^mailto:/i, "").trim();

/** « Camille Durand », « Durand, Camille » and, as French lists have it, « DURAND Camille ». */
export function namesIn(text: string, lastNameFirst = false): [firstName: string, lastName: string] {
  const [before = "", after] = text.replaceAll('"', "").split(/\s*,\s*/);
  if (after) return [after, before];
  const words = before.trim().split(/\s+/);
  const capitals = words.findIndex((word) => word !== word.toUpperCase());
  if (capitals > 0) return [words.slice(capitals).join(" "), words.slice(0, capitals).join(" ")];
  const [one, others] = [words[0] ?? "", words.slice(1).join(" ")];
  return lastNameFirst ? [others, one] : [one, others];
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** camille.durand@exemple.fr is Camille Durand; contact@exemple.fr is nobody in particular. */
function namesFrom(address: string): [string, string] {
  const [first = "", ...others] = (address.split("@")[0] ?? "")
    .split(/[._]+/)
    .filter((word) => /^[\p{L}-]+$/u.test(word));
  return others.length ? [capitalised(first), others.map(capitalised).join(" ")] : ["", ""];
}

const nobody = { firstName: "", lastName: "", email: "", profile: "", organisation: "", territory: "" };

/** Whoever has an address and no name may have it in their address. */
function withName(person: Omit<WrittenPerson, "guessed">): WrittenPerson {
  const guessed = person.firstName === "" && person.lastName === "";
  const [firstName, lastName] = guessed ? namesFrom(person.email) : [person.firstName, person.lastName];
  return { ...person, firstName, lastName, guessed };
}

const PROFILES = Object.entries(profileLabels) as [Profile, string][];
const LABELS = new Map(PROFILES.map(([profile, label]) => [slugify(label), profile]));
const bare = (words: string) => slugify(words).replaceAll("-", "");
const SHORTEST = 3;

/** Its label, one side of its comma, or how either begins (« Élue », « asso »); undefined when several are named. */
export function profileNamed(words: string): Profile | undefined {
  const key = bare(words);
  const [named, another] = PROFILES.filter(([profile, label]) =>
    [profile, label, ...label.split(",")].some((name) => bare(name).startsWith(key)),
  );
  return key.length < SHORTEST || another ? undefined : named?.[0];
}

const isLabel = (left: string | undefined, right: string | undefined): boolean =>
  Boolean(left && right) && LABELS.has(slugify(`${left}, ${right}`));

/** Puts together again the labels whose comma was taken for a separator. */
const rejoined = (cells: readonly string[]): string[] =>
  cells.flatMap((cell, index) => {
    if (isLabel(cells[index - 1], cell)) return [];
    return isLabel(cell, cells[index + 1]) ? [`${cell}, ${cells[index + 1]}`] : [cell];
  });

function fromOneCell(text: string): WrittenPerson {
  const [firstName, lastName] = namesIn(NAMED_ADDRESS.exec(text)?.[1] ?? "");
  return withName({ ...nobody, firstName, lastName, email: addressOf(text) });
}

/** Which cell after the names says the profile: the third one, unless another is a label word for word. */
function profilePlace(cells: readonly string[]): number {
  const label = cells.findIndex((cell) => LABELS.has(slugify(cell)));
  if (label >= 0 || cells.length !== 2) return label >= 0 ? label : 2;
  // « Camille Durand;Élue;… », but « Jean Pierre;Maire;… » may be called Maire.
  const [names = "", said = ""] = cells;
  const [begins] = PROFILES.filter(([, name]) => bare(name).startsWith(bare(said)));
  return names.includes(" ") && begins && profileNamed(said) ? 1 : 2;
}

/** Several cells without headings: the names, then the profile; the address is anywhere. */
function fromCells(cells: readonly string[]): WrittenPerson | string {
  const email = addressOf(cells.find((cell) => cell.includes("@")) ?? "");
  const others = cells.filter((cell) => cell !== "" && !cell.includes("@"));
  const place = profilePlace(others);
  const [one = "", two, extra] = others.filter((_, index) => index !== place);
  if (extra !== undefined)
    return `Nous ne savons pas ce que veut dire ${quoted(extra)}\u00A0: ajoutez en tête de liste une ligne de titres.`;
  const [firstName, lastName] = two === undefined ? namesIn(one) : [one, two];
  return { ...nobody, firstName, lastName, email, profile: others[place] ?? "", guessed: false };
}

function fromRow(cells: readonly string[], { places, width }: Headings): WrittenPerson | string {
  if (!places.email.length)
    return `Aucun titre ne désigne l’adresse électronique\u00A0: appelez sa colonne ${quoted("Email")}.`;
  if (cells.slice(width).some(Boolean))
    return `Cette ligne a plus de cellules que celle des titres, qui en a ${width}.`;
  const all = (field: Field) => places[field].map((index) => cells[index] ?? "");
  const cell = (field: Field) => all(field).find(Boolean) ?? "";
  const together = cell("lastNameThenFirst");
  const [firstName, lastName] = places.firstName.length
    ? [cell("firstName"), cell("lastName")]
    : namesIn(together || cell("fullName") || cell("lastName"), together !== "");
  return withName({
    firstName,
    lastName,
    email: addressOf(all("email").find((text) => text.includes("@")) ?? ""),
    profile: cell("profile"),
    organisation: cell("organisation"),
    territory: cell("territory"),
  });
}

function headingsIn(row: string): Headings | null {
  const separator = separatorOf(row);
  const cells = readTable(row, separator)[0] ?? [];
  const places = placesOf(cells, HEADINGS);
  const { firstName, lastName, fullName, lastNameThenFirst, email } = places;
  const spoken = [firstName, lastName, fullName, lastNameThenFirst, email].some((found) => found.length > 0);
  if (!spoken || row.includes("@")) return null;
  const used = new Set(Object.values(places).flat());
  const unused = cells.filter((cell, index) => cell !== "" && !used.has(index));
  return { places, width: cells.length, separator, unused };
}

function readRow(row: string, headings: Headings | null): WrittenPerson | string {
  const text = row.trim();
  if (headings && headings.width > 1) {
    const cells = rejoined(readTable(row, headings.separator)[0] ?? []);
    return cells.length > 1 ? fromRow(cells, headings) : fromOneCell(text);
  }
  const cells = NAMED_ADDRESS.test(text) ? [text] : rejoined(readTable(text)[0] ?? []);
  return cells.length > 1 ? fromCells(cells) : fromOneCell(text);
}

/**
 * One a line: « Prénom Nom <adresse> », an address alone, or cells separated by tabs, semicolons or commas. Headings
 * before the first address say what each column is; without them, « Prénom;Nom;Adresse;Profil ».
 */
export function readWritten(list: string): { lines: WrittenLine[]; unused: string[] } {
  const lines: WrittenLine[] = [];
  let headings: Headings | null = null;
  let addressed = false;
  const rows = rowsOf(list).flatMap(({ number, text }) =>
    text.split(BETWEEN_RECIPIENTS).map((row) => ({ number, row })),
  );
  for (const { number, row } of rows) {
    const text = row.trim();
    if (text === "") continue;
    const rowHeadings: Headings | null = headings || addressed ? null : headingsIn(row);
    if (rowHeadings) {
      headings = rowHeadings;
      continue;
    }
    addressed ||= text.includes("@");
    const read = readRow(row, headings);
    lines.push({ number, text, ...(typeof read === "string" ? { refusal: read } : { person: read }) });
  }
  return { lines, unused: headings?.unused ?? [] };
}
