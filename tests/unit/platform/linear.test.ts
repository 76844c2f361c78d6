import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleIn, readReportFile } from "#lib/attendance/reports/fields";
import { matchPeople, namesWithin, secondsIn } from "#lib/attendance/reports/rules";
import { readCode } from "#lib/attendance/rules";
import { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { readCaptions } from "#lib/captions/schema";
import { readTable } from "#lib/csv/reading";
import { markdown } from "#lib/forms/fields";
import { personSchema } from "#lib/people/schema";
import { parseMarkdown } from "#lib/platform/markdown";
import { french, slugify } from "#lib/platform/text";
import { readPeople } from "#lib/roster/additions/fields";
import { readTerms, wordKey } from "#lib/search/words";
import { readTranscript } from "#lib/webinars/transcript/queries";
import { schoolCalendar } from "#tests/support/school-calendar";

/** Eight times the text may take so many times longer, and no more: the square would take sixty-four times. */
const MOST_TIMES = 28;
const SIZES = { small: 12_500, large: 100_000 };
/** What any reading of so much text costs: below it, a ratio measures the machine. */
const UNITS = 60;

const CUE = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n";
const HEADS = "Name,Email,Duration\n";

const PARSERS: [name: string, parse: (text: string) => unknown][] = [
  ["a report", (text) => readReportFile(new TextEncoder().encode(`${HEADS}A B,a@b.fr,${text}\n${text},c@d.fr,1\n`))],
  ["a report of nothing else", (text) => readReportFile(new TextEncoder().encode(text))],
  [
    "a name of a report",
    (text) => [
      namesWithin(text),
      secondsIn(text, 60),
      peopleIn([
        ["Nom", "Durée"],
        [text, "1"],
      ]),
    ],
  ],
  [
    "a match",
    (text) =>
      matchPeople(
        [{ name: text, email: null, seconds: null }],
        [{ id: "a", firstName: text, lastName: "B", email: "a@b.fr" }],
      ),
  ],
  ["a table", (text) => readTable(text)],
  ["a pasted list", (text) => readPeople(text, "citizen")],
  ["a pasted list with headings", (text) => readPeople(`Nom;Email\n${text}\n${text};x@y.fr`, "citizen")],
  ["subtitles", (text) => readCaptions(`${CUE}${text}\n\nfin ${text}`)],
  ["subtitles of nothing else", (text) => readCaptions(text)],
  ["a school calendar", (text) => readSchoolCalendar(schoolCalendar([[`Vacances ${text}`, "2027-02-13"]]))],
  ["a text laid out", (text) => parseMarkdown(text)],
  ["a text of a form", (text) => markdown("Écrivez.").safeParse(text)],
  ["a transcript", (text) => readTranscript(`[00:00:01] ${text}`, "mot")],
  ["words of a search", (text) => [readTerms(text), wordKey(text)]],
  [
    "a name",
    (text) =>
      personSchema.safeParse({
        firstName: text,
        lastName: text,
        email: `${text}@exemple.fr`,
        profile: "citizen",
        organisation: text,
        territory: "",
      }),
  ],
  ["words that are shown", (text) => [french(text), slugify(text), readCode(text)]],
];

const SIGNS = [
  ...">][(){}*_~`|-+\"'<,;:.\n\t a1@é\u202F\u00A0&!?/\\#=",
  "\r\n",
  "-->",
  "BEGIN:VEVENT\r\n",
  "»",
  "\u0301",
];
const atom = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 3 }).map((signs) => signs.join(""));
/** Each has stopped a reader for seconds. */
const KNOWN = [
  ">",
  "> ",
  "]",
  "[",
  " ",
  "(",
  "\n",
  "\r\n",
  "\n=",
  "**a*",
  "1. ",
  "- a\n",
  "|",
  "[a](",
  '"',
  ',"',
  ">;",
  "@",
  "<",
];

const filled = (atom: string, size: number) => atom.repeat(Math.ceil(size / atom.length)).slice(0, size);

/** Of the processor, in microseconds: a machine that others keep busy changes nothing. */
async function spent(act: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** How much longer a reader takes when a text is eight times as long. */
async function measured(parse: (text: string) => unknown, signs: string): Promise<number> {
  const [small, large] = [filled(signs, SIZES.small), filled(signs, SIZES.large)];
  const unit = await spent(() => [...large].map((sign) => sign.codePointAt(0)).join());
  const before = Math.max(await spent(() => parse(small)), await spent(() => parse(small)));
  const after = await spent(() => parse(large));
  return after / Math.max(before, (UNITS / MOST_TIMES) * unit);
}

/** The least of three measures when one is too high: garbage is collected once, a square is found every time. */
async function growth(parse: (text: string) => unknown, signs: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let measure = 0; measure < 3 && least >= MOST_TIMES; measure += 1)
    least = Math.min(least, await measured(parse, signs));
  return least;
}

describe("whatever is repeated, eight times as much takes eight times as long", () => {
  test.each(PARSERS)("%s", { timeout: 240_000 }, async (_, parse) => {
    await fc.assert(
      fc.asyncProperty(atom, async (signs) => {
        expect(await growth(parse, signs), JSON.stringify(signs)).toBeLessThan(MOST_TIMES);
      }),
      { numRuns: 24, examples: KNOWN.map((signs) => [signs]), interruptAfterTimeLimit: 120_000 },
    );
  });

  test("and a reader of the square is seen", { timeout: 60_000 }, async () => {
    expect(await growth((text) => /\s+$/.test(`${text}x`), " ")).toBeGreaterThan(MOST_TIMES);
  });
});

describe("a whole file of subtitles made of one sign", () => {
  const SIZE = 1_000_000;
  const ordinary = Array.from(
    { length: SIZE / 100 },
    (_, second) =>
      `00:${String(Math.floor(second / 60) % 60).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}.000 --> 00:59:59.000\nBonjour à toutes et à tous, merci d’être venus si nombreux.\n\n`,
  ).join("");

  test.each(["<", "<\n", "<1 ", "&lt;", "<c>"])(
    "of %j takes no longer than as much speech does, within three times",
    async (signs) => {
      const speech = () => spent(() => readCaptions(`WEBVTT\n\n${ordinary}`));
      const usual = Math.max(await speech(), await speech());
      expect(await spent(() => readCaptions(`${CUE}${filled(signs, SIZE)}`))).toBeLessThan(3 * usual);
    },
  );
});
