import { type Places, placesOf } from "#lib/csv/headings";
import { readTable, rowsOf, separatorOf, unguarded } from "#lib/csv/reading";
import { excerpt, quoted, slugify } from "#lib/platform/text";
import { formerProfileLabels, profileLabels } from "#lib/profiles/labels";
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
  /** Whether the address is that of whoever paid, who may be somebody else. */
  payer: boolean;
};

export type WrittenLine = { number: number; text: string } & ({ person: WrittenPerson } | { refusal: string });

type Headings = { person: Places; payer: Places; width: number; separator: string; unused: string[] };

/** « Camille Durand <camille@exemple.fr> »; null when nothing ends so. */
function namedAddress(text: string): { name: string; address: string } | null {
  const opening = text.lastIndexOf("<");
  const address = text.slice(opening + 1, -1);
  if (opening < 0 || !text.endsWith(">") || address === "" || address.includes(">")) return null;
  const name = text.slice(0, opening).trimEnd();
  return { name: name.endsWith(",") ? name.slice(0, -1).trimEnd() : name, address };
}

/** Mail programs copy several recipients on one line. */
function recipientsIn(line: string): string[] {
  const lastAddress = line.lastIndexOf("@");
  const recipients = [""];
  let at = 0;
  for (const piece of line.split(/(?<=>)/)) {
    const rest = piece.trimStart();
    const begins = at > 0 && /^[;,]/.test(rest) && at < lastAddress;
    if (begins) recipients.push(rest.slice(1));
    else recipients.push(`${recipients.pop() ?? ""}${piece}`);
    at += piece.length;
  }
  return recipients;
}

const addressOf = (cell: string) => (namedAddress(cell)?.address ?? cell).replace(/^mailto:/i, "").trim();

/** « Camille Durand », « Durand, Camille » and, as French lists have it, « DURAND Camille ». */
export function namesIn(text: string, lastNameFirst = false): [firstName: string, lastName: string] {
  const [before = "", after] = text
    .replaceAll('"', "")
    .split(",")
    .map((part) => part.trim());
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

const nobody = {
  firstName: "",
  lastName: "",
  email: "",
  profile: "",
  organisation: "",
  territory: "",
  payer: false,
};

/** Whoever has an address and no name may have it in their address. */
function withName(person: Omit<WrittenPerson, "guessed">): WrittenPerson {
  const guessed = person.firstName === "" && person.lastName === "";
  const [firstName, lastName] = guessed ? namesFrom(person.email) : [person.firstName, person.lastName];
  return { ...person, firstName, lastName, guessed };
}

const PROFILES = (Object.entries(profileLabels) as [Profile, string][]).map(([profile, label]): [Profile, string[]] => [
  profile,
  [label, formerProfileLabels[profile] ?? label],
]);
const LABELS = new Set(PROFILES.flatMap(([, labels]) => labels.map(slugify)));
const bare = (words: string) => slugify(words).replaceAll("-", "");
const SHORTEST = 3;

/** Its label, one side of its comma, or how either begins (« Élue », « asso »); undefined when several are named. */
export function profileNamed(words: string): Profile | undefined {
  const key = bare(words);
  const [named, another] = PROFILES.filter(([profile, labels]) =>
    [profile, ...labels, ...labels.flatMap((label) => label.split(","))].some((name) => bare(name).startsWith(key)),
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

function fromOneCell(cell: string): WrittenPerson {
  const text = unguarded(cell);
  const [firstName, lastName] = namesIn(namedAddress(text)?.name ?? "");
  return withName({ ...nobody, firstName, lastName, email: addressOf(text) });
}

/** Which cell after the names says the profile: the third one, unless another is a label word for word. */
function profilePlace(cells: readonly string[]): number {
  const label = cells.findIndex((cell) => LABELS.has(slugify(cell)));
  if (label >= 0 || cells.length !== 2) return label >= 0 ? label : 2;
  // « Camille Durand;Élue;… », but « Jean Pierre;Maire;… » may be called Maire.
  const [names = "", said = ""] = cells;
  const [begins] = PROFILES.filter(([, labels]) => bare(labels.at(-1) ?? "").startsWith(bare(said)));
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

const NAMES = ["firstName", "lastName", "fullName", "lastNameThenFirst"] as const;
const namesSomebody = (places: Places) => NAMES.some((field) => places[field].length > 0);

function namesOf(cell: (field: keyof Places) => string, places: Places): [firstName: string, lastName: string] {
  const together = cell("lastNameThenFirst");
  if (places.firstName.length && places.lastName.length) return [cell("firstName"), cell("lastName")];
  const whole = together || cell("fullName") || cell("lastName");
  return places.firstName.length && !whole ? [cell("firstName"), ""] : namesIn(whole, together !== "");
}

function fromRow(cells: readonly string[], { person, payer, width }: Headings): WrittenPerson | string {
  if (!person.email.length && !payer.email.length)
    return `Aucun titre ne désigne l’adresse électronique\u00A0: appelez sa colonne ${quoted("Email")}.`;
  if (cells.slice(width).some(Boolean))
    return `Cette ligne a plus de cellules que celle des titres, qui en a ${width}.`;
  const reader = (places: Places) => (field: keyof Places) =>
    places[field].map((index) => cells[index] ?? "").find((text) => (field === "email" ? text.includes("@") : text)) ??
    "";
  const [own, paid] = [reader(person), reader(payer)];
  const typed = person.email.map((index) => cells[index]).find(Boolean) ?? "";
  const [firstName, lastName] = namesSomebody(person) ? namesOf(own, person) : namesOf(paid, payer);
  return withName({
    firstName,
    lastName,
    email: addressOf(own("email") || paid("email") || typed),
    profile: own("profile"),
    organisation: own("organisation"),
    territory: own("territory"),
    payer: namesSomebody(person) && own("email") === "" && paid("email") !== "",
  });
}

function headingsIn(row: string): Headings | null {
  const separator = separatorOf(row);
  const cells = readTable(row, separator)[0] ?? [];
  const { person, payer } = placesOf(cells);
  const spoken = [person, payer].some((places) => namesSomebody(places) || places.email.length > 0);
  if (!spoken || row.includes("@")) return null;
  const used = new Set([person, payer].flatMap((places) => Object.values(places).flat()));
  const unused = cells.filter((cell, index) => cell !== "" && !used.has(index));
  return { person, payer, width: cells.length, separator, unused };
}

function readRow(row: string, headings: Headings | null): WrittenPerson | string {
  const text = row.trim();
  if (headings && headings.width > 1) {
    const cells = rejoined(readTable(row, headings.separator)[0] ?? []).map(unguarded);
    return cells.length > 1 ? fromRow(cells, headings) : fromOneCell(text);
  }
  const cells = namedAddress(text) ? [text] : rejoined(readTable(text)[0] ?? []).map(unguarded);
  return cells.length > 1 ? fromCells(cells) : fromOneCell(text);
}

const LONGEST_LINE = 4_000;
const SHOWN = 80;
const TOO_LONG = "Cette ligne est trop longue pour une personne\u00A0: allez à la ligne après chacune.";

/**
 * One a line: « Prénom Nom <adresse> », an address alone, or cells separated by tabs, semicolons or commas. Headings
 * before the first address say what each column is; without them, « Prénom;Nom;Adresse;Profil ».
 */
export function readWritten(list: string): { lines: WrittenLine[]; unused: string[] } {
  const lines: WrittenLine[] = [];
  let headings: Headings | null = null;
  let addressed = false;
  const rows = rowsOf(list).flatMap(({ number, text }) => recipientsIn(text).map((row) => ({ number, row })));
  for (const { number, row } of rows) {
    const text = row.trim();
    if (text === "") continue;
    if (text.length > LONGEST_LINE) {
      lines.push({ number, text: excerpt(text, SHOWN), refusal: TOO_LONG });
      continue;
    }
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
