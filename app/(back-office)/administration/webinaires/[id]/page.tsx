import type { Metadata } from "next";
import { check } from "#app/(back-office)/administration/[section]/actions";
import { publish } from "#app/(back-office)/administration/actions";
import { makeReplayDraft, save } from "#app/(back-office)/administration/webinaires/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { ReplayDraft } from "#components/back-office/webinars/replay-draft";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { captionsWords } from "#lib/desks/captions";
import { findingsOf } from "#lib/desks/checks";
import { DESKS } from "#lib/desks/desks";
import { editedItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { fieldValues } from "#lib/edit-forms/fields";
import { now } from "#lib/platform/clock";
import { countRegistrants } from "#lib/roster/queries";
import { liveAmong } from "#lib/seats/rules";
import { findReplayDraftForEditor } from "#lib/webinars/queries";
import { webinarState } from "#lib/webinars/rules";
import { SLUG_WRITTEN, withdrawalWords } from "#lib/webinars/terms/labels";

export const metadata: Metadata = { title: "Webinaires" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarEdition({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const item = await editedItem((await params).id, (id) => DESKS.webinar.find(editor, id));
  const search = await searchParams;
  const at = now();
  const [fields, people] = await Promise.all([
    DESKS.webinar.fields(editor),
    item ? countRegistrants(editor, item.id) : {},
  ]);
  const values = fieldValues(fields, item ? DESKS.webinar.values(item) : (DESKS.webinar.initial ?? {}));
  const found = item ? await findingsOf(editor, fields, values, at) : [];
  return (
    <EditScreen
      noun="webinar"
      item={item}
      tabs={item && <WebinarTabs id={item.id} />}
      fields={fields}
      values={values}
      checks={{ found, check }}
      save={save}
      publish={publish}
      search={search}
      told={captionsWords(search)}
      at={at}
      slugKept={Object.keys(people).length > 0 ? SLUG_WRITTEN : undefined}
      withdrawal={item && withdrawalWords(item, liveAmong(people), at)}
    >
      {item && webinarState(item, at) === "past" && (
        <ReplayDraft id={item.id} made={await findReplayDraftForEditor(editor, item.id)} action={makeReplayDraft} />
      )}
    </EditScreen>
  );
}
