import type { Viewer } from "#lib/auth/editor";
import { deskOf } from "#lib/desks/desks";
import { fieldValues } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { addressesIn, addressKey, findingsIn, pathIn } from "#lib/editorial/findings";
import { type Finding, isHarmful } from "#lib/editorial/schema";
import type { FormValues } from "#lib/forms/state";
import { listTerms } from "#lib/glossary/queries";
import { lostPaths } from "#lib/items/lost-queries";
import { deadAmong } from "#lib/link-watch/queries";
import type { EditorialNoun } from "#lib/nouns/cards";
import { listOrganisations } from "#lib/organisations/queries";

/** What is to be looked at again in what a form holds. */
export async function findingsOf(
  _viewer: Viewer,
  fields: readonly EditField[],
  values: FormValues,
  at: Date,
): Promise<Finding[]> {
  const addresses = addressesIn(fields, values);
  const paths = addresses.flatMap((url) => pathIn(url) ?? []);
  const others = addresses.filter((url) => pathIn(url) === null);
  const spellings = others.flatMap((url) => [url.replace(/#.*$/s, ""), addressKey(url)]);
  const [terms, organisations, dead, lost] = await Promise.all([
    listTerms(at),
    listOrganisations(at),
    deadAmong(spellings, at),
    lostPaths(paths, at),
  ]);
  return findingsIn(fields, values, {
    terms,
    organisations,
    dead: new Set(dead.map(addressKey)),
    lost: new Set(lost),
  });
}

/** What would harm the readers of an item as it is stored. */
export async function harmsOf(viewer: Viewer, noun: EditorialNoun, id: string, at: Date): Promise<Finding[]> {
  const { find, fields: fieldsFor, values } = deskOf(noun);
  const row = await find(viewer, id);
  if (!row) return [];
  const fields = await fieldsFor(viewer);
  return (await findingsOf(viewer, fields, fieldValues(fields, values(row)), at)).filter(isHarmful);
}
