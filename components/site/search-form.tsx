import { Button } from "#components/ui/button";
import { paths } from "#lib/platform/paths";

type Props = {
  words?: string;
  /** The page that answers; that of the search over everything by default. */
  action?: string;
  label?: string;
  /** What else narrows that search, and stays. */
  kept?: readonly { name: string; value: string }[];
};

export function SearchForm({ words, action = paths.search(), label = "Chercher sur le portail", kept = [] }: Props) {
  return (
    <search>
      <form action={action} className="flex max-w-xl flex-wrap items-end gap-3">
        <label htmlFor="recherche" className="-mb-2 w-full font-semibold">
          {label}
        </label>
        <input
          id="recherche"
          type="search"
          name="q"
          maxLength={200}
          defaultValue={words}
          className="min-h-12 min-w-0 grow basis-40 rounded-full border-2 border-control bg-surface px-5 text-base text-ink"
        />
        {kept.map(({ name, value }) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button>Chercher</Button>
      </form>
      <script type="module" async src="/suggestions.js" />
    </search>
  );
}
