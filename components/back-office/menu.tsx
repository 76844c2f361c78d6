import { CARDS, EDITORIAL_NOUNS, nounsOfMenu } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { slugify } from "#lib/platform/text";

type Entry = { label: string; href: string };

/** The entries of the menu, in order. */
export const MENU_ENTRIES: readonly Entry[] = [
  { label: "Tableau de bord", href: paths.admin() },
  ...nounsOfMenu().flatMap((noun) => [
    { label: CARDS[noun].menu.label, href: paths.adminList(CARDS[noun].section) },
    ...(noun === "webinar" ? [{ label: "Cycles", href: paths.adminList("cycles") }] : []),
  ]),
  { label: "Médias", href: paths.adminList("medias") },
  { label: "Personnes", href: paths.adminList("personnes") },
  { label: "Orientation", href: paths.adminList("orientation") },
  { label: "Couverture", href: paths.adminList("couverture") },
  { label: "Moisson", href: paths.adminList("moisson") },
  { label: "Liens", href: paths.adminList("liens") },
  { label: "Recherche du site", href: paths.adminEdit("recherche", "reglages") },
  { label: "Remarques", href: paths.adminList("remarques") },
  { label: "Visites", href: paths.adminList("visites") },
  { label: "Envois", href: paths.adminList("envois") },
  { label: "Corbeille", href: paths.adminList("corbeille") },
  { label: "Journal", href: paths.adminList("journal") },
];

/** What is reached from another screen, and looked for by its name. */
const INNER_SCREENS: readonly Entry[] = [
  ...EDITORIAL_NOUNS.map((noun) => ({ label: CARDS[noun].create, href: paths.adminNew(CARDS[noun].section) })),
  { label: "Nouveau cycle", href: paths.adminNew("cycles") },
  { label: "Modèles des messages", href: paths.adminEdit("envois", "textes") },
  { label: "Sources de la moisson", href: paths.adminEdit("moisson", "sources") },
  { label: "Synonymes de la recherche", href: paths.adminEdit("recherche", "reglages") },
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
