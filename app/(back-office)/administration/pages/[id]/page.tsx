import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/pages/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { pageFields } from "#lib/pages/fields";
import { findPageForEditor } from "#lib/pages/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Pages" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PageEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findPageForEditor(editor, id));
  const fields = pageFields;
  return (
    <EditScreen
      noun="page"
      item={item}
      fields={fields}
      values={fieldValues(fields, item ?? {})}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
