import type { Metadata } from "next";
import { publish } from "#app/(back-office)/administration/actions";
import { save } from "#app/(back-office)/administration/observatoire/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { editedItem } from "#lib/edge/route-item";
import { requireEditor } from "#lib/edge/session";
import { fieldValues } from "#lib/editorial/fields";
import { figureFields } from "#lib/figures/fields";
import { findFigureForEditor } from "#lib/figures/queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Observatoire" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FigureEdition({ params, searchParams }: Props) {
  const editor = await requireEditor();
  const item = await editedItem((await params).id, (id) => findFigureForEditor(editor, id));
  const fields = figureFields;
  return (
    <EditScreen
      noun="figure"
      item={item && { ...item, title: `${item.value} ${item.statement}` }}
      fields={fields}
      values={fieldValues(fields, item ?? {})}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
