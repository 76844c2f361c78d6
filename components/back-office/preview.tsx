import { Panel } from "#components/back-office/screen";
import { Fold } from "#components/ui/fold";
import { Prose } from "#components/ui/prose";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormValues } from "#lib/forms/state";

type Props = { fields: readonly EditField[]; values: FormValues; open: boolean };

export function Preview({ fields, values, open }: Props) {
  const texts = fields.filter(({ kind, name }) => kind === "markdown" && values[name]);
  if (texts.length === 0) return null;
  return (
    <Panel title="Aperçu du texte enregistré">
      <div className="grid gap-3">
        {texts.map(({ name, label }) => (
          <Fold look="inset" key={name} summary={label} open={open}>
            <Prose markdown={String(values[name])} />
          </Fold>
        ))}
      </div>
    </Panel>
  );
}
