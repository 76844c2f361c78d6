import { deskOf } from "#lib/desks/desks";
import type { EditField, Shortcoming } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";

/** An address that is left empty is drawn from the title. */
const DRAWN = "x";

/** What must still be written or mended in a form before it may be published, in the order of its fields. */
export async function missingToPublish(
  noun: EditorialNoun,
  fields: readonly EditField[],
  values: FormValues,
): Promise<Shortcoming[]> {
  const parsed = await deskOf(noun).schema.safeParseAsync({ ...values, slug: values.slug || DRAWN });
  const issues = parsed.error?.issues ?? [];
  return fields.flatMap(({ name, label, errorName }) => {
    const issue = issues.find(({ path: [place] }) => place === name || (place === errorName && place !== undefined));
    return issue ? [{ name, label, message: issue.message }] : [];
  });
}
