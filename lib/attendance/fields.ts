import { mergePeople, secondsIn } from "#lib/attendance/rules";
import type { ReportedPerson } from "#lib/attendance/schema";
import { slugify } from "#lib/platform/text";

/** The fields of the reports of Zoom and Teams, as their headings name them in French and in English, without accents. */
const HEADINGS = {
  name: /^(user-)?name(-original-name)?$|^(full|display|participant)-name$|^participant$|^nom(-complet|-d-affichage|-du-participant)?(-nom-.*)?$|^nom-(d-|de-l-)utilisateur(-nom-.*)?$/,
  firstName: /^first-name$|^prenom$/,
  lastName: /^last-name$|^nom-de-famille$/,
  email:
    /^(user-)?e-?mail(-address)?$|^(adresse-)?(e-?mail|courriel)(-de-l-utilisateur|-utilisateur)?$|^adresse-(electronique|de-messagerie)$|upn$/,
  duration: /duration|duree|time-in-session|temps-(de|en|passe)/,
  instant: /join|left|leave|action|timestamp|arrivee|entree|sortie|depart|participation|connexion|horodatage/,
  attended: /^attended$|^(a-)?(assiste|participe)$|^presente?$/,
} as const;
type Field = keyof typeof HEADINGS;
const FIELDS = Object.entries(HEADINGS) as [Field, RegExp][];

/** Where each field stands in a row. */
type Layout = Record<Field, number[]>;

function layoutOf(row: readonly string[]): Layout | null {
  const headings = row.map((cell) => slugify(cell));
  const places = ([, heading]: [Field, RegExp]) =>
    headings.flatMap((cell, index) => (heading.test(cell) ? [index] : []));
  const layout = Object.fromEntries(FIELDS.map((field) => [field[0], places(field)])) as Layout;
  const named = layout.name.length > 0 || (layout.firstName.length > 0 && layout.lastName.length > 0);
  // What comes before the participants names the meeting and its host.
  const about = [layout.email, layout.duration, layout.instant].some((found) => found.length > 0);
  return named && about ? layout : null;
}

/** « 2. Participants » begins the part of a Teams report that counts; the others say the same in other words. */
const SECTION = /^(\d+)\.\s/;
const PARTICIPANTS = "2";

const ABSENT = /^(no|non)$/i;

function personIn(row: readonly string[], layout: Layout): ReportedPerson | null {
  const cells = (field: Field) => layout[field].map((index) => row[index]?.trim() ?? "");
  const cell = (field: Field) => cells(field).find(Boolean) ?? "";
  if (ABSENT.test(cell("attended"))) return null;
  const parted = `${cell("firstName")} ${cell("lastName") || cell("name")}`.trim();
  const name = cell("firstName") ? parted : cell("name");
  const email = cells("email").find((text) => text.includes("@")) ?? null;
  if (!name && !email) return null;
  return { name: name || (email ?? ""), email, seconds: secondsIn(cell("duration")) };
}

/**
 * The people of a report of Zoom or Teams, each once. Whatever comes before the headings of the participants is left out,
 * and so are the parts that list the same people again.
 * @param rows the cells of the file
 */
export function peopleIn(rows: readonly (readonly string[])[]): ReportedPerson[] {
  const people: ReportedPerson[] = [];
  let layout: Layout | null = null;
  let counts = true;
  for (const row of rows) {
    const [, section] = SECTION.exec(row[0] ?? "") ?? [];
    const headings = layoutOf(row);
    // A row with one word at most is a title, or the end of a part.
    const title = row.filter(Boolean).length < 2;
    if (section && title) counts = section === PARTICIPANTS;
    if (headings || title) layout = headings;
    else if (layout && counts) people.push(...[personIn(row, layout) ?? []].flat());
  }
  return mergePeople(people);
}
