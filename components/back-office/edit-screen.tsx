import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { Preview } from "#components/back-office/preview";
import { PublicationPanel } from "#components/back-office/publication-panel";
import { Screen } from "#components/back-office/screen";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormAction, FormValues } from "#lib/forms/state";
import { CARDS, type EditorialNoun, titleOf } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";

type Props = {
  noun: EditorialNoun;
  /** Null to create. */
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
  /** What else can be done to the item. */
  children?: ReactNode;
};

const SLUG_FIXED = "La page est en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

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
  children,
}: Props) {
  const { singular, menu, section, path } = CARDS[noun];
  const online = item !== null && publicationState(item, at) === "published";
  const slugFixed = online ? SLUG_FIXED : slugKept;
  const opening = typeof search.ouverture === "string" ? search.ouverture : "";
  return (
    <Screen
      title={item ? titleOf(noun, item) : `${singular}\u00A0: nouvelle fiche`}
      parent={{ label: menu.label, href: paths.adminList(section) }}
    >
      {tabs}
      <DoneNotice done={search.fait} more={told} />
      {item && (
        <PublicationPanel
          noun={noun}
          item={item}
          action={publish}
          opening={opening}
          publicHref={path(item.slug)}
          at={at}
          withdrawal={withdrawal}
        />
      )}
      {children}
      <EditForm
        // A save opens the form anew on what is stored; a refusal must find the same form, whatever others saved meanwhile.
        key={opening}
        action={save}
        noun={noun}
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
