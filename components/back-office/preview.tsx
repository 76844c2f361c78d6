import { Panel } from "#components/back-office/screen";
import { Prose } from "#components/ui/prose";
import type { EditField } from "#lib/editorial/schema";
import type { FormValues } from "#lib/forms/state";

/** The saved texts as the public reads them. */
export function Preview({ fields, values }: { fields: readonly EditField[]; values: FormValues }) {
  const texts = fields.filter(({ kind, name }) => kind === "markdown" && values[name]);
  if (texts.length === 0) return null;
  return (
    <Panel title="Aperçu du texte enregistré">
      <div className="grid gap-3">
        {texts.map(({ name, label }) => (
          <details key={name} className="rounded-lg border border-line bg-paper px-4 open:pb-4">
            <summary className="flex min-h-11 items-center font-semibold">{label}</summary>
            <Prose markdown={String(values[name])} />
          </details>
        ))}
      </div>
    </Panel>
  );
}
