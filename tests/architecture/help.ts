import type { House } from "#tests/architecture/house";
import { bears, type Rule } from "#tests/architecture/rule";

const SCREENS = /^app\/\(back-office\)\/administration\/(?!@)(?:(.*)\/)?page\.tsx$/;
const TEXTS = /^content\/aide\/(.*)\.md$/;
const MOST_LINES = 10;

/** « envois/textes/[kind] » is told in « envois/textes/chaque ». */
const textOf = (screen: string | undefined): string => (screen ?? "index").replace(/\[[^\]]*\]/g, "chaque");

/** Whether a file may hold words that a screen shows. */
const speaks = (file: string): boolean =>
  file.startsWith("components/") ||
  SCREENS.test(file) ||
  bears(file, "labels", "fields", "schema", "rules") ||
  file === "lib/nouns/cards.ts";

/** As a reader sees it: every space alike. */
const asRead = (text: string): string =>
  text
    .replace(/\{"(?:\\u00A0|\\u202F| )"\}/g, " ")
    .replace(/\\u00A0|\\u202F/g, " ")
    .replace(/[\s\u00A0\u202F]+/g, " ");

/** Everything that a screen, or the frame around it, may say. */
function wordsOf({ sources }: House, page: string): string {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const seen = new Set<string>();
  const follow = (file: string) => {
    const source = byPath.get(file) ?? byPath.get(file.replace(/\.tsx?$/, (end) => (end === ".ts" ? ".tsx" : ".ts")));
    if (!source || seen.has(source.path)) return;
    seen.add(source.path);
    for (const { target, typeOnly } of source.imports) if (!typeOnly) follow(target);
  };
  for (const file of [page, "components/back-office/frame.tsx"]) follow(file);
  return [...seen]
    .filter(speaks)
    .map((file) => asRead(byPath.get(file)?.text ?? ""))
    .join("\n");
}

const QUOTED = /«([^»]*)»/g;

function faultsOf(house: House): string[] {
  const screens = Object.keys(house.files).flatMap((file) => {
    const found = SCREENS.exec(file);
    return found ? [{ file, name: textOf(found[1]) }] : [];
  });
  const texts = Object.keys(house.files).flatMap((file) => TEXTS.exec(file)?.[1] ?? []);
  const orphans = texts.filter((name) => !screens.some((screen) => screen.name === name));
  return [
    ...orphans.map((name) => `content/aide/${name}.md tells of no screen`),
    ...screens.flatMap(({ file, name }) => {
      const text = house.files[`content/aide/${name}.md`];
      if (!text?.trim()) return [`${file} has no content/aide/${name}.md`];
      const lines = text.trim().split("\n").length;
      const words = wordsOf(house, file);
      const named = [...text.matchAll(QUOTED)].map(([, said = ""]) => asRead(said).trim());
      return [
        ...(lines > MOST_LINES ? [`content/aide/${name}.md has ${lines} lines`] : []),
        ...named.filter((said) => !words.includes(said)).map((said) => `content/aide/${name}.md names « ${said} »`),
      ];
    }),
  ];
}

const PAGE = "app/(back-office)/administration/liens/page.tsx";
const drawn = {
  [PAGE]: 'import { LinksScreen } from "#components/back-office/link-watch/screen";',
  "components/back-office/link-watch/screen.tsx": "export const LinksScreen = () => <h1>Sert{'\\u00A0'}dans</h1>;",
};

const helped: Rule = {
  law: "every screen of the team has its help, of ten lines at most, which names its buttons and titles as they are",
  reason: "Help that names a button which is not there is worse than none: content/aide, at the address of the screen.",
  broken: faultsOf,
  planted: [
    { [PAGE]: "" },
    { [PAGE]: "", "content/aide/liens.md": " " },
    { [PAGE]: "", "content/aide/liens.md": "- Un.\n".repeat(MOST_LINES + 1) },
    { ...drawn, "content/aide/liens.md": "- «\u202FSert à\u202F» mène aux fiches." },
    { [PAGE]: "", "content/aide/liens.md": "- Un.", "content/aide/lien.md": "- Un." },
    { "app/(back-office)/administration/envois/[id]/page.tsx": "", "content/aide/envois/id.md": "- Un." },
  ],
  lawful: { ...drawn, "content/aide/liens.md": "- «\u202Fdans\u202F» mène aux fiches." },
};

export const helpRules: Rule[] = [helped];
