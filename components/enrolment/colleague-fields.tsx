import { CheckboxField } from "#components/forms/choice-fields";
import { TextArea } from "#components/forms/text-area";
import { Fold } from "#components/ui/fold";
import { COLLEAGUES, COLLEAGUES_TOLD, MOST_COLLEAGUES } from "#lib/enrolment/colleagues/rules";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

/** Several people in one form. Unfolded by itself once somebody is named. */
export function ColleagueFields({ state }: { state: FormState }) {
  const open = textValue(state, COLLEAGUES) !== "" || errorOf(state, COLLEAGUES_TOLD) !== undefined;
  return (
    <Fold look="card" summary="Inscrire aussi des collègues" open={open}>
      <TextArea
        state={state}
        name={COLLEAGUES}
        label="Vos collègues"
        hint={`Un par ligne, ${MOST_COLLEAGUES} au plus\u00A0: prénom, nom, adresse électronique. Pour cette séance, chacun reçoit son message, son lien et sa place, ou son tour s’il n’en reste plus. Votre profil, votre organisation et votre territoire valent pour eux\u202F; ils pourront les corriger.`}
        rows={3}
      />
      <CheckboxField
        state={state}
        name={COLLEAGUES_TOLD}
        label="Ces personnes savent que je donne leur nom et leur adresse pour les inscrire, et sont d’accord"
      />
    </Fold>
  );
}
