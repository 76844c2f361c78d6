import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";
import { KEPT_DAYS } from "#lib/publication/trash/schema";

type Props = { action: FormAction; values: Readonly<Record<string, string>> };

/** Throws away what readers never saw. */
export function ThrowAway({ action, values }: Props) {
  return (
    <ActionButton
      action={action}
      values={{ ...values, kind: "trash" }}
      label="Oui, jeter ce brouillon"
      look="danger"
      folded={{ summary: "Jeter ce brouillon" }}
    >
      <p>Il va à la corbeille. Pendant {KEPT_DAYS} jours, vous pourrez l’y reprendre.</p>
    </ActionButton>
  );
}
