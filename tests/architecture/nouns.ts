import { CARDS, cardOf, EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";
import type { House } from "#tests/architecture/house";
import type { Rule } from "#tests/architecture/rule";

const nouns: string[] = Object.keys(CARDS);
const folders: string[] = Object.values(CARDS).map(({ folder }) => folder);

/** Folders whose edit form is that of a noun that editors publish. */
const editedFolders = ({ sources }: House): string[] =>
  sources
    .filter(
      ({ path, imports }) => path.startsWith("lib/") && imports.some(({ names }) => names.includes("editorialFields")),
    )
    .map(({ path }) => path.split("/")[1] ?? "");

/** What triggers copy from the rows of every noun, with when each is published. */
const COPY = "searchEntry";

/** Models that are published and withdrawn, by the name of their delegate. */
const publishedModels = ({ files }: House): string[] =>
  Object.entries(files)
    .filter(([file]) => file.endsWith(".prisma"))
    .flatMap(([, text]) => [...text.matchAll(/^model (\w)(\w*) \{(?:(?!^\}).)*\bwithdrawnAt\b/gms)])
    .map(([, first = "", rest = ""]) => `${first.toLowerCase()}${rest}`)
    .filter((model) => model !== COPY);

const everyNounHasItsCard: Rule = {
  law: "what editors publish has its card in lib/nouns/cards",
  reason:
    "Menu, lists, dashboard, journal, sitemap and plan of the site are made of the cards: without one it is nowhere.",
  broken: (house) => [
    ...editedFolders(house)
      .filter((folder) => !folders.includes(folder))
      .map((folder) => `lib/${folder} has an edit form and no card`),
    ...publishedModels(house)
      .filter((noun) => !nouns.includes(noun))
      .map((noun) => `the model of ${noun} is published and has no card`),
  ],
  planted: [
    { "lib/unlisted/schema.ts": 'import { editorialFields } from "#lib/edit-forms/schema";' },
    { "prisma/schema/unlisted.prisma": "model Unlisted {\n  id String @id\n  withdrawnAt DateTime?\n}" },
    { "prisma/schema/unlisted.prisma": 'model Unlisted {\n  a Json @default("{}")\n  withdrawnAt DateTime?\n}' },
  ],
  lawful: {
    "lib/glossary/schema.ts": 'import { editorialFields } from "#lib/edit-forms/schema";',
    "prisma/schema/glossary.prisma": "model Term {\n  withdrawnAt DateTime?\n}\nmodel Mail {\n  id String @id\n}",
  },
};

const ROOMS = ["schema", "fields", "queries"];

const everyCardHasItsNoun: Rule = {
  law: `a card stands for a folder of lib with ${ROOMS.join(", ")}, and one of components`,
  reason: "Who knows one noun knows them all: a card that leads to other names leads nowhere.",
  broken: ({ files }) => {
    if (!("lib/nouns/cards.ts" in files)) return [];
    const drawn = new Set(Object.keys(files).map((file) => file.split("/").slice(0, 2).join("/")));
    return folders.flatMap((folder) => [
      ...ROOMS.map((room) => `lib/${folder}/${room}.ts`).filter((file) => !(file in files)),
      ...(drawn.has(`components/${folder}`) ? [] : [`components/${folder}`]),
    ]);
  },
  planted: [{ "lib/nouns/cards.ts": "" }],
};

const PREVIEW = "app/(site)/apercu/[token]/page.tsx";

/** The page of an item, where its preview looks for it. */
const ownPage = (noun: EditorialNoun) => `app/(site)/${cardOf(noun).path("x").split("/")[1]}/[slug]/page.tsx`;

const everyItemHasItsPage: Rule = {
  law: "an item has a page in the folder that its address names, or the preview says which page shows it",
  reason: "The preview of a draft is its public page, found by its address: elsewhere there is nothing to draw.",
  broken: ({ files }) => {
    const preview = files[PREVIEW];
    if (preview === undefined) return [];
    return EDITORIAL_NOUNS.filter((noun) => !(ownPage(noun) in files) && !preview.includes(`\n  ${noun}: (`)).map(
      (noun) => `${PREVIEW} finds no page of a ${noun}`,
    );
  },
  planted: [{ [PREVIEW]: "" }],
  lawful: { [PREVIEW]: "", ...Object.fromEntries(EDITORIAL_NOUNS.map((noun) => [ownPage(noun), ""])) },
};

export const nounRules: Rule[] = [everyNounHasItsCard, everyCardHasItsNoun, everyItemHasItsPage];
