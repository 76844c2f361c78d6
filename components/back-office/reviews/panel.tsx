"use client";

import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Form, useForm } from "#components/forms/form";
import { HiddenFields } from "#components/forms/hidden-fields";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction } from "#lib/forms/state";
import type { EditorialNoun } from "#lib/nouns/cards";
import { formatShortDay } from "#lib/platform/dates";
import type { ItemReview } from "#lib/reviews/schema";

type Props = {
  noun: EditorialNoun;
  id: string;
  review: ItemReview;
  owners: readonly { id: string; name: string }[];
  markReviewed: FormAction;
  assign: FormAction;
};

/** Who answers for an item, and when it was last read again. */
export function ReviewPanel({ noun, id, review, owners, markReviewed, assign }: Props) {
  const [state, submit] = useForm(assign);
  const { ownerId, owner, reviewedAt } = review;
  const former = ownerId && owner && !owners.some((one) => one.id === ownerId) ? [{ id: ownerId, name: owner }] : [];
  return (
    <Panel title="Relecture">
      <p className="mb-4">
        {reviewedAt ? `Relue le ${formatShortDay(reviewedAt)}.` : "Pas encore relue."} Chaque mois, son responsable
        reçoit la liste des fiches que personne n’a écrites ni relues depuis un an.
      </p>
      <div className="flex flex-wrap items-end gap-4">
        <ActionButton action={markReviewed} values={{ noun, id }} label="Marquer comme relue" look="secondary" />
        <Form state={state} submit={submit}>
          <div className="flex flex-wrap items-end gap-4">
            <HiddenFields values={{ noun, id }} />
            <SelectField
              state={state}
              name="ownerId"
              label="Responsable"
              initial={ownerId ?? ""}
              placeholder="Personne"
              options={[...owners, ...former].map(({ id: value, name: label }) => ({ value, label }))}
            />
            <SubmitButton look="secondary">Choisir ce responsable</SubmitButton>
          </div>
        </Form>
      </div>
    </Panel>
  );
}
