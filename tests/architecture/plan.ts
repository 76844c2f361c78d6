import { NOUNS, type Rule, WORDS, within } from "#tests/architecture/rule";

/** What may stand beside the folders of the house: tools look for these names here. */
const TOP_FILES = [
  ".gitignore",
  ".npmrc",
  ".editorconfig",
  ".gitattributes",
  "LICENSE",
  "LICENCE-CONTENUS.md",
  "README.md",
  "biome.json",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "playwright.config.ts",
  "postcss.config.mjs",
  "prisma.config.ts",
  "proxy.ts",
  "tsconfig.json",
  "vitest.config.ts",
];
const TOP_FOLDERS = [".ci", ".github", "app", "components", "content", "lib", "prisma", "public", "tests"];

/** Names that Next gives a meaning to; loading is left out, since public pages come in one piece. */
const NEXT_FILES =
  /^(page|layout|template|error|global-error|not-found|forbidden|unauthorized|default)\.tsx$|^(route|actions|sitemap|robots|manifest)\.ts$|^(icon|apple-icon)\.(tsx|png|svg)$|^favicon\.ico$|^globals\.css$/;

const nameOf = (file: string) => file.split("/").at(-1) ?? "";
const all =
  (condition: (file: string, text: string) => boolean): Rule["broken"] =>
  ({ files }) =>
    Object.entries(files).flatMap(([file, text]) => (condition(file, text) ? [file] : []));

const closedVocabulary: Rule = {
  law: `a noun in lib is made of ${WORDS.join(", ")}, and so is each of its rooms`,
  reason:
    "Who knows one noun knows them all: the third is guessed from the first two. A big noun has rooms, not more words.",
  broken: all((file) => {
    const [room, noun = "", ...rest] = file.split("/");
    if (room !== "lib" || !NOUNS.includes(noun)) return false;
    const isRoom = rest.length === 2 && !WORDS.includes(rest[0] ?? "");
    return !(rest.length === 1 || isRoom) || !WORDS.includes(nameOf(file).replace(/\.ts$/, ""));
  }),
  planted: [
    { "lib/needs/service.ts": "" },
    { "lib/needs/editing.ts": "" },
    { "lib/needs/queries/list.ts": "" },
    { "lib/needs/queries/rules.ts": "" },
    { "lib/needs/matching/engine.ts": "" },
    { "lib/needs/matching/words/rules.ts": "" },
    { "lib/pages/types.ts": "" },
  ],
  lawful: {
    "lib/needs/queries.ts": "",
    "lib/needs/matching/rules.ts": "",
    "lib/needs/abilities.ts": "",
    "lib/mail/outbox.ts": "",
    "lib/README.md": "",
  },
};

const fixedTop: Rule = {
  law: "the top level is fixed",
  reason: "Five rooms and the tools' own files: whoever looks for something reads one short list.",
  broken: all((file) => {
    const [top = ""] = file.split("/");
    return file.includes("/") ? !TOP_FOLDERS.includes(top) : !TOP_FILES.includes(top);
  }),
  planted: [{ "src/index.ts": "" }, { "notes.md": "" }, { "scripts/deploy.ts": "" }],
  lawful: { "lib/README.md": "", "package.json": "" },
};

const onlyNextInApp: Rule = {
  law: "app holds only the files that Next gives a meaning to",
  reason:
    "app speaks HTTP and French addresses: what draws is in components, what knows is in lib. No loading.tsx: pages come in one piece.",
  broken: all((file) => file.startsWith("app/") && !NEXT_FILES.test(nameOf(file))),
  planted: [{ "app/(site)/need-card.tsx": "" }, { "app/(site)/loading.tsx": "" }, { "app/helpers.ts": "" }],
  lawful: { "app/(site)/besoins/[slug]/page.tsx": "", "app/globals.css": "" },
};

const noDrawer: Rule = {
  law: "no utils, helpers, misc, common or shared",
  reason: "A drawer that accepts anything is where code is lost: name the thing, and the place follows.",
  broken: all((file) => /(^|\/)(utils?|helpers?|misc|common|shared)(\/|\.[a-z]+$)/.test(file)),
  planted: [{ "lib/utils/dates.ts": "" }, { "components/ui/helpers.tsx": "" }, { "tests/support/util.ts": "" }],
  lawful: { "components/ui/button.tsx": "" },
};

const noBarrel: Rule = {
  law: "no barrel",
  reason: "An index that re-exports hides where things live, and makes every import load everything.",
  broken: ({ files, sources }) => [
    ...Object.keys(files).filter((file) => /(^|\/)index\.(tsx?|mjs)$/.test(file)),
    ...sources.flatMap(({ path, text }) => (/^export \* from/m.test(text) ? [`${path} re-exports everything`] : [])),
  ],
  planted: [{ "lib/needs/index.ts": "" }, { "components/ui/kit.tsx": 'export * from "#components/ui/button";' }],
};

const kebabCase: Rule = {
  law: "files and folders are in kebab-case",
  reason: "One way to write a name, the same on every disk.",
  broken: all(
    (file) =>
      within(file, ["app/", "components/", "lib/", "prisma/", "tests/", "content/"]) &&
      !/(^|\/)(README\.md|LICENCE\.md|migration_lock\.toml)$/.test(file) &&
      !file.startsWith("prisma/migrations/") &&
      !file
        .split("/")
        .every((part) => /^(\([a-z-]+\)|@[a-z-]+|\[(\.\.\.)?[a-z-]+\]|\.?[a-z0-9]+([.-][a-z0-9]+)*)$/.test(part)),
  ),
  planted: [{ "components/needs/NeedCard.tsx": "" }, { "lib/needs/need_rules.ts": "" }],
  lawful: {
    "app/(site)/besoins/[slug]/page.tsx": "",
    "app/(site)/@aide/[...ecran]/page.tsx": "",
    "tests/unit/needs/rules.test.ts": "",
    "app/.well-known/security.txt/route.ts": "",
  },
};

export const planRules: Rule[] = [closedVocabulary, fixedTop, onlyNextInApp, noDrawer, noBarrel, kebabCase];
