import type { ReactNode } from "react";
import { BeforePublishing } from "#components/back-office/before-publishing";
import { DoneNotice } from "#components/back-office/done-notice";
import { type Checks, EditForm } from "#components/back-office/edit-form";
import { Preview } from "#components/back-office/preview";
import { PreviewLinks } from "#components/back-office/publication/preview-links";
import { ThrowAway } from "#components/back-office/publication/throw-away";
import { WorkingCopy } from "#components/back-office/publication/working-copy";
import { PublicationPanel, type Use } from "#components/back-office/publication-panel";
import { Panel, Screen } from "#components/back-office/screen";
import type { EditField, Shortcoming } from "#lib/edit-forms/schema";
import type { FormAction, FormValues } from "#lib/forms/state";
import { CARDS, type EditorialNoun, titleOf } from "#lib/nouns/cards";
import { wallClockInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { departureWords } from "#lib/publication/departures/labels";
import type { Departure } from "#lib/publication/departures/schema";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";

/** How the item is written beside what the public reads of it. */
export type Draft = {
  id: string;
  pen: string;
  version: number;
  autosave: FormAction;
  /** What is written and not published; null when nothing is. */
  copy: { title: string; at: Date; author: string | null } | null;
  missing: readonly Shortcoming[];
  /** Its page can tell readers what changed. */
  tells: boolean;
  /** What leads to its page; absent when it has none to itself. */
  uses?: readonly Use[] | undefined;
  /** What its address answers once it is off the site; null when nothing was said of it. */
  departure?: Departure | null;
  /** The readings of colleagues. */
  readings?: ReactNode;
  /** Where its page is shown as it will be; null while there is nothing to show. */
  preview: { url: string; until: Date } | null;
};

type Props = {
  noun: EditorialNoun;
  /** Null while it has no row. */
  item: EditorialState | null;
  fields: readonly EditField[];
  values: FormValues;
  save: FormAction;
  publish: FormAction;
  /** What the address says was just done, and which opening of the form this is: each save makes a new one. */
  search: { fait?: string | string[]; ouverture?: string | string[] };
  at: Date;
  /** Why the address does not change although the page is not online. */
  slugKept?: string | undefined;
  /** What else happens once the item is taken off the site. */
  withdrawal?: string | null;
  /** What else is said of what was just done. */
  told?: string | undefined;
  tabs?: ReactNode;
  /** Absent where saving writes what the public reads. */
  draft?: Draft | undefined;
  checks?: Checks | undefined;
  /** What else can be done to the item. */
  children?: ReactNode;
};

const SLUG_FIXED = "La page a été en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

export function EditScreen({
  noun,
  item,
  fields,
  values,
  save,
  publish,
  search,
  at,
  slugKept,
  withdrawal,
  told,
  tabs,
  draft,
  checks,
  children,
}: Props) {
  const { singular, menu, section, path } = CARDS[noun];
  const state = item ? publicationState(item, at) : "draft";
  const online = state === "published";
  const slugFixed = item?.publishedAt && item.publishedAt <= at ? SLUG_FIXED : slugKept;
  const opening = typeof search.ouverture === "string" ? search.ouverture : "";
  const copy = draft?.copy;
  const title = item ? titleOf(noun, item) : copy?.title;
  const scheduled = state === "scheduled" && item?.publishedAt ? wallClockInParis(item.publishedAt) : "";
  const written = draft && (
    <>
      {draft.departure && <p>{departureWords(draft.departure)}</p>}
      {copy && (
        <WorkingCopy
          copy={copy}
          online={online}
          action={item ? save : undefined}
          posted={{ noun, id: draft.id, version: String(draft.version) }}
        />
      )}
      {draft.preview && <PreviewLinks {...draft.preview} />}
      {draft.readings}
    </>
  );
  return (
    <Screen
      title={title ?? `${singular}\u00A0: nouvelle fiche`}
      parent={{ label: menu.label, href: paths.adminList(section) }}
      tools={
        draft &&
        title && (
          <a
            href={paths.adminEdit(section, `${draft.id}/historique`)}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Historique
          </a>
        )
      }
    >
      {tabs}
      <DoneNotice done={search.fait} more={told} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6 xl:order-last">
          {item ? (
            <PublicationPanel
              noun={noun}
              item={item}
              action={publish}
              opening={opening}
              publicHref={path(item.slug)}
              at={at}
              withdrawal={withdrawal}
              uses={draft?.uses}
              inForm={draft !== undefined}
            >
              {written}
            </PublicationPanel>
          ) : (
            copy && (
              <Panel title="Publication">
                <div className="grid gap-4">
                  {written}
                  {draft && <ThrowAway action={publish} values={{ noun, id: draft.id }} />}
                </div>
              </Panel>
            )
          )}
          {draft && <BeforePublishing missing={draft.missing} />}
          {children}
        </div>
        <div className="grid min-w-0 gap-6">
          <EditForm
            // A save opens the form anew on what is stored; a refusal must find the same form, whatever others saved meanwhile.
            key={opening}
            action={save}
            noun={noun}
            fields={fields}
            initial={values}
            id={draft?.id ?? item?.id}
            version={draft?.version ?? item?.version ?? 0}
            checks={checks}
            fixed={slugFixed ? { slug: slugFixed } : {}}
            editing={
              draft && {
                autosave: draft.autosave,
                pen: draft.pen,
                publishing: { state, scheduled, tells: draft.tells },
              }
            }
          />
          {title && <Preview fields={fields} values={values} open={search.fait === "enregistre"} />}
        </div>
      </div>
    </Screen>
  );
}
