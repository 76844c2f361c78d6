import { NeedCard } from "#components/needs/need-card";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";

export function NeedDoors({ needs }: { needs: readonly NeedSummary[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {needs.map((need) => (
        <NeedCard key={need.slug} need={need} />
      ))}
      <li className="relative flex flex-col justify-end rounded-card border-2 border-control border-dashed p-5 hover:border-brand">
        <h3 className="mb-1.5 text-xl">
          <a href={paths.orientation()} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
            Vous hésitez{"\u202F"}?
          </a>
        </h3>
        Quatre questions, et vous savez par où commencer.
      </li>
    </ul>
  );
}
