import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormAction, FormValues } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = {
  webinar: { id: string; title: string };
  fields: readonly EditField[];
  values: FormValues;
  version: string;
  /** Which opening of the form this is: each save makes a new one. */
  opening: string;
  save: FormAction;
  done: string | string[] | undefined;
};

/** What acts on people as soon as it is saved. */
export function WebinarTermsScreen({ webinar, fields, values, version, opening, save, done }: Props) {
  return (
    <Screen
      title={`Déroulement\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
    >
      <WebinarTabs id={webinar.id} current="deroulement" />
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Ce que vous enregistrez ici vaut aussitôt, sans brouillon. S’il faut écrire aux personnes inscrites, leur
        message vous est montré avant.
      </p>
      <EditForm key={opening} action={save} fields={fields} initial={values} id={webinar.id} version={version} />
    </Screen>
  );
}

/** Leads from the texts of a session to what acts on people, and to another session with the same texts. */
export function TermsLink({ id }: { id: string }) {
  return (
    <p className="max-w-prose">
      La date, les places, la salle et l’enregistrement se règlent sous{" "}
      <a href={paths.adminWebinar(id, "deroulement")} className="inline-flex min-h-11 items-center font-semibold">
        Déroulement
      </a>
      {"\u00A0"}: ils changent aussitôt. Ce que vous écrivez ici ne paraît qu’une fois publié.{" "}
      <a
        href={paths.adminEdit("webinaires", "nouveau", { copie: id })}
        className="inline-flex min-h-11 items-center font-semibold"
      >
        Dupliquer la séance
      </a>
    </p>
  );
}
