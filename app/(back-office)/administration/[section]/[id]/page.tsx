import type { Metadata } from "next";
import { z } from "zod";
import { assign, markReviewed } from "#app/(back-office)/administration/[section]/[id]/actions";
import { answer, ask, autosave, check, findTargets, save } from "#app/(back-office)/administration/[section]/actions";
import { publish } from "#app/(back-office)/administration/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { SecondReadings } from "#components/back-office/publication/second-readings";
import { ReviewPanel } from "#components/back-office/reviews/panel";
import type { Viewer } from "#lib/auth/editor";
import { findingsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { openEdition } from "#lib/desks/opened";
import { editedEdition, requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { ownPath } from "#lib/publication/departures/addresses";
import { findDepartureOf } from "#lib/publication/departures/queries";
import { valuesFromMedia } from "#lib/resources/links/queries";
import { itemReview, listOwners } from "#lib/reviews/queries";
import { usesOf } from "#lib/ties/uses/queries";

type Props = {
  params: Promise<{ section: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: CARDS[requireNoun((await params).section)].menu.label,
});

/** What a new item begins with: a resource may be made from a file. */
async function beginning(viewer: Viewer, noun: EditorialNoun, fichier: unknown): Promise<Record<string, unknown>> {
  const { data } = z.uuid().safeParse(fichier);
  return noun === "resource" && data ? await valuesFromMedia(viewer, data) : {};
}

export default async function ItemEditionPage({ params, searchParams }: Props) {
  const viewer = await requireViewer();
  const { section, id } = await params;
  const noun = requireNoun(section);
  const desk = deskOf(noun);
  const { row: item, latest } = await editedEdition(viewer, noun, id, (known) => desk.find(viewer, known));
  const search = await searchParams;
  const begun = item || latest ? {} : await beginning(viewer, noun, search.fichier);
  const at = now();
  const { isStored, reading, ...opened } = await openEdition(viewer, noun, { row: item, latest, id }, at, begun);
  const path = item && ownPath(noun, item.slug);
  const draft = {
    ...opened.draft,
    autosave,
    tells: path !== null,
    readings: isStored && <SecondReadings {...reading} ask={ask} answer={answer} />,
    uses: path ? await usesOf(viewer, { noun, id, path }, at) : undefined,
    departure: item?.withdrawnAt ? await findDepartureOf(id, at) : null,
  };
  const [review, owners, found] = await Promise.all([
    itemReview(viewer, noun, draft.id),
    listOwners(viewer),
    isStored ? findingsOf(viewer, opened.fields, opened.values, at) : [],
  ]);
  return (
    <EditScreen
      noun={noun}
      item={item}
      draft={draft}
      checks={{ found, check, search: findTargets }}
      fields={opened.fields}
      values={opened.values}
      save={save}
      publish={publish}
      search={search}
      at={at}
    >
      {isStored && <ReviewPanel {...{ noun, id, review, owners, markReviewed, assign }} />}
    </EditScreen>
  );
}
