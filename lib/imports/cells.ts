import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import { lineFaults } from "#lib/imports/labels";
import { externalKey, KEY, type Mapping, type ReadLine } from "#lib/imports/schema";
import type { Row } from "#lib/imports/table";
import { quoted, slugify } from "#lib/platform/text";

type Option = { value: string; label: string };

const SHORTEST = 4;

/** The choice that is named: by its label, its value, or how one label alone begins. */
function optionNamed(options: readonly Option[], words: string): Option | undefined {
  const named = slugify(words);
  const exact = options.find(({ value, label }) => slugify(label) === named || slugify(value) === named);
  if (exact || named.length < SHORTEST) return exact;
  const [one, another] = options.filter(({ label }) => slugify(label).startsWith(named));
  return another ? undefined : one;
}

const piecesOf = (cell: string, separators: RegExp): string[] =>
  cell
    .split(separators)
    .map((piece) => piece.trim())
    .filter(Boolean);

/** « Fondation, fonds de dotation » is one choice; « Association, Entreprise » are two. */
const choicesIn = (options: readonly Option[], cell: string): string[] =>
  piecesOf(cell, /[;|\n]/).flatMap((piece) => (optionNamed(options, piece) ? [piece] : piecesOf(piece, /,/)));

const ADDRESS_ALONE = /^\S+$/;
/** What a link says where the table gives its address alone. */
const READ = "Lire le document";

const LINES: Readonly<Record<string, (cell: string) => string[]>> = {
  links: (cell) =>
    piecesOf(cell, /\n|;\s*(?=https?:)/).map((link) => (ADDRESS_ALONE.test(link) ? `${link} ${READ}` : link)),
  relations: (cell) => piecesOf(cell, /\n/),
};
const anyLines = (cell: string) => piecesOf(cell, /[;|\n]/);

type Understood = { value: string | string[] } | { fault: string };

function understood(field: EditField, cell: string): Understood {
  if (field.kind === "lines") return { value: (LINES[field.name] ?? anyLines)(cell).join("\n") };
  if (field.kind === "number") return { value: cell.replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3})/g, "") };
  if (field.kind !== "choice" && field.kind !== "choices") return { value: cell };
  const words = field.kind === "choice" ? [cell] : choicesIn(field.options, cell);
  const options = words.map((word) => optionNamed(field.options, word));
  const unknown = words.filter((_, index) => !options[index]);
  if (unknown.length)
    return { fault: `${field.label}\u00A0: ${unknown.map(quoted).join(", ")} n’est pas dans la liste.` };
  const values = options.flatMap((option) => option?.value ?? []);
  return { value: field.kind === "choice" ? (values[0] ?? "") : values };
}

/** An empty cell fills nothing: what the form holds stays. @param width how many headings the table has */
export function readLine(
  fields: readonly EditField[],
  mapping: Mapping,
  { number, cells }: Row,
  width: number,
): ReadLine {
  const cellOf = (name: string) => cells[mapping[name] ?? -1] ?? "";
  const typed: FormValues = {};
  const faults: string[] = cells.slice(width).some(Boolean) ? [lineFaults.wide] : [];
  const key = externalKey.safeParse(cellOf(KEY));
  if (!key.success) faults.push(cellOf(KEY) ? lineFaults.longKey : lineFaults.key);
  for (const field of fields) {
    const cell = cellOf(field.name);
    if (!cell) continue;
    const read = understood(field, cell);
    if ("value" in read) typed[field.name] = read.value;
    else faults.push(read.fault);
  }
  const title = String(typed.title ?? "").replace(/\s+/g, " ");
  return { number, key: key.data ?? cellOf(KEY), title, typed, faults };
}
