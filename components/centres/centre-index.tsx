import type { NamedCentre } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function CentreIndex({ centres }: { centres: readonly NamedCentre[] }) {
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {centres.map(({ slug, name, summary }) => (
        <li key={slug} className="border-line border-b py-3 text-muted text-sm">
          <a
            href={paths.centre(slug)}
            className="flex min-h-11 items-center font-display text-ink text-lg leading-tight no-underline hover:underline"
          >
            {french(name)}
          </a>
          {french(summary)}
        </li>
      ))}
    </ul>
  );
}
