import { peopleIn, readReportFile } from "#lib/attendance/reports/fields";
import { matchPeople, namesWithin, secondsIn } from "#lib/attendance/reports/rules";
import { readCode } from "#lib/attendance/rules";
import { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { readCaptions } from "#lib/captions/schema";
import { readTable } from "#lib/csv/reading";
import { bodyRefusal } from "#lib/edge/front/form-body";
import { markdown } from "#lib/forms/fields";
import { personSchema } from "#lib/people/schema";
import { parseMarkdown } from "#lib/platform/markdown";
import { french, slugify } from "#lib/platform/text";
import { readPeople } from "#lib/roster/additions/fields";
import { readTerms, wordKey } from "#lib/search/words";
import { readTranscript } from "#lib/webinars/transcript/queries";
import fc from "#tests/support/properties";
import { schoolCalendar } from "#tests/support/school-calendar";

/**
 * `npm run bench -- linear`: how much longer each reader of a text that somebody sends takes when it is eight times as long.
 * What reads it in the square of its length takes sixty-four times as long, which a reader made so shows.
 */

export const MOST_TIMES = 28;
const SIZES = { small: 12_500, large: 100_000 };
/** What any reading of so much text costs: below it, a ratio measures the machine. */
const UNITS = 60;
const DRAWN = 5;
/** Garbage is collected once, a square is found every time. */
const TRIES = 3;

const CUE = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n";
const HEADS = "Name,Email,Duration\n";

type Read = (text: string) => unknown;
const READERS: [name: string, read: Read][] = [
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
  [
    "a form",
    (text) => {
      const parts = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(text.length / 50);
      const headers = { "content-type": "multipart/form-data; boundary=x" };
      return bodyRefusal(Buffer.from(`${parts}${text}--x--\r\n`), headers, { bytes: 1e9, fields: 1e9 });
    },
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
  "<\n",
  "<1 ",
  "&lt;",
  "<c>",
];

const filled = (signs: string, size: number) => signs.repeat(Math.ceil(size / signs.length)).slice(0, size);

/** Of the processor, in microseconds: a machine that others keep busy changes nothing. */
async function spent(act: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

async function growth(read: Read, signs: string): Promise<number> {
  const [small, large] = [filled(signs, SIZES.small), filled(signs, SIZES.large)];
  const unit = await spent(() => [...large].map((sign) => sign.codePointAt(0)).join());
  const before = Math.max(await spent(() => read(small)), await spent(() => read(small)));
  return (await spent(() => read(large))) / Math.max(before, (UNITS / MOST_TIMES) * unit);
}

/** The least of some measures when one is too high. */
async function leastGrowth(read: Read, signs: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < TRIES && least >= MOST_TIMES; tries += 1)
    least = Math.min(least, await growth(read, signs));
  return least;
}

export type Growth = { what: string; times: number; on: string };

/** The text, among those known to have stopped a reader and some drawn anew, on which a reader grows most. */
async function worst(what: string, read: Read, drawn: readonly string[]): Promise<Growth> {
  let most: Growth = { what, times: 0, on: "" };
  for (const on of [...KNOWN, ...drawn]) {
    const times = await leastGrowth(read, on);
    if (times > most.times) most = { what, times, on };
  }
  return most;
}

/** How each reader grows, and a reader of the square beside them, which must be over {@link MOST_TIMES}. */
export async function growths(): Promise<{ readers: Growth[]; square: Growth }> {
  const drawn = fc.sample(atom, DRAWN);
  const readers: Growth[] = [];
  for (const [what, read] of READERS) readers.push(await worst(what, read, drawn));
  const square = await worst("a reader of the square", (text) => /\s+$/.test(`${text}x`), []);
  return { readers, square };
}

/** A file of subtitles made of one sign may take so many times as long as as much speech does. */
export const MOST_SPEECHES = 3;
const CAPTIONS_SIZE = 1_000_000;
const padded = (time: number) => String(time % 60).padStart(2, "0");
const speech = Array.from(
  { length: CAPTIONS_SIZE / 100 },
  (_, second) =>
    `00:${padded(Math.floor(second / 60))}:${padded(second)}.000 --> 00:59:59.000\nBonjour à toutes et à tous, merci d’être venus si nombreux.\n\n`,
).join("");

/** How many times as long as as much speech a whole file of subtitles made of one sign takes, at worst. */
export async function speeches(): Promise<Growth> {
  let most: Growth = { what: "subtitles of one sign, in speeches", times: 0, on: "" };
  for (const on of ["<", "<\n", "<1 ", "&lt;", "<c>"]) {
    let least = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < TRIES && least >= MOST_SPEECHES; tries += 1) {
      const read = () => spent(() => readCaptions(`WEBVTT\n\n${speech}`));
      const usual = Math.max(await read(), await read());
      least = Math.min(least, (await spent(() => readCaptions(`${CUE}${filled(on, CAPTIONS_SIZE)}`))) / usual);
    }
    if (least > most.times) most = { ...most, times: least, on };
  }
  return most;
}
