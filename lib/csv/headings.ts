import { slugify } from "#lib/platform/text";

/** What a column of people holds. `lastNameThenFirst`: both, in that order. */
export type PersonField =
  | "firstName"
  | "lastName"
  | "fullName"
  | "lastNameThenFirst"
  | "email"
  | "profile"
  | "organisation"
  | "territory";

type Heading = {
  field: PersonField;
  /** Of whoever paid, which may be somebody else. */
  payer: boolean;
  /** How far the words are from the usual ones: of two columns alike, the nearest is read first. */
  distance: number;
};

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const SAID_IN_PASSING = words(
  "votre vos notre mon ma le la les l de du des d un une e s en est sont quel quelle quels quelles a au et your my what which is the of and indiquez saisissez renseignez merci svp obligatoire required champ complementaire field",
);
const PARTICIPANT = words(
  "participant participante attendee inscrit inscrite registrant beneficiaire stagiaire adherent adherente membre member contact personne person",
);
const PAYER = words("payeur payeuse payer acheteur acheteuse buyer purchaser facturation billing");
const FIRST = words("prenom prenoms first firstname given givenname forename");
const LAST = words("nom noms last lastname family familyname surname");
const OF_A_NAME = words(
  "name names usage usuel usuelle famille naissance complet complete full fullname display displayname affichage affiche afficher original utilisateur user username",
);
const CORE = words("name names fullname displayname username utilisateur user");
const WHOLE = words(
  "complet complete full fullname display displayname affichage affiche afficher utilisateur username",
);
const MAIL = words("email emails mail mails mel courriel courriels upn");
const OF_AN_ADDRESS = words(
  "adresse address electronique messagerie internet courrier utilisateur user pro professionnel professionnelle perso personnel personnelle work home business bureau domicile primary primaire principal principale premiere value valeur id principal name",
);
const ORGANISATION = words(
  "organisation organization organisations organisme structure structures entreprise societe employeur company collectivite association etablissement institution raison",
);
const OF_AN_ORGANISATION = words("nom name sociale rattachement travail");
const TERRITORY = words("territoire territory commune ville city");
const PROFILE = words("profil profile");

const LONGEST_HEADING = 120;

const some = (said: readonly string[], known: ReadonlySet<string>) => said.some((word) => known.has(word));
const all = (said: readonly string[], ...known: ReadonlySet<string>[]) =>
  said.every((word) => known.some((set) => set.has(word)));

function nameField(said: readonly string[]): PersonField | null {
  const named = [FIRST, LAST, CORE].some((known) => some(said, known));
  if (!named || !all(said, FIRST, LAST, OF_A_NAME)) return null;
  const [first, last] = [said.findIndex((word) => FIRST.has(word)), said.findIndex((word) => LAST.has(word))];
  if (first >= 0 && last >= 0) return first < last ? "fullName" : "lastNameThenFirst";
  if (first >= 0) return "firstName";
  if (some(said, WHOLE)) return "fullName";
  return last >= 0 ? "lastName" : "fullName";
}

/** How far an address is from the usual words for one; null when it is none. */
function mailDistance(said: readonly string[]): number | null {
  const others = said.filter((word) => !MAIL.has(word) && !OF_AN_ADDRESS.has(word)).length;
  if (some(said, MAIL)) return others;
  const named = some(said, words("adresse address")) || (said.includes("courrier") && said.includes("electronique"));
  return named && others === 0 ? 0 : null;
}

/** « Prénom du participant », « E-mail 1 - Value », « Quelle est votre structure ? »; null when it is about no person. */
export function headingOf(cell: string): Heading | null {
  if (cell.length > LONGEST_HEADING) return null;
  const written = slugify(cell)
    .replace(/(?<=^|-)e-(?=mail)/g, "e")
    .split("-")
    .filter(Boolean);
  const said = written.filter((word) => !SAID_IN_PASSING.has(word) && !/^\d+$/.test(word));
  const about = said.filter((word) => !PARTICIPANT.has(word) && !PAYER.has(word));
  const headed = (field: PersonField, distance = about.length) => ({ field, payer: some(said, PAYER), distance });
  if (!about.length) return said.length ? headed("fullName") : null;
  const name = nameField(about);
  if (name) return headed(name, about.length + (about.includes("naissance") ? 1 : 0));
  const distance = mailDistance(about);
  if (distance !== null) return headed("email", distance);
  if (some(about, ORGANISATION) && all(about, ORGANISATION, OF_AN_ORGANISATION)) return headed("organisation");
  if (some(about, TERRITORY) && all(about, TERRITORY, OF_AN_ORGANISATION)) return headed("territory");
  return all(about, PROFILE) || about.join() === "vous,etes" ? headed("profile") : null;
}

export type Places = Record<PersonField, number[]>;

/**
 * Places from 0, the surest first: a question that only speaks of an address is one when no column is plainly one.
 * @returns `payer`, those of whoever paid
 */
export function placesOf(row: readonly string[]): { person: Places; payer: Places } {
  const found = row
    .flatMap((cell, index) => ({ index, ...(headingOf(cell) ?? { field: null, payer: false, distance: 0 }) }))
    .sort((one, other) => one.distance - other.distance);
  const places = (payer: boolean, field: PersonField) => {
    const all = found.filter((one) => one.payer === payer && one.field === field);
    const plain = field === "email" ? all.filter(({ distance }) => distance === 0) : all;
    return (plain.length ? plain : all).map(({ index }) => index);
  };
  const of = (payer: boolean): Places => ({
    firstName: places(payer, "firstName"),
    lastName: places(payer, "lastName"),
    fullName: places(payer, "fullName"),
    lastNameThenFirst: places(payer, "lastNameThenFirst"),
    email: places(payer, "email"),
    profile: places(payer, "profile"),
    organisation: places(payer, "organisation"),
    territory: places(payer, "territory"),
  });
  return { person: of(false), payer: of(true) };
}
