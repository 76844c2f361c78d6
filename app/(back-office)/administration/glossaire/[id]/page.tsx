import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/glossaire/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { termFields } from "#lib/glossary/fields";
import { findTermForEditor } from "#lib/glossary/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Glossaire" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TermEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findTermForEditor(editor, id));
  const fields = termFields;
  return (
    <EditScreen
      noun="term"
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
