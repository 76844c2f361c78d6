import { DoneNotice } from "#components/back-office/done-notice";
import { MappingForm } from "#components/back-office/imports/mapping-form";
import { ImportProgress } from "#components/back-office/imports/progress";
import { ImportReport } from "#components/back-office/imports/report";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Fold } from "#components/ui/fold";
import { Notice } from "#components/ui/notice";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormAction } from "#lib/forms/state";
import { importStateLabels } from "#lib/imports/labels";
import type { OpenImport, ReportLine, ReportQuery } from "#lib/imports/schema";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";

type Props = {
  found: OpenImport;
  fields: readonly EditField[];
  lines: readonly ReportLine[];
  query: ReportQuery;
  acts: { check: FormAction; run: FormAction; undo: FormAction; again: FormAction };
  done: string | string[] | undefined;
};

const RESOURCES = ["ressource", "ressources"] as const;

function Moving({ found, acts }: Pick<Props, "found" | "acts">) {
  const { id, state, read, total, counts } = found;
  const whole = state === "checking" ? total : state === "running" ? counts.make + counts.change : counts.acted;
  return (
    <Panel title={importStateLabels[state]}>
      <div className="grid gap-4">
        <ImportProgress read={Math.min(read, whole)} total={whole} href={paths.adminImport(id)} />
        <p>Vous pouvez quitter cette page{"\u00A0"}: le travail continue.</p>
        <ActionButton
          action={acts.again}
          values={{ id }}
          label="Relancer"
          look="secondary"
          folded={{ summary: "Il n’avance plus" }}
        />
      </div>
    </Panel>
  );
}

function summaryOf({ counts, state }: OpenImport): string {
  const { make, change, same, refused } = counts;
  const future = state === "checked";
  return [
    `${counted(make, ...RESOURCES)} ${future ? "à créer" : "en plus"}`,
    `${counted(change, "modifiée", "modifiées")}`,
    `${counted(same, "inchangée", "inchangées")}`,
    `${counted(refused, "ligne refusée", "lignes refusées")}`,
  ].join(", ");
}

function Acts({ found, acts }: Pick<Props, "found" | "acts">) {
  const { id, state, counts } = found;
  const waiting = counts.make + counts.change - counts.acted;
  const values = { id };
  return (
    <>
      {state === "checked" && waiting > 0 && (
        <ActionButton action={acts.run} values={values} label={`Importer ${counted(waiting, ...RESOURCES)}`} />
      )}
      {state === "checked" && waiting === 0 && counts.acted === 0 && (
        <p>
          {counts.refused > 0
            ? "Rien ne peut être importé\u00A0: changez les colonnes, ou corrigez les lignes refusées dans votre fichier et apportez-le de nouveau."
            : "Ce tableau ne changerait rien."}
        </p>
      )}
      {(state === "checked" || state === "done") && counts.acted > 0 && (
        <ActionButton
          action={acts.undo}
          values={values}
          label="Tout défaire"
          look="danger"
          folded={{ summary: "Défaire cet import" }}
        >
          <p>
            Les ressources créées vont à la corbeille, les autres reprennent leur texte d’avant. Celles que quelqu’un a
            modifiées ou publiées depuis restent comme elles sont.
          </p>
        </ActionButton>
      )}
    </>
  );
}

function Columns({ found, fields, acts }: Pick<Props, "found" | "fields" | "acts">) {
  const { id, headers, mapping, state, counts } = found;
  if ((state !== "mapping" && state !== "checked") || counts.acted > 0) return null;
  const form = <MappingForm {...{ id, headers, fields, mapping }} action={acts.check} />;
  if (state === "mapping") return <Panel title="Quelle colonne remplit quoi">{form}</Panel>;
  return (
    <Fold look="inset" summary="Changer les colonnes">
      {form}
    </Fold>
  );
}

/** An import from its columns to its report, and back. */
export function ImportScreen(props: Props) {
  const { found, lines, query, acts, done } = props;
  const { name, state, total, fault, counts } = found;
  const isMoving = state === "checking" || state === "running" || state === "undoing";
  return (
    <Screen title={name} parent={{ label: "Importer des ressources", href: paths.adminImport() }}>
      {isMoving && <DoneNotice done={done} />}
      {fault && <Notice look="danger" title={fault} />}
      <p className="text-muted">
        {importStateLabels[state]}. {counted(total, "ligne", "lignes")}.
      </p>
      {isMoving ? <Moving {...props} /> : <Columns {...props} />}
      {!isMoving && state !== "mapping" && (
        <Panel title={state === "checked" ? "Ce que l’import ferait" : "Ce que l’import a fait"}>
          <div className="grid gap-4">
            <p className="font-semibold">{summaryOf(found)}.</p>
            {counts.left > 0 && (
              <p>
                {counted(
                  counts.left,
                  "ressource modifiée ou publiée depuis, laissée comme elle est",
                  "ressources modifiées ou publiées depuis, laissées comme elles sont",
                )}
                .
              </p>
            )}
            <Acts found={found} acts={acts} />
            <ImportReport found={found} lines={lines} query={query} />
          </div>
        </Panel>
      )}
    </Screen>
  );
}
