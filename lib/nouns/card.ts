/** By what the lists of the team are narrowed, in their addresses. */
export const NARROWINGS = ["besoin", "centre", "type", "public", "cycle"] as const;

export type Narrowing = {
  name: (typeof NARROWINGS)[number];
  label: string;
  /** Words of those that have none; left out where each has one. */
  none?: string;
  /** The field of its form whose choices it offers. */
  field: string;
  /** Where the choice is kept: a column, one that holds several, or a table beside it. */
  kept: "one" | "several" | { table: string; own: string; other: string };
};

/** What the portal must know of a noun that editors write, publish, schedule and withdraw. */
export type Card = {
  /** Its folder in lib and components. */
  folder: string;
  /** Folders of the nouns that it may import, when it is not in the chain of tests/architecture/rule. */
  knows?: readonly string[];
  singular: string;
  /** How many there are: one, several. */
  counted: readonly [one: string, several: string];
  /** What the site calls the page that holds them all. */
  plural: string;
  /** Words of the button that makes one. */
  create: string;
  menu: { rank: number; label: string };
  /** Segment of the addresses of the back office where it is edited. */
  section: string;
  /** It is edited in screens of its own, not in those that the others share. */
  ownScreens?: true;
  /** Public page that holds them all. */
  listPath: string;
  /** Public page of one, or its place in the page that holds them all. */
  path: (slug: string) => string;
  /** Columns of text that name one together, and of which its address is proposed. */
  title: readonly [string, ...string[]];
  /** Column that orders the lists; an instant is sorted latest first, a title in French. */
  order: "position" | "title" | "startsAt" | "updatedAt";
  narrowings?: readonly Narrowing[];
  /** Column that says of one that it opens at its address and is shown nowhere else. */
  unlisted?: string;
  /** The home page shows some. */
  onHome?: true;
  /** Columns that the search of the site reads, by weight after the title: `search_entry` of its migration has the same. */
  searched: { aliases?: readonly string[]; lead: readonly string[]; text: readonly string[] };
};
