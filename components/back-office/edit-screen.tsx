import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { Preview } from "#components/back-office/preview";
import { PublicationPanel } from "#components/back-office/publication-panel";
import { Screen } from "#components/back-office/screen";
import { nounLabels } from "#lib/editorial/labels";
import { publicationState } from "#lib/editorial/rules";
import type { EditField, EditorialNoun, EditorialState } from "#lib/editorial/schema";
import { publicPath, sectionLabels, sectionOf } from "#lib/editorial/sections";
import type { FormAction, FormValues } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = {
  noun: EditorialNoun;
  /** Null to create. */
  item: (EditorialState & { title: string }) | null;
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
  /** The way to the other rooms of the item. */
  tabs?: ReactNode;
  /** What else can be done to the item. */
  children?: ReactNode;
};

const SLUG_FIXED = "La page est en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

/** The page where an item is written, published and withdrawn. @param at the present instant */
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
  tabs,
  children,
}: Props) {
  const online = item !== null && publicationState(item, at) === "published";
  const slugFixed = online ? SLUG_FIXED : slugKept;
  const opening = typeof search.ouverture === "string" ? search.ouverture : "";
  return (
    <Screen
      title={item?.title ?? `${nounLabels[noun]}\u00A0: nouvelle fiche`}
      parent={{ label: sectionLabels[noun], href: paths.adminList(sectionOf[noun]) }}
    >
      {tabs}
      <DoneNotice done={search.fait} />
      {item && (
        <PublicationPanel
          noun={noun}
          item={item}
          action={publish}
          opening={opening}
          publicHref={publicPath[noun](item.slug)}
          at={at}
          withdrawal={withdrawal}
        />
      )}
      {children}
      <EditForm
        // A save opens the form anew on what is stored; a refusal must find the same form, whatever others saved meanwhile.
        key={opening}
        action={save}
        fields={fields}
        initial={values}
        id={item?.id}
        version={item?.version ?? 0}
        fixed={slugFixed ? { slug: slugFixed } : {}}
      />
      {item && <Preview fields={fields} values={values} open={search.fait === "enregistre"} />}
    </Screen>
  );
}
