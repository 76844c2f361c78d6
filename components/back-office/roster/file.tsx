import { FormatButtons } from "#components/back-office/tables/formats";
import { CheckboxGroup } from "#components/forms/choice-fields";
import { IfMayAct } from "#components/forms/may-act";
import { Fold } from "#components/ui/fold";
import { optionsOf } from "#lib/forms/options";
import { IDLE } from "#lib/forms/state";
import { paths } from "#lib/platform/paths";
import { registrantColumnLabels } from "#lib/roster/export/labels";
import type { RegistrantFilter } from "#lib/roster/schema";

type Props = {
  id: string;
  filter: RegistrantFilter;
  total: number;
  chosen: readonly string[];
};

const options = optionsOf(registrantColumnLabels);

export function RegistrantsFile({ id, filter, total, chosen }: Props) {
  return (
    <IfMayAct>
      <Fold look="inset" summary="Télécharger ces personnes dans un fichier">
        <form method="post" action={paths.adminTable(paths.adminRegistrants(id))} className="grid gap-6">
          {Object.entries(filter).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <p>
            {total > 1 ? `Les ${total} personnes de cette liste` : "La liste affichée"}, toutes pages confondues. Ne
            prenez que les colonnes utiles{"\u00A0"}: le fichier contient des données personnelles. Chaque
            téléchargement est inscrit au journal.
          </p>
          <CheckboxGroup
            state={IDLE}
            name="columns"
            label="Colonnes"
            hint="Vos choix seront retenus pour la prochaine fois."
            options={options}
            initial={chosen}
            required
          />
          <FormatButtons />
        </form>
      </Fold>
    </IfMayAct>
  );
}
