import type { Metadata } from "next";
import { save } from "#app/(back-office)/administration/[section]/actions";
import { publish } from "#app/(back-office)/administration/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { deskOf } from "#lib/desks/desks";
import { editedItem, requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { fieldValues } from "#lib/edit-forms/fields";
import { CARDS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";

type Props = {
  params: Promise<{ section: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: CARDS[requireNoun((await params).section)].menu.label,
});

export default async function ItemEditionPage({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const { section, id } = await params;
  const noun = requireNoun(section);
  const desk = deskOf(noun);
  const item = await editedItem(id, (known) => desk.find(editor, known));
  const fields = await desk.fields(editor);
  return (
    <EditScreen
      noun={noun}
      item={item}
      fields={fields}
      values={fieldValues(fields, item ? desk.values(item) : (desk.initial ?? {}))}
      save={save}
      publish={publish}
      search={await searchParams}
      at={now()}
    />
  );
}
