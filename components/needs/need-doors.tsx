import { NeedCard } from "#components/needs/need-card";
import type { NeedSummary } from "#lib/needs/schema";

/** Three doors a row; one left alone takes its whole row. */
const rows =
  "grid gap-4 sm:grid-cols-2 sm:max-lg:[&>:last-child:nth-child(odd)]:col-span-full lg:grid-cols-3 lg:[&>:last-child:nth-child(3n+1)]:col-span-full";

/** Every need by the visitor's question: the first door of the home page. */
export function NeedDoors({ needs }: { needs: readonly NeedSummary[] }) {
  return (
    <ul className={rows}>
      {needs.map((need) => (
        <NeedCard key={need.slug} need={need} />
      ))}
    </ul>
  );
}
