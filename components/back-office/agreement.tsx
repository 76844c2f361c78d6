import { Panel } from "#components/back-office/screen";
import { type FormState, textValue } from "#lib/forms/state";

/** The message that a save will send, shown before: the form that carries its name agrees to it, and to no other. */
export function Agreement({ state }: { state: FormState }) {
  const name = textValue(state, "agreement");
  const subject = textValue(state, "agreement.subject");
  if (!name) return null;
  const agreed = <input type="hidden" name="shown" value={name} />;
  if (!subject) return agreed;
  return (
    <Panel title="Le message qui partira">
      {agreed}
      <p className="mb-3">
        <span className="font-semibold">Objet{"\u00A0"}:</span> {subject}
      </p>
      <p className="whitespace-pre-wrap wrap-anywhere border-line border-l-4 pl-4">
        {textValue(state, "agreement.text")}
      </p>
    </Panel>
  );
}
