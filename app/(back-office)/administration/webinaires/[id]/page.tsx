import type { Metadata } from "next";
import { z } from "zod";
import { answer, ask, autosave, check, findTargets, save } from "#app/(back-office)/administration/[section]/actions";
import { publish } from "#app/(back-office)/administration/actions";
import { makeReplayDraft } from "#app/(back-office)/administration/webinaires/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { SecondReadings } from "#components/back-office/publication/second-readings";
import { ReplayDraft } from "#components/back-office/webinars/replay-draft";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { TermsLink } from "#components/back-office/webinars/terms";
import { captionsWords } from "#lib/desks/captions";
import { findingsOf } from "#lib/desks/checks";
import { DESKS } from "#lib/desks/desks";
import { openEdition } from "#lib/desks/opened";
import { editedEdition } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { countRegistrants } from "#lib/roster/queries";
import { liveAmong } from "#lib/seats/rules";
import { findReplayDraftForEditor } from "#lib/webinars/replay/queries";
import { webinarState } from "#lib/webinars/rules";
import { SLUG_WRITTEN, withdrawalWords } from "#lib/webinars/terms/labels";
import { valuesFromWebinar } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Webinaires" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarEdition({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { id } = await params;
  const { row, latest } = await editedEdition(viewer, "webinar", id, (known) => DESKS.webinar.find(viewer, known));
  const search = await searchParams;
  const at = now();
  const { data: copy } = z.uuid().safeParse(search.copie);
  const copied = copy && !row && !latest ? await valuesFromWebinar(viewer, copy) : {};
  const [{ isStored, reading, ...opened }, people] = await Promise.all([
    openEdition(viewer, "webinar", { row, latest, id }, at, copied),
    row ? countRegistrants(viewer, row.id) : {},
  ]);
  const found = isStored ? await findingsOf(viewer, opened.fields, opened.values, at) : [];
  const readings = isStored && <SecondReadings {...reading} ask={ask} answer={answer} />;
  return (
    <EditScreen
      noun="webinar"
      item={row}
      draft={{ ...opened.draft, autosave, tells: true, readings }}
      tabs={row && <WebinarTabs id={row.id} />}
      fields={opened.fields}
      values={opened.values}
      checks={{ found, check, search: findTargets }}
      save={save}
      publish={publish}
      search={search}
      told={captionsWords(search)}
      at={at}
      slugKept={Object.keys(people).length > 0 ? SLUG_WRITTEN : undefined}
      withdrawal={row && withdrawalWords(row, liveAmong(people), at)}
    >
      {row && <TermsLink id={row.id} />}
      {row && webinarState(row, at) === "past" && (
        <ReplayDraft id={row.id} made={await findReplayDraftForEditor(viewer, row.id)} action={makeReplayDraft} />
      )}
    </EditScreen>
  );
}
