import { Fold } from "#components/ui/fold";
import { Section } from "#components/ui/section";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { ResourceSummary } from "#lib/resources/schema";

/** Documents that exist and that nobody found online: named, so that whoever has one can tell. */
export function WantedList({
  resources,
}: {
  resources: readonly Pick<ResourceSummary, "slug" | "title" | "dateLabel">[];
}) {
  if (resources.length === 0) return null;
  return (
    <Fold look="reading" summary={counted(resources.length, "document à retrouver", "documents à retrouver")}>
      <Section title="À retrouver" lead="Ces documents existent, mais nous ne les avons pas trouvés en ligne.">
        <ul className="grid gap-x-10 gap-y-1 sm:grid-cols-2">
          {resources.map(({ slug, title, dateLabel }) => (
            <li key={slug} className="text-muted text-sm">
              <a href={paths.resource(slug)} className="inline-flex min-h-11 items-center text-base">
                {french(title)}
              </a>
              {dateLabel && ` · ${french(dateLabel)}`}
            </li>
          ))}
        </ul>
      </Section>
    </Fold>
  );
}
