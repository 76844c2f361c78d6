import type { Editor } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { saveOf } from "#lib/desks/mutations";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";
import type { EditorialState } from "#lib/publication/schema";
import { AT } from "#tests/support/clock";
import { makeCentre, makeCycle, makeNeed } from "#tests/support/factories";

/** What an editor types in a field, whatever it is. */
function typedIn(field: EditField): string | string[] {
  if (field.name === "slug") return "une-adresse";
  if (field.name === "links" || field.name === "documents") return "https://exemple.fr/guide.pdf Lire le guide";
  if (field.name === "items") return "/observatoire 3 Pour les chiffres.";
  if (field.name === "relations") return "";
  if (field.name === "year") return "2016";
  if (field.name === "language") return "fr";
  // Ticked, nobody would be shown what is published.
  if (field.name === "linkOnly") return "";
  switch (field.kind) {
    case "choice":
      return field.options[0]?.value ?? "";
    case "choices":
      return field.options.slice(0, 1).map(({ value }) => value);
    case "number":
      return "12";
    case "address":
      return "https://exemple.fr/";
    case "day":
      return "2019-02-21";
    case "instant":
      return "2027-02-18T13:00";
    case "tick":
      return "on";
    case "lines":
      return "Un\nDeux";
    default:
      return "Un texte";
  }
}

/** An edit form, every field of which was filled in. */
export const filledIn = (fields: readonly EditField[]): FormValues =>
  Object.fromEntries(fields.map((field) => [field.name, typedIn(field)]));

/** A draft written as an editor does: every field of its form filled in, then saved. Saving a webinar needs `withQueues`. */
export async function writeItem(noun: EditorialNoun, editor: Editor): Promise<EditorialState> {
  const { fields, schema, find } = deskOf(noun);
  await Promise.all([makeNeed(), makeCentre(), makeCycle()]);
  const saved = await saveOf(noun)(editor, await schema.parseAsync(filledIn(await fields(editor))), AT);
  const row = saved.ok && (await find(editor, saved.id));
  if (!row) throw new Error(`no ${noun} was saved`);
  return row;
}
