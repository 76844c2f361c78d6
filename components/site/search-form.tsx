import { Button } from "#components/ui/button";
import { paths } from "#lib/platform/paths";

type Props = {
  words?: string;
  /** What else narrows that search, and stays. */
  kept?: readonly { name: string; value: string }[];
};

export function SearchForm({ words, kept = [] }: Props) {
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
            defaultValue={words}
            className="block min-h-12 w-full rounded-full border-2 border-control bg-surface px-5 text-base text-ink"
          />
        </div>
        {kept.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button>Chercher</Button>
      </form>
    </search>
  );
}
