import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

type Props = {
  id: string;
  made: string | null;
  action: FormAction;
};

export function ReplayDraft({ id, made, action }: Props) {
  return (
    <Panel title="Garder la séance dans les ressources">
      {made ? (
        <LinkButton href={paths.adminEdit("ressources", made)} look="secondary">
          Ouvrir la ressource
        </LinkButton>
      ) : (
        <>
          <p className="mb-4">
            Prépare un brouillon avec le titre, les intervenants, l’enregistrement, les documents, les questions
            répondues et la transcription, tels qu’ils sont enregistrés ici. Rien n’est mis en ligne.
          </p>
          <ActionButton action={action} values={{ id }} label="Préparer la ressource" look="secondary" />
        </>
      )}
    </Panel>
  );
}
