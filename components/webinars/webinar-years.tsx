import { FilterLinks } from "#components/ui/filter-links";
import { paths } from "#lib/platform/paths";

/** @param current null for what comes, whatever its year */
export function WebinarYears({ years, current }: { years: readonly number[]; current: number | null }) {
  return (
    <FilterLinks
      title="Tout le programme"
      options={[
        { label: "À venir", href: paths.webinars(), current: current === null },
        ...years.map((year) => ({ label: String(year), href: paths.webinars(year), current: year === current })),
      ]}
    />
  );
}
