"use client";
import { AnswerFields } from "#components/form-fields/answer-fields";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { Fold } from "#components/ui/fold";
import type { SeatView } from "#lib/enrolment/page/schema";
import type { FormAction } from "#lib/forms/state";
import { french } from "#lib/platform/text";

/** What each form about a seat posts: whose it is, and which session. */
type Target = { token: string; webinar: string };
type Props = Target & { action: FormAction };

function Target({ token, webinar }: Target) {
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

/** Answers, or corrects, what the form of the session asks of its own. */
export function AnswersForm({ action, form: { fields, answers }, ...target }: Props & Pick<SeatView, "form">) {
  const [state, submit] = useForm(action);
  const answered = Object.keys(answers).length > 0;
  return (
    <Fold
      look="card"
      summary={answered ? "Corriger mes réponses" : "Répondre"}
      open={!answered && fields.some(({ required }) => required)}
    >
      <Form state={state} submit={submit}>
        <Target {...target} />
        <AnswerFields state={state} fields={fields} answers={answers} />
        <SubmitButton>Enregistrer mes réponses</SubmitButton>
      </Form>
    </Fold>
  );
}

type Questions = Props & { questions: readonly string[]; open: boolean };

/** What this person asked in advance, and may ask. */
export function QuestionsFold({ action, questions, open, ...target }: Questions) {
  const [state, submit] = useForm(action);
  return (
    <Fold look="card" summary="Mes questions" open={open}>
      {questions.length > 0 && (
        <ul className="grid list-disc gap-2 pl-6">
          {questions.map((question) => (
            <li key={question} className="whitespace-pre-line break-words">
              {french(question)}
            </li>
          ))}
        </ul>
      )}
      <Form state={state} submit={submit}>
        <Target {...target} />
        <TextArea
          state={state}
          name="question"
          label={questions.length > 0 ? "Une autre question" : "Votre question"}
          hint="L’équipe la lit avant la séance. Elle peut être reprise en public, jamais avec votre nom."
          rows={3}
          required
        />
        <SubmitButton>Envoyer ma question</SubmitButton>
      </Form>
    </Fold>
  );
}
