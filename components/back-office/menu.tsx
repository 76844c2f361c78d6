import { CARDS, EDITORIAL_NOUNS, type EditorialNoun, nounsOfMenu } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { slugify } from "#lib/platform/text";

type Entry = { label: string; href: string };

type Group = { label: string | null; entries: readonly Entry[] };

const entriesOf = (nouns: readonly EditorialNoun[]): Entry[] =>
  nouns.map((noun) => ({ label: CARDS[noun].menu.label, href: paths.adminList(CARDS[noun].section) }));

/** The menu, group by group, in order. */
export const MENU_GROUPS: readonly Group[] = [
  { label: null, entries: [{ label: "Tableau de bord", href: paths.admin() }] },
  {
    label: "Séances",
    entries: [
      ...entriesOf(["webinar"]),
      { label: "Cycles", href: paths.adminList("cycles") },
      { label: "Personnes", href: paths.adminList("personnes") },
      { label: "Envois", href: paths.adminList("envois") },
    ],
  },
  {
    label: "Contenus",
    entries: [
      ...entriesOf(nounsOfMenu().filter((noun) => noun !== "webinar")),
      { label: "Médias", href: paths.adminList("medias") },
      { label: "Corbeille", href: paths.adminList("corbeille") },
    ],
  },
  {
    label: "Guider les lecteurs",
    entries: [
      { label: "Orientation", href: paths.adminList("orientation") },
      { label: "Couverture", href: paths.adminList("couverture") },
      { label: "Recherche du site", href: paths.adminEdit("recherche", "reglages") },
    ],
  },
  {
    label: "Suivre",
    entries: [
      { label: "Remarques", href: paths.adminList("remarques") },
      { label: "Accessibilité", href: paths.adminList("accessibilite") },
      { label: "Liens", href: paths.adminList("liens") },
      { label: "Moisson", href: paths.adminList("moisson") },
      { label: "Visites", href: paths.adminList("visites") },
      { label: "Bilan", href: paths.adminList("bilan") },
      { label: "Journal", href: paths.adminList("journal") },
    ],
  },
];

export const MENU_ENTRIES: readonly Entry[] = MENU_GROUPS.flatMap(({ entries }) => entries);

/** What is reached from another screen, and looked for by its name. */
const INNER_SCREENS: readonly Entry[] = [
  ...EDITORIAL_NOUNS.map((noun) => ({ label: CARDS[noun].create, href: paths.adminNew(CARDS[noun].section) })),
  { label: "Nouveau cycle", href: paths.adminNew("cycles") },
  { label: "Modèles des messages", href: paths.adminEdit("envois", "textes") },
  { label: "Sources de la moisson", href: paths.adminEdit("moisson", "sources") },
  { label: "Synonymes de la recherche", href: paths.adminEdit("recherche", "reglages") },
  { label: "Charte", href: paths.adminList("charte") },
];

/** The screens whose name has every word, or the beginning of every word. */
export function screensNamed(q: string): Entry[] {
  const wordsOf = (text: string) => slugify(text).split("-").filter(Boolean);
  const asked = wordsOf(q);
  if (!asked.length) return [];
  return [...MENU_ENTRIES, ...INNER_SCREENS].filter(({ label }) =>
    asked.every((word) => wordsOf(label).some((known) => known.startsWith(word))),
  );
}
