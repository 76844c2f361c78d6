import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/ressources/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { now } from "#lib/platform/clock";
import { resourceValues } from "#lib/resources/fields";
import { editableResourceFields, findResourceForEditor } from "#lib/resources/queries";

export const metadata: Metadata = { title: "Ressources" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResourceEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findResourceForEditor(editor, id));
  const fields = await editableResourceFields(editor);
  return (
    <EditScreen
      noun="resource"
      item={item}
      fields={fields}
      values={fieldValues(fields, item ? resourceValues(item) : { language: "fr" })}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
