import { CycleForm } from "#components/back-office/cycles/form";
import { CycleWebinars } from "#components/back-office/cycles/webinars";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { Notice } from "#components/ui/notice";
import { cycleWords } from "#lib/cycles/labels";
import type { CyclePlan, CycleWebinar } from "#lib/cycles/schema";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";
import { publicationState } from "#lib/publication/rules";
import { KEPT_DAYS } from "#lib/publication/trash/schema";

type Cycle = CyclePlan & { webinars: (CycleWebinar & { flags: readonly string[] })[] };

type Props = {
  cycle: Cycle;
  fields: readonly EditField[];
  save: FormAction;
  publish: FormAction;
  undo: FormAction;
  /** Dates of drafts that should be looked at again before they appear. */
  dates: { doubts: readonly string[]; shown: string };
  /** What the address says was just done, and which opening of the form this is: each save makes a new one. */
  search: { fait?: string | string[]; ouverture?: string | string[] };
  at: Date;
};

function Publication({
  cycle,
  publish,
  dates: { doubts, shown },
  at,
}: Pick<Props, "cycle" | "publish" | "dates" | "at">) {
  const drafts = cycle.webinars.filter((webinar) => publicationState(webinar, at) === "draft");
  const ready = drafts.filter(({ written }) => written).length;
  const waiting = drafts.length - ready;
  return (
    <Panel title="Publication">
      <div className="grid gap-4">
        <p>{cycleWords(cycle, at)}</p>
        {waiting > 0 && (
          <p>
            {counted(waiting, "séance attend ses textes", "séances attendent leurs textes")}
            {"\u00A0"}: présentation courte et présentation détaillée. Elles resteront en brouillon.
          </p>
        )}
        {ready > 0 && (
          <ActionButton
            action={publish}
            values={{ id: cycle.id, shown }}
            label={`Publier ${counted(ready, "séance", "séances")}${doubts.length > 0 ? " quand même" : ""}`}
            folded={{ summary: "Publier les brouillons" }}
          >
            <p>
              {counted(ready, "brouillon paraîtra", "brouillons paraîtront")} ensemble sur le site, avec leurs dates, et
              les inscriptions s’ouvriront.
            </p>
            {doubts.length > 0 && (
              <Notice look="warning" title="Des dates sont à vérifier avant de publier.">
                <ul className="mt-2 list-disc pl-5">
                  {doubts.map((doubt) => (
                    <li key={doubt}>{doubt}</li>
                  ))}
                </ul>
              </Notice>
            )}
          </ActionButton>
        )}
      </div>
    </Panel>
  );
}

/** Offered while readers have seen none of its sessions. */
function Undoing({ cycle, undo, at }: Pick<Props, "cycle" | "undo" | "at">) {
  if (cycle.webinars.some(({ publishedAt }) => publishedAt && publishedAt <= at)) return null;
  const { length } = cycle.webinars;
  return (
    <ActionButton
      action={undo}
      values={{ id: cycle.id }}
      label="Oui, jeter ce cycle"
      look="danger"
      folded={{ summary: "Jeter ce cycle" }}
    >
      <p>
        Le cycle va à la corbeille
        {length === 1 ? ", avec sa séance" : length > 1 && `, avec ses ${counted(length, "séance", "séances")}`}.
        Pendant {KEPT_DAYS} jours, vous pourrez l’y reprendre en entier.
      </p>
    </ActionButton>
  );
}

export function CycleScreen({ cycle, save, publish, undo, dates, fields, search, at }: Props) {
  return (
    <Screen title={cycle.title} parent={{ label: "Cycles", href: paths.adminList("cycles") }}>
      <DoneNotice done={search.fait} />
      <Publication cycle={cycle} publish={publish} dates={dates} at={at} />
      <Panel title="Le cycle">
        <CycleForm
          // A save opens the form anew on what is stored; a refusal must find the same form, whatever others saved meanwhile.
          key={String(search.ouverture)}
          cycle={cycle}
          fields={fields}
          action={save}
        />
      </Panel>
      <Panel title="Les séances">
        {cycle.webinars.length > 0 ? (
          <CycleWebinars webinars={cycle.webinars} at={at} />
        ) : (
          <p>Aucune séance n’appartient à ce cycle.</p>
        )}
      </Panel>
      <Undoing cycle={cycle} undo={undo} at={at} />
    </Screen>
  );
}
