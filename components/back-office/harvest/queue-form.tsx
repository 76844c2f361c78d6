"use client";

import { ProposalCard } from "#components/back-office/harvest/proposal";
import { FieldError } from "#components/forms/field";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SubmitButton } from "#components/forms/submit-button";
import { errorOf, type FormAction, listValue } from "#lib/forms/state";
import { decisionLabels } from "#lib/harvest/proposals/labels";
import type { Decision, Proposal } from "#lib/harvest/proposals/schema";
import { french } from "#lib/platform/text";

type Props = {
  proposals: readonly Proposal[];
  decisions: readonly Decision[];
  /** Whether every box is ticked at first. */
  all: boolean;
  back: string;
  action: FormAction;
};

const box = "size-6 shrink-0 accent-brand";

/** Proposals to tick, and what may be decided of those that are. */
export function QueueForm({ proposals, decisions, all, back, action }: Props) {
  const [state, submit] = useForm(action);
  const ticked = listValue(state, "ids", all ? proposals.map(({ id }) => id) : []);
  return (
    <Form state={state} submit={submit}>
      <HiddenFields values={{ back }} />
      <fieldset aria-describedby={errorOf(state, "ids") && "ids-error"}>
        <legend className="sr-only">Propositions</legend>
        <FieldError name="ids" error={errorOf(state, "ids")} />
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {proposals.map((proposal, index) => (
            <li key={proposal.id} className="wrap-anywhere border-line border-t py-3 first:border-t-0">
              <label className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
                <input
                  key={String(ticked.includes(proposal.id))}
                  id={index === 0 ? "ids" : undefined}
                  type="checkbox"
                  name="ids"
                  value={proposal.id}
                  defaultChecked={ticked.includes(proposal.id)}
                  className={box}
                />
                <span>{french(proposal.title)}</span>
              </label>
              <ProposalCard proposal={proposal} />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-wrap gap-4">
        {decisions.map((decision, index) => (
          <SubmitButton key={decision} name="act" value={decision} look={index === 0 ? "primary" : "secondary"}>
            {decisionLabels[decision]}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
