import type { NamedCentre } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** The centres by name; what each is for, where there is room. */
export function CentreIndex({ centres }: { centres: readonly NamedCentre[] }) {
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {centres.map(({ slug, name, summary }) => (
        <li key={slug} className="border-line border-b text-muted md:py-3 text-sm">
          <a
            href={paths.centre(slug)}
            className="flex min-h-11 items-center py-1.5 font-display text-ink text-lg leading-tight no-underline hover:underline"
          >
            {french(name)}
          </a>
          <p className="max-md:hidden">{french(summary)}</p>
        </li>
      ))}
    </ul>
  );
}
