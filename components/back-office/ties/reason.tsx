import { Panel, Screen } from "#components/back-office/screen";
import { ReasonForm } from "#components/back-office/ties/reason-form";
import type { FormAction } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";

const WAITING = "Ce besoin a des modifications en attente\u00A0: «\u202FPublier\u202F» les met aussi en ligne.";

type Props = {
  need: { id: string; title: string };
  centre: { id: string; name: string };
  version: number;
  waiting: boolean;
  initial: { reason: string; doubtful: boolean };
  save: FormAction;
};

export function ReasonScreen({ need, centre, version, waiting, initial, save }: Props) {
  return (
    <Screen title={need.title} parent={{ label: "Couverture", href: paths.adminList("couverture") }}>
      <Panel title={centre.name}>
        {waiting && (
          <p className="mb-4">
            {WAITING} <a href={paths.adminEdit("besoins", need.id)}>Ouvrir le besoin</a>
          </p>
        )}
        <ReasonForm action={save} needId={need.id} centreId={centre.id} version={version} initial={initial} />
      </Panel>
    </Screen>
  );
}
