import type { Card, Narrowing } from "#lib/nouns/card";
import { paths } from "#lib/platform/paths";
import type { Prisma } from "#prisma/client";

const PUBLIC = {
  name: "public",
  label: "Public",
  none: "Sans public",
  field: "audiences",
  kept: "several",
} as const satisfies Narrowing;

/** Every editorial noun, under the name that it has in the journal and in the database client. */
export const CARDS = {
  need: {
    folder: "needs",
    singular: "Besoin",
    counted: ["besoin", "besoins"],
    plural: "Besoins",
    create: "Nouveau besoin",
    menu: { rank: 1, label: "Besoins" },
    section: "besoins",
    listPath: paths.needs(),
    path: paths.need,
    title: ["title"],
    order: "position",
    onHome: true,
    searched: {
      lead: ["question", "summary", "answer", "situations"],
      text: ["keyPoints", "firstStep", "body", "learn", "train", "act"],
    },
  },
  centre: {
    folder: "centres",
    singular: "Centre de ressources",
    counted: ["centre", "centres"],
    plural: "Centres de ressources",
    create: "Nouveau centre",
    menu: { rank: 2, label: "Centres" },
    section: "centres",
    listPath: paths.centres(),
    path: paths.centre,
    title: ["name"],
    order: "position",
    narrowings: [PUBLIC],
    onHome: true,
    searched: { lead: ["summary", "partners"], text: ["body"] },
  },
  resource: {
    folder: "resources",
    singular: "Ressource",
    counted: ["ressource", "ressources"],
    plural: "Ressources",
    create: "Nouvelle ressource",
    menu: { rank: 3, label: "Ressources" },
    section: "ressources",
    listPath: paths.resources(),
    path: paths.resource,
    title: ["title"],
    order: "updatedAt",
    narrowings: [
      {
        name: "besoin",
        label: "Besoin",
        none: "Sans besoin",
        field: "needIds",
        kept: { table: "ResourceNeed", own: "resourceId", other: "needId" },
      },
      {
        name: "centre",
        label: "Centre",
        none: "Sans centre",
        field: "centreIds",
        kept: { table: "ResourceCentre", own: "resourceId", other: "centreId" },
      },
      { name: "type", label: "Type", field: "type", kept: "one" },
      PUBLIC,
    ],
    onHome: true,
    searched: { lead: ["summary", "publisher", "partners", "authors", "year"], text: ["body", "dateLabel"] },
  },
  webinar: {
    folder: "webinars",
    singular: "Webinaire",
    counted: ["séance", "séances"],
    plural: "Webinaires",
    create: "Nouvelle séance",
    menu: { rank: 4, label: "Webinaires" },
    section: "webinaires",
    ownScreens: true,
    listPath: paths.webinars(),
    path: paths.webinar,
    title: ["title"],
    order: "startsAt",
    unlisted: "linkOnly",
    narrowings: [
      { name: "cycle", label: "Cycle", field: "cycleId", kept: "one" },
      { name: "besoin", label: "Besoin", none: "Sans besoin", field: "needId", kept: "one" },
    ],
    onHome: true,
    searched: { lead: ["summary", "speakers"], text: ["body"] },
  },
  page: {
    folder: "pages",
    singular: "Page",
    counted: ["page", "pages"],
    plural: "Le portail",
    create: "Nouvelle page",
    menu: { rank: 5, label: "Pages" },
    section: "pages",
    listPath: paths.home(),
    path: paths.page,
    title: ["title"],
    order: "position",
    searched: { lead: ["summary"], text: ["body"] },
  },
  collection: {
    folder: "collections",
    knows: ["needs", "centres", "resources", "webinars", "pages"],
    singular: "Parcours ou collection",
    counted: ["parcours", "parcours"],
    plural: "Parcours et collections",
    create: "Nouveau parcours ou nouvelle collection",
    menu: { rank: 9, label: "Parcours" },
    section: "parcours",
    listPath: paths.collections(),
    path: paths.collection,
    title: ["title"],
    order: "position",
    narrowings: [{ ...PUBLIC, field: "profile", kept: "one" }],
    searched: { lead: ["summary"], text: [] },
  },
  term: {
    folder: "glossary",
    singular: "Terme",
    counted: ["terme", "termes"],
    plural: "Glossaire",
    create: "Nouveau terme",
    menu: { rank: 7, label: "Glossaire" },
    section: "glossaire",
    listPath: paths.glossary(),
    path: paths.term,
    title: ["name"],
    order: "title",
    searched: { aliases: ["aliases"], lead: ["definition"], text: ["source"] },
  },
  figure: {
    folder: "figures",
    knows: ["resources"],
    singular: "Chiffre",
    counted: ["chiffre", "chiffres"],
    plural: "Observatoire",
    create: "Nouveau chiffre",
    menu: { rank: 6, label: "Observatoire" },
    section: "observatoire",
    listPath: paths.observatory(),
    path: paths.figure,
    title: ["value", "statement"],
    order: "position",
    onHome: true,
    searched: { lead: ["population", "sample", "survey", "period"], text: ["theme", "source"] },
  },
  organisation: {
    folder: "organisations",
    singular: "Organisation",
    counted: ["organisation", "organisations"],
    plural: "Organisations",
    create: "Nouvelle organisation",
    menu: { rank: 8, label: "Organisations" },
    section: "organisations",
    listPath: paths.organisations(),
    path: paths.organisation,
    title: ["name"],
    order: "title",
    narrowings: [{ name: "type", label: "Nature", none: "Sans nature", field: "kind", kept: "one" }],
    searched: { aliases: ["aliases"], lead: ["summary"], text: ["source"] },
  },
} as const satisfies Partial<Record<Uncapitalize<Prisma.ModelName>, Card>>;

export type EditorialNoun = keyof typeof CARDS;
export const EDITORIAL_NOUNS = Object.keys(CARDS) as EditorialNoun[];

/** The card of a noun, whatever it is. */
export const cardOf = (noun: EditorialNoun): Card => CARDS[noun];

/** The nouns in the order of the menu. */
export const nounsOfMenu = (): EditorialNoun[] =>
  EDITORIAL_NOUNS.toSorted((a, b) => CARDS[a].menu.rank - CARDS[b].menu.rank);

/** The nouns that are edited in the screens that they share. */
export const SHARED_NOUNS = EDITORIAL_NOUNS.filter((noun) => !cardOf(noun).ownScreens);

/** What names a row of a noun. */
export const titleOf = (noun: EditorialNoun, row: object): string =>
  CARDS[noun].title.map((column) => String(Reflect.get(row, column))).join(" ");
