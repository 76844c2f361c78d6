"use client";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { Fold } from "#components/ui/fold";
import type { FormAction } from "#lib/forms/state";

/** What each form about a seat posts: whose it is, and which session. */
type Props = { action: FormAction; token: string; webinar: string };

function Target({ token, webinar }: Omit<Props, "action">) {
  return (
    <>
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="webinar" value={webinar} />
    </>
  );
}

/** Gives a seat back. Opening the page does nothing: only pressing the button does. */
export function CancelForm({ action, waiting, ...target }: Props & { waiting: boolean }) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <Target {...target} />
      {!waiting && (
        <TextArea
          state={state}
          name="reason"
          label="La raison, si vous voulez la dire"
          hint="Rien ne vous y oblige. Lue par l’équipe d’organisation seulement."
          rows={2}
        />
      )}
      <SubmitButton look="danger">{waiting ? "Quitter la liste d’attente" : "Annuler mon inscription"}</SubmitButton>
    </Form>
  );
}

export function OfferForm({ action, ...target }: Props) {
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <Target {...target} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="answer" value="accept">
          Prendre cette place
        </SubmitButton>
        <SubmitButton name="answer" value="decline" look="secondary">
          La laisser à quelqu’un d’autre
        </SubmitButton>
      </div>
    </Form>
  );
}

/** Asks a question in advance. @param props.asked whether this person asked one already */
export function QuestionForm({ action, asked, ...target }: Props & { asked: boolean }) {
  const [state, submit] = useForm(action);
  return (
    <Fold
      look="card"
      summary={asked ? "Poser une autre question" : "Poser une question"}
      open={state.status === "invalid"}
    >
      <Form state={state} submit={submit}>
        <Target {...target} />
        <TextArea
          state={state}
          name="question"
          label="Votre question"
          hint="L’équipe la lit avant la séance. Elle peut être reprise en public, jamais avec votre nom."
          rows={3}
          required
        />
        <SubmitButton>Envoyer ma question</SubmitButton>
      </Form>
    </Fold>
  );
}
