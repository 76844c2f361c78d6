import type { EditorialNoun } from "#lib/nouns/cards";

/** What an address of the portal leads to. `origin` says where it comes from; `opens` is false when it is only told of. */
export type CitedPage = {
  href: string;
  noun: EditorialNoun;
  title: string;
  lead: string;
  opens: boolean;
  origin: string;
};
