import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { z } from "zod";
import { assign, markReviewed } from "#app/(back-office)/administration/[section]/[id]/actions";
import { answer, ask, autosave, check, save } from "#app/(back-office)/administration/[section]/actions";
import { publish } from "#app/(back-office)/administration/actions";
import { EditScreen } from "#components/back-office/edit-screen";
import { SecondReadings } from "#components/back-office/publication/second-readings";
import { ReviewPanel } from "#components/back-office/reviews/panel";
import { asEditor, type Viewer } from "#lib/auth/editor";
import { issuePreviewLink } from "#lib/auth/preview-link";
import { findingsOf } from "#lib/desks/checks";
import { deskOf } from "#lib/desks/desks";
import { missingToPublish } from "#lib/desks/missing";
import { listReaders, listReadings } from "#lib/desks/readings/queries";
import { editedEdition, requireNoun } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { fieldValues } from "#lib/edit-forms/fields";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
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

function previewOf(viewer: Viewer, item: { noun: EditorialNoun; id: string }) {
  const editor = asEditor(viewer);
  if (!editor) return null;
  const { token, until } = issuePreviewLink(editor, item, now());
  return { url: absolute(env().SITE_URL, paths.preview(token)), until };
}

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
  const copy = latest?.state === "working" ? latest : null;
  const fields = await desk.fields(viewer);
  const search = await searchParams;
  const begun = { ...desk.initial, ...(item || copy ? {} : await beginning(viewer, noun, search.fichier)) };
  const values = copy ? copy.values : fieldValues(fields, item ? desk.values(item) : begun);
  const at = now();
  const path = item && ownPath(noun, item.slug);
  const isStored = item !== null || copy !== null;
  const [readers, readings] = isStored ? await Promise.all([listReaders(viewer), listReadings(viewer, id)]) : [[], []];
  const draft = {
    readings: isStored && (
      <SecondReadings
        values={{ noun, id }}
        readers={readers}
        fields={fields.map(({ name, label }) => ({ value: name, label }))}
        readings={readings}
        ask={ask}
        answer={answer}
      />
    ),
    uses: path ? await usesOf(viewer, { noun, id, path }, at) : undefined,
    departure: item?.withdrawnAt ? await findDepartureOf(id, at) : null,
    id: item || copy ? id : randomUUID(),
    pen: randomUUID(),
    version: Math.max(item?.version ?? 0, latest?.version ?? 0),
    autosave,
    copy,
    preview: item || copy ? previewOf(viewer, { noun, id }) : null,
    missing: item || copy ? await missingToPublish(noun, fields, values) : [],
  };
  const [review, owners, found] = await Promise.all([
    itemReview(viewer, noun, draft.id),
    listOwners(viewer),
    isStored ? findingsOf(viewer, fields, values, at) : [],
  ]);
  return (
    <EditScreen
      noun={noun}
      item={item}
      draft={draft}
      checks={{ found, check }}
      fields={fields}
      values={values}
      save={save}
      publish={publish}
      search={search}
      at={at}
    >
      {(item || copy) && <ReviewPanel {...{ noun, id, review, owners, markReviewed, assign }} />}
    </EditScreen>
  );
}
