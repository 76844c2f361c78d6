import { NeedLink } from "#components/needs/need-link";
import type { NeedSummary } from "#lib/needs/schema";

export function StartingNeeds({ needs }: { needs: readonly NeedSummary[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {needs.map((need) => (
        <li key={need.slug}>
          <NeedLink need={need} />
        </li>
      ))}
    </ul>
  );
}
