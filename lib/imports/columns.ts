import type { EditField } from "#lib/edit-forms/schema";
import { KEY, type Mapping } from "#lib/imports/schema";
import { slugify } from "#lib/platform/text";

/** Addresses are drawn from titles; what is read first is decided with the other documents in sight. */
const NOT_BROUGHT = ["slug", "firstForNeedIds", "firstForCentreIds"];

/** The fields that a column may fill. */
export const broughtFields = (fields: readonly EditField[]): EditField[] =>
  fields.filter(({ name }) => !NOT_BROUGHT.includes(name));

/** How columns are called elsewhere: library software, Zotero, Dublin Core, spreadsheets of the centres. */
const CALLED: Readonly<Record<string, string>> = {
  [KEY]: "identifiant id identifier reference ref cote numero doi handle key cle code",
  title: "titre title intitule nom document",
  type: "type nature categorie item-type",
  summary: "resume description abstract presentation abstract-note",
  body: "presentation-detaillee texte contenu",
  links: "lien liens url adresse link adresse-web source-url",
  authors: "auteur auteurs auteur-s author authors creator createur",
  publisher: "editeur publisher organisme structure",
  partners: "partenaire partenaires contributor",
  year: "annee year publication-year annee-de-publication",
  dateLabel: "date date-de-publication",
  licence: "licence license droits rights",
  language: "langue language",
  pages: "pages nombre-de-pages num-pages",
  durationMinutes: "duree duree-en-minutes duration",
  needIds: "besoin besoins",
  centreIds: "centre centres centre-de-ressources",
  audiences: "public publics audience profil profils",
  phases: "phase phases",
  sdgs: "odd objectifs sdg",
  territories: "territoire territoires region coverage",
  relations: "relations",
  source: "source sources provenance",
  confidence: "fiabilite confiance",
};

/** Which column fills which field, by what columns are called; each column once, but for the identifier. */
export function guessedMapping(fields: readonly EditField[], headers: readonly string[]): Mapping {
  const slugs = headers.map(slugify);
  const placeOf = (name: string, label?: string) => {
    const called = [...(label ? [slugify(label)] : []), slugify(name), ...(CALLED[name]?.split(" ") ?? [])];
    return called.map((word) => slugs.indexOf(word)).find((place) => place >= 0);
  };
  const taken = new Set<number>();
  const mapping: Record<string, number> = {};
  for (const { name, label } of fields) {
    const place = placeOf(name, label);
    if (place === undefined || taken.has(place)) continue;
    taken.add(place);
    mapping[name] = place;
  }
  const key = placeOf(KEY) ?? mapping.links;
  return key === undefined ? mapping : { ...mapping, [KEY]: key };
}

/** What was chosen, column by column: a place that is none is no choice. */
export function chosenMapping(
  fields: readonly EditField[],
  headers: readonly string[],
  posted: Readonly<Record<string, unknown>>,
): Mapping {
  return Object.fromEntries(
    [KEY, ...fields.map(({ name }) => name)].flatMap((name) => {
      const place = posted[name];
      const chosen = typeof place === "string" && /^\d{1,4}$/.test(place) ? Number(place) : -1;
      return chosen >= 0 && chosen < headers.length ? [[name, chosen]] : [];
    }),
  );
}
