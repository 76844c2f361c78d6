"use client";

import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SubmitButton } from "#components/forms/submit-button";
import { type DoneWords, SuccessNotice, wordsOf } from "#components/forms/success-notice";
import { TextField } from "#components/forms/text-field";
import { Notice } from "#components/ui/notice";
import { SESSION_ENDS } from "#lib/auth/labels";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

const NEWS: Readonly<Record<string, DoneWords>> = {
  adresse: { title: "Votre adresse est changée. Vous vous connectez désormais avec elle." },
  "mot-de-passe": { title: "Votre mot de passe est changé. Connectez-vous avec le nouveau." },
};

/** What was just done, and asks for a new sign-in. */
export function SignInNews({ done }: { done: string | string[] | undefined }) {
  const words = wordsOf(NEWS, done);
  return (
    words && (
      <div className="mb-6">
        <SuccessNotice {...words} />
      </div>
    )
  );
}

/** Said to whoever posted a form after the end of their session. */
export function LostForm() {
  return (
    <div role="alert" className="mb-6">
      <Notice look="warning" title="Votre session avait pris fin.">
        <p>
          Ce que vous venez d’envoyer n’est pas enregistré. Connectez-vous{"\u00A0"}: vous reviendrez à la même page.
        </p>
        <p className="mt-2">
          Votre navigateur a peut-être gardé ce que vous aviez saisi{"\u00A0"}: après la connexion, revenez deux pages
          en arrière, puis envoyez de nouveau.
        </p>
      </Notice>
    </div>
  );
}

/** Said to whoever has just given the right password, and comes without the cookie that it brought. */
export function CookiesRefused() {
  return (
    <div role="alert" className="mb-6">
      <Notice look="warning" title="Votre navigateur refuse les cookies.">
        <p>
          Votre mot de passe est le bon, mais le portail a besoin d’un cookie pour vous reconnaître d’une page à
          l’autre. Il ne sert qu’à cela. Autorisez les cookies pour ce site, vérifiez que son adresse est bien celle que
          l’équipe vous a donnée, puis connectez-vous de nouveau.
        </p>
      </Notice>
    </div>
  );
}

type Props = {
  action: FormAction;
  /** Made for this display of the form. */
  formToken: string;
  /** Where to go next; empty for the dashboard. */
  back: string;
};

export function SignInForm({ action, formToken, back }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="retour" value={back} />
      <TextField
        state={state}
        name="email"
        label="Adresse électronique"
        type="email"
        autoComplete="username"
        required
      />
      <TextField
        state={state}
        name="password"
        label="Mot de passe"
        type="password"
        autoComplete="current-password"
        required
      />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>Se connecter</SubmitButton>
      <a href={paths.signInStep("mot-de-passe-oublie")} className="inline-flex min-h-11 items-center font-semibold">
        Mot de passe oublié{"\u202F"}?
      </a>
      <p className="text-muted">{SESSION_ENDS}</p>
    </Form>
  );
}
