import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/centres/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { centreFields } from "#lib/centres/fields";
import { findCentreForEditor } from "#lib/centres/queries";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Centres" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CentreEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findCentreForEditor(editor, id));
  const fields = centreFields;
  return (
    <EditScreen
      noun="centre"
      item={item && { ...item, title: item.name }}
      fields={fields}
      values={fieldValues(fields, item ?? {})}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
