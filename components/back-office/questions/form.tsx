"use client";

import { MarkdownHelp } from "#components/back-office/markdown-help";
import { RadioGroup } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { optionsOf } from "#lib/forms/options";
import { type FormAction, textValue } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { questionStatusLabels } from "#lib/questions/labels";
import type { ModeratedQuestion } from "#lib/questions/schema";

type Props = { webinarId: string; question: ModeratedQuestion; action: FormAction };

const statuses = optionsOf(questionStatusLabels);

export function QuestionForm({ webinarId, question, action }: Props) {
  const [state, submit] = useForm(action);
  const { id, shown, status, text, theme, answer, who } = question;
  // Whoever opens the form is about to keep the question.
  const initial = status === "pending" ? "accepted" : status;
  return (
    <Form state={state} submit={submit}>
      <LeaveGuard state={state} />
      <input type="hidden" name="webinarId" value={webinarId} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="shown" value={textValue(state, "shown", shown)} />
      {who && (
        <p className="text-muted">
          Posée par <bdi>{who}</bdi>
        </p>
      )}
      <TextArea
        state={state}
        name="text"
        label="La question"
        hint="Vous pouvez la réécrire, par exemple pour en retirer un nom."
        initial={text}
        required
      />
      <TextField
        state={state}
        name="theme"
        label="Thème"
        hint="Les questions d’un même thème se suivent."
        initial={theme ?? ""}
      />
      <TextArea state={state} name="answer" label="Réponse" rows={8} initial={answer ?? ""} />
      <MarkdownHelp />
      <RadioGroup
        state={state}
        name="status"
        label="Ce qu’elle devient"
        options={statuses}
        initial={initial}
        required
      />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>Enregistrer</SubmitButton>
        <a href={paths.adminWebinar(webinarId, "questions")} className="inline-flex min-h-11 items-center">
          Revenir sans enregistrer
        </a>
      </div>
    </Form>
  );
}
