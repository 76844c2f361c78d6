import type { CentreSummary } from "#lib/centres/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** Every centre in brief, one line each. */
export function CentreIndex({ centres }: { centres: readonly CentreSummary[] }) {
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {centres.map(({ slug, name, summary }) => (
        <li key={slug} className="border-line border-b py-3">
          <a href={paths.centre(slug)} className="inline-flex min-h-8 items-center font-semibold text-ink">
            {french(name)}
          </a>
          <p className="text-muted text-sm">{french(summary)}</p>
        </li>
      ))}
    </ul>
  );
}
