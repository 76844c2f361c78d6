import { FilterLinks } from "#components/ui/filter-links";
import { paths } from "#lib/platform/paths";

/** The years of the programme, each one an address. */
export function WebinarYears({ years, current }: { years: readonly number[]; current: number }) {
  return (
    <FilterLinks
      title="Programme par année"
      options={years.map((year) => ({ label: String(year), href: paths.webinars(year), current: year === current }))}
    />
  );
}
