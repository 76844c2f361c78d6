import { createElement } from "react";
import { Honeypot } from "#components/forms/honeypot";
import { CHALLENGE, FORM_TOKEN, SOLUTION, WRITE_TO_US } from "#lib/abuse/schema";
import { type FormState, textValue } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

/**
 * What a public form carries against robots: its token, a field that people do not see and, when one is asked for,
 * a proof. Without scripts the proof is to wait, and the sentence above the form says so. Place it before the button.
 * @param formToken made for this display of the form; the one that was posted is kept when the form comes back
 */
export function FormProof({ state, formToken }: { state: FormState; formToken: string }) {
  const challenge = textValue(state, CHALLENGE);
  return (
    <>
      <input type="hidden" name={FORM_TOKEN} value={textValue(state, FORM_TOKEN) || formToken} />
      <Honeypot />
      {challenge && <Proof challenge={challenge} />}
      {textValue(state, WRITE_TO_US) && <a href={paths.page("contact")}>Écrire à l’équipe</a>}
    </>
  );
}

/** The element is defined in public/form-proof.js: it starts by itself, tells where it stands, and posts its solution. */
function Proof({ challenge }: { challenge: string }) {
  return (
    <>
      <input type="hidden" name={CHALLENGE} value={challenge} />
      {createElement("form-proof", { name: SOLUTION, challenge })}
      <script type="module" async src="/form-proof.js" />
    </>
  );
}
