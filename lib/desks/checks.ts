import type { Viewer } from "#lib/auth/editor";
import { readableTranscript } from "#lib/captions/schema";
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
import { isReferable } from "#lib/rich-text/references";
import { referenceWords } from "#lib/ties/references/queries";

/** What a form holds, as it will be kept: subtitles that were just brought are the words that they say. */
async function asKept(fields: readonly EditField[], values: FormValues): Promise<FormValues> {
  const brought = fields.filter(({ file }) => file).map(({ name }) => name);
  const read = await Promise.all(brought.map(async (name) => [name, await readableTranscript(values[name])]));
  return { ...values, ...Object.fromEntries(read) };
}

/** What is to be looked at again in what a form holds. */
export async function findingsOf(
  _viewer: Viewer,
  fields: readonly EditField[],
  typed: FormValues,
  at: Date,
): Promise<Finding[]> {
  const values = await asKept(fields, typed);
  const addresses = addressesIn(fields, values);
  const paths = addresses.flatMap((url) => pathIn(url) ?? []);
  const others = addresses.filter((url) => pathIn(url) === null);
  const spellings = others.flatMap((url) => [url.replace(/#.*$/s, ""), addressKey(url)]);
  const references = addresses.filter(isReferable);
  const [terms, organisations, dead, lost, known] = await Promise.all([
    listTerms(at),
    listOrganisations(at),
    deadAmong(spellings, at),
    lostPaths(paths, at),
    referenceWords(references, at),
  ]);
  return findingsIn(fields, values, {
    terms,
    organisations,
    dead: new Set(dead.map(addressKey)),
    lost: new Set([...lost, ...references.filter((url) => !known.has(url))]),
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
