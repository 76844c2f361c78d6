import { french } from "#lib/platform/text";

type Entry = { label: string; href: string };

export type PlanPart = Entry & { entries: readonly Entry[] };

export function SitePlan({ parts }: { parts: readonly PlanPart[] }) {
  return (
    <div className="gap-10 py-8 sm:columns-2 lg:columns-3">
      {parts.map(({ label, href, entries }) => (
        <section key={href} className="mb-8 break-inside-avoid">
          <h2 className="mb-1 text-2xl">
            <a href={href} className="text-ink">
              {french(label)}
            </a>
          </h2>
          {entries.length > 0 && (
            <ul>
              {entries.map((entry) => (
                <li key={entry.href}>
                  <a href={entry.href} className="inline-flex min-h-11 items-center leading-snug">
                    {french(entry.label)}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
