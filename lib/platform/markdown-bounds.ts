/** Marks of links, of emphasis and of code in one paragraph, whose pairs a reader of Markdown looks for one by one. */
const MOST_MARKS = { brackets: 1_000, emphasis: 400, others: 2_000 };
const MOST_LEVELS = 20;
const DEEPEST_INDENT = 80;
const MOST_ITEMS = 3_000;
/** A heading with a line under it is looked for among all that the text holds: so many lines under, times lines in all. */
const MOST_STEPS_TO_HEADINGS = 10_000_000;
/** Each is compared with those before it. */
const MOST_FOOTNOTES = 1_000;
const MOST_COLUMNS = 50;
const MOST_CELLS = 5_000;
/** In characters, on one line or on many: under a second and 160 MB. */
const LONGEST_TEXT = 300_000;

/** What opens a quotation or an item, at the beginning of a line. */
const OPENING = /^[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))/;
const UNDERLINE = /^[ \t]*(?:=+|-+)[ \t]*$/;
const UNDER_HEADINGS = /^[\s|:>-]+$/;

const countOf = (text: string, marks: RegExp) => text.match(marks)?.length ?? 0;

/** How many quotations and items a line opens, and what it says within them. */
function levelsOf(line: string): { levels: number; rest: string } {
  let rest = line;
  for (let levels = 0; levels <= MOST_LEVELS; levels += 1) {
    const [opening] = OPENING.exec(rest) ?? [];
    if (opening === undefined) return { levels, rest };
    rest = rest.slice(opening.length);
  }
  return { levels: MOST_LEVELS + 1, rest };
}

/** Lines that no empty one parts: what a pair of marks may enclose. */
function isBounded(lines: readonly string[]): boolean {
  const read = lines.map(levelsOf);
  const text = read.map(({ rest }) => rest).join("\n");
  const ruled = lines.findIndex((line) => line.includes("-") && UNDER_HEADINGS.test(line));
  const columns =
    ruled < 0
      ? 0
      : Math.max(...lines.filter((line) => UNDER_HEADINGS.test(line)).map((line) => countOf(line, /\|/g) + 1));
  return (
    read.every(({ levels }) => levels <= MOST_LEVELS) &&
    countOf(text, /[[\]]/g) <= MOST_MARKS.brackets &&
    countOf(text, /[*_~]/g) <= MOST_MARKS.emphasis &&
    countOf(text, /[`<&!|]/g) <= Math.max(MOST_MARKS.others, columns > 1 ? 2 * MOST_CELLS : 0) &&
    (columns <= 1 || (columns <= MOST_COLUMNS && columns * lines.length <= MOST_CELLS))
  );
}

/** Whether a text can be laid out in a time that its length bounds: see the marks that it may hold. */
export function canBeLaidOut(markdown: string): boolean {
  if (markdown.length > LONGEST_TEXT) return false;
  const lines = markdown.split(/\r\n|\n|\r/);
  const items = lines.filter((line) => OPENING.test(line));
  if (items.length > MOST_ITEMS) return false;
  if (countOf(markdown, /\[\^/g) > MOST_FOOTNOTES) return false;
  const underlines = lines.filter((line) => UNDERLINE.test(line) || UNDERLINE.test(levelsOf(line).rest)).length;
  if (underlines * lines.length > MOST_STEPS_TO_HEADINGS) return false;
  if (items.some((line) => line.length - line.trimStart().length > DEEPEST_INDENT)) return false;
  let block: string[] = [];
  for (const line of [...lines, ""]) {
    if (line.trim() !== "") block.push(line);
    else if (isBounded(block)) block = [];
    else return false;
  }
  return true;
}

export const TOO_MARKED =
  "Ce texte a trop de signes de mise en page au même endroit (crochets, étoiles, citations, listes ou cellules de tableau)\u00A0: allégez-le, ou séparez ses paragraphes par des lignes vides.";
