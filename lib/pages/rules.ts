/** Stands in the text of a page for the mailbox of the team, which is a setting. */
export const CONTACT = "{contact}";

/** @param contactEmail the mailbox that somebody reads; without it the page says that there is none yet */
export const withContact = (markdown: string, contactEmail: string | undefined): string =>
  markdown.replaceAll(CONTACT, contactEmail ? `<${contactEmail}>` : "à compléter avant la mise en ligne");
