import { slugify } from "#lib/platform/text";

/** The headings of an address, without case nor accents: French and English tools, Zoom, Teams, our own files. */
export const EMAIL_HEADING =
  /^(user-)?e-?mail(-address)?$|^((votre-)?adresse-)?(e-?mail|courriel|mel)(-de-l-utilisateur|-utilisateur|-pro|-professionnel)?$|^(votre-)?adresse(-electronique|-de-messagerie|-de-courriel)$|upn$/;
export const FIRST_NAME_HEADING = /^prenom(-?s)?$|^(first|given)-?name$|^forename$/;

/**
 * Places from 0, several when several columns are named alike.
 * @param headings as `slugify` writes them: « Adresse e-mail » is « adresse-e-mail »
 */
export function placesOf<F extends string>(row: readonly string[], headings: Record<F, RegExp>): Record<F, number[]> {
  const named = row.map(slugify);
  const fields = Object.entries<RegExp>(headings).map(([field, heading]) => [
    field,
    named.flatMap((cell, index) => (heading.test(cell) ? [index] : [])),
  ]);
  return Object.fromEntries(fields) as Record<F, number[]>;
}
