import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { Fold } from "#components/ui/fold";
import { errorOf, type FormState } from "#lib/forms/state";
import type { PublicationState } from "#lib/publication/rules";

const PUBLISH = {
  draft: "Publier maintenant",
  scheduled: "Publier maintenant",
  published: "Publier les modifications",
  withdrawn: "Remettre en ligne",
} satisfies Record<PublicationState, string>;

/** Saves or publishes what is on the screen. */
export function EditionButtons({ state }: { state: PublicationState }) {
  return (
    <>
      <SubmitButton name="step" value="save">
        Enregistrer
      </SubmitButton>
      <SubmitButton look="secondary" name="step" value="publish">
        {PUBLISH[state]}
      </SubmitButton>
    </>
  );
}

type Props = { form: FormState; state: PublicationState; scheduled: string };

/** Publishes what is on the screen at an instant to come; nothing for what is online. */
export function Scheduling({ form, state, scheduled }: Props) {
  if (state === "published") return null;
  return (
    <Fold
      look="card"
      summary={scheduled ? "Changer la date de publication" : "Programmer la publication"}
      open={scheduled !== "" || errorOf(form, "publishAt") !== undefined}
    >
      {scheduled && (
        <p>
          À cette heure paraît le texte que vous avez enregistré en dernier, s’il est complet et ne gêne aucun lecteur.
        </p>
      )}
      <TextField
        state={form}
        name="publishAt"
        label="Date et heure de Paris"
        initial={scheduled}
        type="datetime-local"
      />
      <SubmitButton look="secondary" name="step" value="schedule">
        Programmer
      </SubmitButton>
    </Fold>
  );
}

/** What readers will be told of what is published over what they read; nothing for what is not online. */
export function ChangeNote({ form, state }: Pick<Props, "form" | "state">) {
  if (state !== "published") return null;
  return (
    <TextField
      state={form}
      name="changeNote"
      label="Ce qui a changé"
      hint="Une phrase que la page montrera, avec la date, quand vous publierez. Laissez vide pour une simple correction."
    />
  );
}
