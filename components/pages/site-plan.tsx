import { french } from "#lib/platform/text";

type Entry = { label: string; href: string };

export type PlanPart = Entry & { entries: readonly Entry[] };

function Title({ label, href, alone = false }: Entry & { alone?: boolean }) {
  return (
    <h2 className={`text-2xl ${alone ? "mb-8 break-inside-avoid" : "mb-1"}`}>
      <a href={href} className="text-ink">
        {french(label)}
      </a>
    </h2>
  );
}

export function SitePlan({ parts }: { parts: readonly PlanPart[] }) {
  return (
    <div className="contained gap-10 py-8 sm:columns-2 lg:columns-3">
      {parts.map(({ label, href, entries }) =>
        entries.length === 0 ? (
          <Title key={href} label={label} href={href} alone />
        ) : (
          <section key={href} className="mb-8 break-inside-avoid">
            <Title label={label} href={href} />
            <ul>
              {entries.map((entry) => (
                <li key={entry.href}>
                  <a href={entry.href} className="inline-flex min-h-11 items-center leading-snug">
                    {french(entry.label)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
