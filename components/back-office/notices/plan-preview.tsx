import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { SelectField } from "#components/forms/select-field";
import { Button } from "#components/ui/button";
import { Facts } from "#components/ui/facts";
import { Fold } from "#components/ui/fold";
import { type FormAction, IDLE } from "#lib/forms/state";
import { quoted } from "#lib/platform/text";

export type PreviewedMail = { subject: string; text: string; html: string };

export function MailPreview({ mail: { subject, text, html } }: { mail: PreviewedMail }) {
  return (
    <div className="grid gap-4">
      <Facts facts={[{ name: "Objet", value: <span className="font-semibold">{subject}</span> }]} />
      <iframe
        title="Le message mis en page"
        sandbox=""
        srcDoc={html}
        className="h-[30rem] w-full rounded-lg border border-line bg-surface"
      />
      <Fold look="inset" summary="Le même, en texte seul">
        <div className="whitespace-pre-wrap wrap-anywhere font-mono text-sm">{text}</div>
      </Fold>
    </div>
  );
}

type Props = {
  mail: PreviewedMail;
  /** Title of the session that serves as an example, for what is written to those of all sessions. */
  example?: string;
  readers: readonly { id: string; name: string }[];
  /** The registrant for whom the message is shown; nobody in particular without it. */
  reader: string;
  sendTest: FormAction;
  values: Readonly<Record<string, string>>;
};

export function MailPreviewPanel({ mail, example, readers, reader, sendTest, values }: Props) {
  return (
    <Panel title="Aperçu" id="apercu">
      <div className="grid gap-6">
        <p>
          {example && `Tel que le lirait une personne imaginaire, Camille, pour la séance ${quoted(example)}. `}
          Les liens personnels sont remplacés par des exemples qui n’ouvrent rien.
        </p>
        {readers.length > 0 && (
          <form method="get" className="flex flex-wrap items-end gap-4">
            <div className="min-w-0 max-w-full">
              <SelectField
                state={IDLE}
                name="personne"
                label="Tel que le lirait"
                initial={reader}
                placeholder="Une personne imaginaire, Camille"
                options={readers.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
            </div>
            <Button look="secondary">Voir</Button>
          </form>
        )}
        <MailPreview mail={mail} />
        <ActionButton
          action={sendTest}
          values={{ ...values, personne: reader }}
          label="M’envoyer un essai"
          look="secondary"
        />
      </div>
    </Panel>
  );
}
