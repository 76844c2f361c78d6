import { FormFieldForm } from "#components/back-office/form-fields/form";
import { ActionButton } from "#components/forms/action-button";
import { IfMayAct } from "#components/forms/may-act";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { formFieldKindLabels } from "#lib/form-fields/labels";
import type { EditedFormField } from "#lib/form-fields/schema";
import type { FormAction } from "#lib/forms/state";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";

export type FormFieldActions = Record<"change" | "move" | "withdraw" | "restore", FormAction>;

type Props = {
  webinarId: string;
  field: EditedFormField;
  place: { first: boolean; last: boolean };
  actions: FormFieldActions;
  doing: "change" | "withdraw" | null;
};

const link = "inline-flex min-h-11 items-center font-semibold";

/** What happens to the answers is said before anything is removed. */
function Withdrawal({ webinarId, field, actions }: Props) {
  const { id, label, answers } = field;
  const kept = answers > 0;
  return (
    <Notice look="warning" title={`Ne plus demander ${quoted(french(label))}\u202F?`}>
      <p className="mb-3 max-w-prose">
        {kept
          ? `${counted(answers, "personne a répondu", "personnes ont répondu")}\u00A0: ces réponses sont gardées, sous ${quoted("Archivé")} et dans le fichier des inscrits. Vous pourrez le demander de nouveau.`
          : "Personne n’y a répondu\u00A0: il est supprimé."}
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <ActionButton
          action={actions.withdraw}
          values={{ webinarId, id }}
          label={kept ? "Archiver, et garder les réponses" : "Oui, supprimer"}
          look="danger"
        />
        <a href={`${paths.adminWebinar(webinarId, "formulaire")}#${id}`} className={link}>
          Non, garder
        </a>
      </div>
    </Notice>
  );
}

function Doors({ webinarId, field: { id, label }, place, actions }: Props) {
  const name = french(label);
  const href = (what: "modifier" | "retirer") => `${paths.adminWebinar(webinarId, "formulaire", { [what]: id })}#${id}`;
  const values = { webinarId, id };
  return (
    <IfMayAct>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <a href={href("modifier")} aria-label={`Modifier\u00A0: ${name}`} className={link}>
          Modifier
        </a>
        <a href={href("retirer")} aria-label={`Retirer\u00A0: ${name}`} className={link}>
          Retirer
        </a>
        {!place.first && (
          <ActionButton action={actions.move} values={{ ...values, to: "up" }} label="Monter" look="secondary" />
        )}
        {!place.last && (
          <ActionButton action={actions.move} values={{ ...values, to: "down" }} label="Descendre" look="secondary" />
        )}
      </div>
    </IfMayAct>
  );
}

export function FormFieldCard(props: Props) {
  const { webinarId, field, actions, doing } = props;
  const { id, label, hint, kind, options, required, answers, archivedAt } = field;
  return (
    <li
      id={id}
      className="wrap-anywhere grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t py-4 first:border-t-0"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-lg">{french(label)}</h3>
        <Tag>{formFieldKindLabels[kind]}</Tag>
        {!archivedAt && <Tag look={required ? "strong" : undefined}>{required ? "Obligatoire" : "Facultatif"}</Tag>}
      </div>
      {hint && <p className="max-w-prose">{french(hint)}</p>}
      {options.length > 0 && (
        <p>
          Réponses proposées{"\u00A0"}: {options.map(french).join(", ")}.
        </p>
      )}
      <p className="text-muted">
        {answers > 0 ? counted(answers, "réponse", "réponses") : "Aucune réponse"}
        {archivedAt && `, archivé le ${formatShortDay(archivedAt)}`}
      </p>
      {archivedAt ? (
        <IfMayAct>
          <ActionButton
            action={actions.restore}
            values={{ webinarId, id }}
            label="Demander de nouveau"
            look="secondary"
          />
        </IfMayAct>
      ) : (
        <>
          {doing === "change" && (
            <div className="rounded-lg border border-line bg-paper p-4">
              <FormFieldForm webinarId={webinarId} action={actions.change} field={field} />
            </div>
          )}
          {doing === "withdraw" && <Withdrawal {...props} />}
          {doing === null && <Doors {...props} />}
        </>
      )}
    </li>
  );
}
