import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { Fold } from "#components/ui/fold";
import { errorOf, type FormState, textValue } from "#lib/forms/state";

const NAMES = ["question", "accessNeeds", "organisation", "territory"];

/** What nobody has to say. Unfolded by itself when something was said, or is wrong. */
export function OptionalFields({ state }: { state: FormState }) {
  const open = NAMES.some((name) => textValue(state, name) !== "" || errorOf(state, name) !== undefined);
  return (
    <Fold look="card" summary="Ajouter une question, un besoin d’accessibilité…" open={open}>
      <TextArea state={state} name="question" label="Une question à poser pendant la séance" rows={3} />
      <TextArea
        state={state}
        name="accessNeeds"
        label="Ce qui vous aiderait à participer"
        hint="Sous-titres, langue des signes, documents adaptés… Lu par l’équipe d’organisation seulement, effacé trente jours après la séance."
        rows={2}
      />
      <div className="grid items-end gap-6 sm:grid-cols-2">
        <TextField
          state={state}
          name="organisation"
          label="Organisation"
          hint="Mairie, association…"
          autoComplete="organization"
        />
        <TextField state={state} name="territory" label="Territoire" hint="Commune, département…" />
      </div>
    </Fold>
  );
}
