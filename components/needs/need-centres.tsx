import type { NeedDetail } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export const CENTRES_ANCHOR = "centres";

export function NeedCentres({ centres }: { centres: NeedDetail["centres"] }) {
  return (
    <section
      id={CENTRES_ANCHOR}
      className="rounded-card border border-line border-t-4 border-t-need bg-surface p-5 sm:p-6"
    >
      <h2 className="text-2xl">Les centres qui y répondent</h2>
      <ul>
        {centres.map(({ slug, name, reason }) => (
          <li key={slug} className="relative border-line border-b py-4 last:border-0 last:pb-0">
            <h3 className="mb-1 text-lg">
              <a href={paths.centre(slug)} className="text-ink after:absolute after:inset-0">
                {french(name)}
              </a>
            </h3>
            {french(reason)}
          </li>
        ))}
      </ul>
      {centres.some(({ confidence }) => confidence === "to_confirm") && (
        <p className="mt-4 text-muted text-sm">Le choix des centres est le nôtre, à confirmer par Le RAMEAU.</p>
      )}
    </section>
  );
}
