import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";

/** The address of the room is not in the page: the answer to the click leads there. */
export function EnterForm({ action, token, webinar }: { action: FormAction; token: string; webinar?: string }) {
  return (
    <div className="text-xl [&_button]:min-h-16 [&_button]:w-full [&_button]:px-10 sm:[&_button]:w-auto">
      <ActionButton
        action={action}
        values={{ token, ...(webinar !== undefined && { seance: webinar }) }}
        label="Entrer dans la salle"
      />
    </div>
  );
}
