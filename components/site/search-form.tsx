import { Button } from "#components/ui/button";
import { paths } from "#lib/platform/paths";

/** Looks for a document from any page. */
export function SearchForm() {
  return (
    <search>
      <form action={paths.resources()} className="flex max-w-xl flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-60">
          <label htmlFor="recherche" className="mb-1 block font-semibold">
            Chercher un document
          </label>
          <input
            id="recherche"
            type="search"
            name="q"
            maxLength={200}
            className="block min-h-12 w-full rounded-full border-2 border-control bg-surface px-5 text-base text-ink"
          />
        </div>
        <Button>Chercher</Button>
      </form>
    </search>
  );
}
