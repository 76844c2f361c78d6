import { controlStyle } from "#components/forms/field";
import { Button } from "#components/ui/button";
import { confidenceLabels, publicationStateLabels } from "#lib/publication/labels";

const states = { ...publicationStateLabels, ...confidenceLabels };

/** Searches a list by title and state; the answer is an address. */
export function ListFilters({ action, q, etat }: { action: string; q: string; etat: string }) {
  return (
    <search>
      <form action={action} className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 grow basis-56">
          <label htmlFor="q" className="mb-1 block font-semibold">
            Mots du titre
          </label>
          <input id="q" name="q" type="search" maxLength={200} defaultValue={q} className={controlStyle} />
        </div>
        <div className="grow basis-44 sm:grow-0">
          <label htmlFor="etat" className="mb-1 block font-semibold">
            État
          </label>
          <select id="etat" name="etat" defaultValue={etat} className={controlStyle}>
            <option value="">Tous</option>
            {Object.entries(states).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button look="secondary">Filtrer</Button>
      </form>
    </search>
  );
}
