import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";
import { counted } from "#lib/platform/text";

type Props = { action: FormAction; id: string; complete: boolean; absent: number };

/** The word of the team that everybody who came is noted: only then is anybody absent. */
export function AttendanceCompletion({ action, id, complete, absent }: Props) {
  const others = counted(absent, "personne", "personnes");
  return (
    <Panel title={complete ? "Le relevé est complet" : "Le relevé est-il complet\u202F?"}>
      <p className="mb-4 max-w-prose">
        {complete
          ? "Les personnes qui ne sont pas cochées sont tenues pour absentes, et reçoivent le message du lendemain écrit pour elles."
          : `Tant que vous ne l’avez pas dit, personne n’est tenu pour absent\u00A0: le message du lendemain «\u202Fpour les absents\u202F» attend (${others} sans présence relevée).`}
      </p>
      <ActionButton
        action={action}
        values={{ webinarId: id, complete: complete ? "non" : "oui" }}
        label={complete ? "Rouvrir le relevé" : "Le relevé est complet"}
        look="secondary"
      />
    </Panel>
  );
}
