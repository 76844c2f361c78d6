import { control, FilterSelect } from "#components/back-office/filter-select";
import { Button } from "#components/ui/button";
import { Fold } from "#components/ui/fold";
import { type ListNarrowing, type ListQuery, type ListState, listStateLabels } from "#lib/items/schema";
import { confidenceLabels } from "#lib/publication/labels";

const ORDERS = {
  titre: "Par titre",
  recentes: "Modifiées récemment",
  anciennes: "Modifiées il y a longtemps",
} as const;
const MOMENTS = { "a-venir": "À venir", passees: "Passées" } as const;

type Props = {
  action: string;
  query: ListQuery;
  counts: Record<ListState, number>;
  narrowings: readonly ListNarrowing[];
  /** Whether what is listed happens on a day. */
  dated: boolean;
};

/** Searches a list by words and choices; the answer is an address. */
export function ListFilters({ action, query, counts, narrowings, dated }: Props) {
  const states = Object.entries(listStateLabels).map(([state, label]): [string, string] => [
    state,
    `${label} (${counts[state as ListState]})`,
  ]);
  const { q, etat, fiabilite, quand, relue, tri } = query;
  const narrowed = [...narrowings.map(({ chosen }) => chosen), fiabilite, relue, tri].filter(Boolean).length;
  return (
    <search>
      <form action={action} className="grid gap-4">
        <div className="flex flex-wrap items-end gap-4">
          <div className="min-w-0 grow basis-56">
            <label htmlFor="q" className="mb-1 block font-semibold">
              Mots du titre, du résumé, des auteurs
            </label>
            <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className={control} />
          </div>
          <FilterSelect name="etat" label="État" chosen={etat} all="Tous" options={states} />
          {dated && (
            <FilterSelect name="quand" label="Date" chosen={quand} all="Toutes" options={Object.entries(MOMENTS)} />
          )}
          <Button look="secondary">Filtrer</Button>
        </div>
        <Fold look="inset" summary={narrowed ? `Autres choix (${narrowed})` : "Autres choix"} open={narrowed > 0}>
          <div className="flex flex-wrap items-end gap-4">
            {narrowings.map(({ name, label, chosen, options }) => (
              <FilterSelect
                key={name}
                name={name}
                label={label}
                chosen={chosen}
                all="Tous"
                options={options.map(({ value, label: words }) => [value, words])}
              />
            ))}
            <FilterSelect
              name="fiabilite"
              label="Fiabilité"
              chosen={fiabilite}
              all="Toutes"
              options={Object.entries(confidenceLabels)}
            />
            <FilterSelect
              name="tri"
              label="Ordre"
              chosen={tri}
              all="Celui de la liste"
              options={Object.entries(ORDERS)}
            />
            <label className="flex min-h-12 cursor-pointer items-center gap-3">
              <input
                type="checkbox"
                name="relue"
                value="non"
                defaultChecked={relue === "non"}
                className="size-6 shrink-0 accent-brand"
              />
              <span>Ni modifiées ni relues depuis un an</span>
            </label>
          </div>
        </Fold>
      </form>
    </search>
  );
}
