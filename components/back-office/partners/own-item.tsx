import { BeforePublishing } from "#components/back-office/before-publishing";
import { DoneNotice } from "#components/back-office/done-notice";
import { EditForm } from "#components/back-office/edit-form";
import { Preview } from "#components/back-office/preview";
import { SecondReadings } from "#components/back-office/publication/second-readings";
import { WorkingCopy } from "#components/back-office/publication/working-copy";
import { Panel, Screen } from "#components/back-office/screen";
import { StateTag } from "#components/back-office/state-tag";
import type { EditField, Shortcoming } from "#lib/edit-forms/schema";
import type { FormAction, FormValues } from "#lib/forms/state";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { paths } from "#lib/platform/paths";
import { publicationState } from "#lib/publication/rules";
import type { EditorialState } from "#lib/publication/schema";

type Opened = {
  row: EditorialState;
  title: string;
  all: { values: FormValues };
  fields: readonly EditField[];
  version: number;
  copy: { at: Date; author: string | null } | null;
  missing: readonly Shortcoming[];
  reading: Omit<Parameters<typeof SecondReadings>[0], "ask">;
};

type Props = {
  noun: EditorialNoun;
  opened: Opened;
  save: FormAction;
  autosave: FormAction;
  /** Names this opening of the form. */
  pen: string;
  ask: FormAction;
  /** What the address says was just done, and which opening of the form this is. */
  search: { fait?: string | string[]; ouverture?: string | string[] };
  at: Date;
};

/** What a partner writes of an item of their centre: a working copy, which the team publishes. */
export function OwnItemScreen({ noun, opened, save, autosave, pen, ask, search, at }: Props) {
  const { row, title, all, fields, version, copy, missing, reading } = opened;
  const { path } = CARDS[noun];
  const online = publicationState(row, at) === "published";
  return (
    <Screen title={title} parent={{ label: "Mon centre", href: paths.ownCentre() }}>
      <DoneNotice done={search.fait} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6 xl:order-last">
          <Panel title="Publication">
            <div className="grid gap-4">
              <p>
                <StateTag row={row} at={at} />
              </p>
              {online && (
                <p>
                  <a href={path(row.slug)}>Voir la page publique</a>
                </p>
              )}
              {copy && <WorkingCopy copy={copy} online={online} posted={{}} />}
              <p>C’est l’équipe qui publie{"\u00A0"}: demandez-lui une relecture quand votre texte est prêt.</p>
              <SecondReadings {...reading} ask={ask} />
            </div>
          </Panel>
          <BeforePublishing missing={missing} />
        </div>
        <div className="grid min-w-0 gap-6">
          <EditForm
            // A save opens the form anew on what is stored; a refusal must find the same form.
            key={typeof search.ouverture === "string" ? search.ouverture : ""}
            action={save}
            noun={noun}
            fields={fields}
            initial={all.values}
            id={row.id}
            version={version}
            editing={{ autosave, pen }}
          />
          <Preview fields={fields} values={all.values} open={search.fait === "garde"} />
        </div>
      </div>
    </Screen>
  );
}
