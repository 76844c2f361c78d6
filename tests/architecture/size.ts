import type { House } from "#tests/architecture/house";
import type { Rule } from "#tests/architecture/rule";
import { within } from "#tests/architecture/rule";

const LONGEST = 250;
const MEDIAN = 42;
const NINTH_DECILE = 120;
const LARGEST_FOLDER = 1_500;
/** Of the lines of lib, components and app, those that are comments. */
const COMMENTS_PERCENT = 7;

const linesOf = (text: string) => text.split("\n").length - 1;

/** Tables of examples are long and read one at a time; a schema is cut by noun. */
const isCounted = (file: string) => /\.(tsx?|mjs|css)$/.test(file) && !file.startsWith("tests/");

const counted = ({ files }: House) =>
  Object.entries(files).flatMap(([file, text]) => (isCounted(file) ? [{ file, lines: linesOf(text) }] : []));

const shortFiles: Rule = {
  law: `no file over ${LONGEST} lines`,
  reason: "What does not fit in a reader's head is two things under one name.",
  broken: (house) => counted(house).flatMap(({ file, lines }) => (lines > LONGEST ? [`${file}: ${lines} lines`] : [])),
  planted: [{ "lib/needs/queries.ts": "\n".repeat(LONGEST + 1) }, { "app/globals.css": "\n".repeat(LONGEST + 1) }],
  lawful: {
    "lib/needs/queries.ts": "\n".repeat(LONGEST),
    "tests/unit/needs/rules.test.ts": "\n".repeat(LONGEST + 1),
    "prisma/schema/needs.prisma": "\n".repeat(LONGEST + 1),
  },
};

/** So many files of so many lines. */
const filesOf = (count: number, lines: number, folder = "lib/needs") =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${folder}/a${index}${lines}.ts`, "\n".repeat(lines)]),
  );

const mostlyShort: Rule = {
  law: `half of the files have ${MEDIAN} lines at most, nine in ten ${NINTH_DECILE}`,
  reason: "A limit alone is a target: files grow up to it. The middle says whether the house is read by the screenful.",
  broken: (house) => {
    const sizes = counted(house).sort((a, b) => a.lines - b.lines);
    const at = (share: number) => sizes[Math.ceil(sizes.length * share) - 1]?.lines ?? 0;
    const longest = sizes.slice(Math.ceil(sizes.length * 0.9)).reverse();
    return [
      ...(at(0.5) > MEDIAN ? [`the median is ${at(0.5)}`] : []),
      ...(at(0.9) > NINTH_DECILE
        ? [`the ninth decile is ${at(0.9)}: ${longest.map(({ file, lines }) => `${file} ${lines}`).join(", ")}`]
        : []),
    ];
  },
  planted: [filesOf(1, MEDIAN + 1), { ...filesOf(8, 1), ...filesOf(2, NINTH_DECILE + 1) }],
  lawful: { ...filesOf(5, MEDIAN), ...filesOf(4, NINTH_DECILE), ...filesOf(1, LONGEST) },
};

/** The rooms of edge stand each by itself: the server before the framework, its page cache, what makes actions. */
const EDGE_ROOM = /^lib\/edge\/[^/]+\//;
const folderOf = (file: string) => EDGE_ROOM.exec(file)?.[0] ?? file.split("/").slice(0, 2).join("/");

const smallFolders: Rule = {
  law: `no folder of lib reaches ${LARGEST_FOLDER} lines, no folder of components over 30 files`,
  reason: "A drawer grows where nobody decides: past that, it is several things, and some lie lower than others.",
  broken: (house) => {
    const folders = Map.groupBy(counted(house), ({ file }) => folderOf(file));
    const drawers = Map.groupBy(counted(house), ({ file }) => file.split("/").slice(0, -1).join("/"));
    return [
      ...[...folders].flatMap(([folder, files]) => {
        const lines = files.reduce((sum, file) => sum + file.lines, 0);
        return folder.startsWith("lib/") && lines >= LARGEST_FOLDER ? [`${folder}: ${lines} lines`] : [];
      }),
      ...[...drawers].flatMap(([folder, files]) =>
        folder.startsWith("components/") && files.length > 30 ? [`${folder}: ${files.length} files`] : [],
      ),
    ];
  },
  planted: [
    filesOf(6, LONGEST),
    { ...filesOf(3, LONGEST), ...filesOf(3, LONGEST, "lib/needs/matching") },
    { ...filesOf(3, LONGEST, "lib/edge/front"), ...filesOf(3, LONGEST, "lib/edge/front/deeper") },
    filesOf(31, 1, "components/back-office"),
  ],
  lawful: {
    ...filesOf(5, LONGEST),
    ...filesOf(3, LONGEST, "lib/edge"),
    ...filesOf(3, LONGEST, "lib/edge/front"),
    ...filesOf(30, 1, "components/back-office"),
    ...filesOf(30, 1, "components/ui"),
  },
};

const fewComments: Rule = {
  law: `${COMMENTS_PERCENT} % of the lines are comments at most`,
  reason: "A comment that repeats a name or a type hides the one that tells a refusal, a unit, a lock or a reason.",
  broken: ({ sources }) => {
    const code = sources.filter(({ path }) => within(path, ["lib/", "components/", "app/"]));
    const lines = code.reduce((sum, { text }) => sum + linesOf(text), 0);
    const spans = code.flatMap(({ comments }) => comments.map(({ value }) => value.split("\n").length));
    const comments = spans.reduce((sum, span) => sum + span, 0);
    const share = Math.ceil((1_000 * comments) / lines) / 10;
    return 100 * comments > lines * COMMENTS_PERCENT ? [`${comments} of ${lines} lines, ${share} %`] : [];
  },
  planted: [
    { "lib/needs/rules.ts": `// why\n${"export {};\n".repeat(8)}` },
    { "components/needs/card.tsx": `/**\n * Why.\n */\n${"export {};\n".repeat(20)}` },
  ],
  lawful: {
    "lib/needs/rules.ts": `// why\n${"export {};\n".repeat(20)}`,
    "tests/unit/needs/rules.test.ts": "// why\n// why\n",
  },
};

export const sizeRules: Rule[] = [shortFiles, mostlyShort, smallFolders, fewComments];
