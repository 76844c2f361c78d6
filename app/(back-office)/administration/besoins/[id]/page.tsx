import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/besoins/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { listCentresForEditor } from "#lib/centres/queries";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { needFields, needValues } from "#lib/needs/fields";
import { findNeedForEditor } from "#lib/needs/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Besoins" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NeedEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findNeedForEditor(editor, id));
  const fields = needFields(await listCentresForEditor(editor));
  return (
    <EditScreen
      noun="need"
      item={item}
      fields={fields}
      values={fieldValues(fields, item ? needValues(item) : {})}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
