import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { Preview } from "#components/back-office/preview";
import { PublicationPanel } from "#components/back-office/publication-panel";
import { Screen } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
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
  done: string | string[] | undefined;
  at: Date;
};

const SLUG_FIXED = "La page est en ligne\u00A0: son adresse ne change plus, des liens y mènent.";

/** The page where an item is written, published and withdrawn. @param at the present instant */
export function EditScreen({ noun, item, fields, values, save, publish, done, at }: Props) {
  const online = item !== null && publicationState(item, at) === "published";
  const tools = item && noun === "webinar" && (
    <LinkButton href={paths.adminRegistrants(item.id)} look="secondary">
      Inscrits
    </LinkButton>
  );
  return (
    <Screen
      title={item?.title ?? `${nounLabels[noun]}\u00A0: nouvelle fiche`}
      parent={{ label: sectionLabels[noun], href: paths.adminList(sectionOf[noun]) }}
      tools={tools}
    >
      <DoneNotice done={done} />
      {item && (
        <PublicationPanel noun={noun} item={item} action={publish} publicHref={publicPath[noun](item.slug)} at={at} />
      )}
      <EditForm
        // A save opens the form anew on what is stored.
        key={item?.version ?? 0}
        action={save}
        fields={fields}
        initial={values}
        id={item?.id}
        version={item?.version ?? 0}
        fixed={online ? { slug: SLUG_FIXED } : {}}
      />
      {item && <Preview fields={fields} values={values} />}
    </Screen>
  );
}
