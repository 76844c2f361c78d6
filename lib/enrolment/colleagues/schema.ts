import {
  COLLEAGUES,
  COLLEAGUES_TOLD,
  type Colleague,
  colleagueOf,
  MOST_COLLEAGUES,
} from "#lib/enrolment/colleagues/rules";
import { personSchema } from "#lib/people/schema";
import { emailKey } from "#lib/platform/text";

/** What became of all those of a form: none says which of them. `written`: the form was answered before. */
export type Brought = "seated" | "waiting" | "both" | "written";

const read = personSchema.pick({ firstName: true, lastName: true, email: true });

const INCOMPLETE = "écrivez le prénom, le nom, puis l’adresse électronique.";
const TWICE = "cette adresse est déjà dans ce formulaire, et chacun a besoin de la sienne pour recevoir son lien.";
const MANY = `Pas plus de ${MOST_COLLEAGUES} collègues par formulaire.`;
const UNTOLD = "Confirmez que ces personnes savent que vous les inscrivez.";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The colleagues that a form names, and what is wrong with them, by name of field. */
export function judgedColleagues(typed: Readonly<Record<string, unknown>>): {
  colleagues: Colleague[];
  faults: Record<string, string>;
} {
  const lines = text(typed[COLLEAGUES])
    .split(/\r?\n/)
    .map((line) => line.trim());
  const colleagues: Colleague[] = [];
  const faults: Record<string, string> = {};
  const addresses = new Set([emailKey(text(typed.email))]);
  for (const [index, line] of lines.entries()) {
    if (!line) continue;
    const wrong = (words: string) => {
      faults[COLLEAGUES] ??= `Ligne ${index + 1}\u00A0: ${words}`;
    };
    const said = colleagueOf(line);
    const one = said && read.safeParse(said);
    if (!one) wrong(INCOMPLETE);
    else if (!one.success) wrong(one.error.issues[0]?.message ?? INCOMPLETE);
    else if (addresses.has(emailKey(one.data.email))) wrong(TWICE);
    else {
      addresses.add(emailKey(one.data.email));
      colleagues.push(one.data);
    }
  }
  if (colleagues.length > MOST_COLLEAGUES) faults[COLLEAGUES] ??= MANY;
  const isAny = colleagues.length > 0 || Object.keys(faults).length > 0;
  if (isAny && !text(typed[COLLEAGUES_TOLD])) faults[COLLEAGUES_TOLD] = UNTOLD;
  return { colleagues, faults };
}
