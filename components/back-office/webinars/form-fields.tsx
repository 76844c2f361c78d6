import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { IfMayAct } from "#components/forms/may-act";
import { formFieldRefusals } from "#lib/form-fields/labels";
import { MOST_FIELDS } from "#lib/form-fields/rules";
import { paths } from "#lib/platform/paths";

type Props = {
  webinar: { id: string; title: string; slug: string };
  asked: readonly ReactNode[];
  archived: readonly ReactNode[];
  form: ReactNode;
  done: string | string[] | undefined;
};

export function FormFieldsScreen({ webinar, asked, archived, form, done }: Props) {
  return (
    <Screen
      title={`Formulaire\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
    >
      <WebinarTabs id={webinar.id} current="formulaire" />
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Le formulaire d’inscription demande à chacun son nom, son adresse et qui il est. Ajoutez ici ce que cette séance
        demande en plus, {MOST_FIELDS} champs au plus. Ce que vous enregistrez vaut aussitôt. Les réponses sont sous{" "}
        <a href={paths.adminWebinar(webinar.id, "inscrits")}>Inscrits</a> et dans leur fichier{"\u202F"}; elles sont
        effacées avec la personne.
      </p>
      {asked.length > 0 && (
        <Panel title="Demandé en plus">
          <ol>{asked}</ol>
        </Panel>
      )}
      {form ? (
        <IfMayAct>
          <Panel title="Nouveau champ">{form}</Panel>
        </IfMayAct>
      ) : (
        asked.length >= MOST_FIELDS && <p className="max-w-prose">{formFieldRefusals.many}</p>
      )}
      {archived.length > 0 && (
        <Panel title="Archivé">
          <p className="mb-2 max-w-prose">
            Le formulaire ne le demande plus. Les réponses déjà données restent visibles, et dans le fichier.
          </p>
          <ul>{archived}</ul>
        </Panel>
      )}
    </Screen>
  );
}
