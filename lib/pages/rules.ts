/** Stands in the text of a page for the mailbox of the team, which is a setting. */
export const CONTACT = "{contact}";

/** Where the statement of accessibility stands, and what stands in its text for what the grid says. */
export const STATEMENT = "accessibilite";
export const CONFORMITY = "{conformite}";

/** The statement, with what the grid says of the site: first, where its text has no place for it. */
export const withConformity = (markdown: string, words: string): string =>
  markdown.includes(CONFORMITY) ? markdown.replaceAll(CONFORMITY, () => words) : `${words}\n\n${markdown}`;

/** @param contactEmail the mailbox that somebody reads; without it the page says that there is none yet */
export const withContact = (markdown: string, contactEmail: string | undefined): string =>
  markdown.replaceAll(CONTACT, contactEmail ? `<${contactEmail}>` : "à compléter avant la mise en ligne");
