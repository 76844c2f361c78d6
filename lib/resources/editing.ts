import type { Editor } from "#lib/auth/editor";
import { listCentresForEditor } from "#lib/centres/queries";
import type { EditField } from "#lib/editorial/schema";
import { listNeedsForEditor } from "#lib/needs/queries";
import { resourceFields } from "#lib/resources/fields";

/** The edit form of a resource, with the needs and centres of the day. */
export async function editableResourceFields(editor: Editor): Promise<EditField[]> {
  const [needs, centres] = await Promise.all([listNeedsForEditor(editor), listCentresForEditor(editor)]);
  return resourceFields({ needs, centres });
}
