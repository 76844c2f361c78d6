import { DoneNotice } from "#components/back-office/done-notice";
import { OrientationTable, type TableGroup } from "#components/back-office/orientation/table";
import { OrientationTrial, type Tried } from "#components/back-office/orientation/trial";
import { Panel, Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import type { FormAction } from "#lib/forms/state";
import type { OrientationQuery, OrientedNeed } from "#lib/orientation/schema";
import { paths } from "#lib/platform/paths";

type Props = {
  groups: readonly TableGroup[];
  needs: readonly OrientedNeed[];
  query: OrientationQuery;
  tried: Tried | null;
  /** Fingerprint of the table that is shown. */
  shown: string;
  online: boolean;
  publish: FormAction;
  done: string | string[] | undefined;
};

export function OrientationScreen({ groups, needs, query, tried, shown, online, publish, done }: Props) {
  return (
    <Screen title="Orientation" tools={<a href={paths.orientation()}>Voir la page publique</a>}>
      <DoneNotice done={done} />
      <Panel title="Essayer une réponse">
        <OrientationTrial needs={needs} query={query} tried={tried} />
      </Panel>
      <Panel title="Mise en ligne">
        {online ? (
          <p>Ce que vous lisez ici est ce qui oriente les visiteurs.</p>
        ) : (
          <>
            <p className="mb-4">Des changements attendent{"\u00A0"}: les visiteurs n’en voient rien.</p>
            <ActionButton action={publish} values={{ shown }} label="Mettre la table en ligne" />
          </>
        )}
      </Panel>
      <Panel title="Ce qui mène où">
        <p>
          Seul ce qui s’ouvre est proposé. La prochaine séance et le centre viennent d’eux-mêmes, à la fin. Les
          situations s’écrivent sur la fiche de chaque <a href={paths.adminList("besoins")}>besoin</a>.
        </p>
        <OrientationTable groups={groups} />
      </Panel>
    </Screen>
  );
}
