import { Panel } from "#components/back-office/screen";
import type { Shortcoming } from "#lib/edit-forms/schema";

/** What publishing will ask for; nothing at all when nothing is missing. */
export function BeforePublishing({ missing }: { missing: readonly Shortcoming[] }) {
  if (!missing.length) return null;
  return (
    <Panel title="Avant de publier">
      <ul>
        {missing.map(({ name, label, message }) => (
          <li key={name}>
            <a href={`#${name}`} className="inline-flex min-h-8 items-center font-semibold">
              {label}
            </a>
            {"\u00A0"}: {message}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
