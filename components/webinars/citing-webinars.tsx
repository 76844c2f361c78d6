import { Section } from "#components/ui/section";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { WebinarSummary } from "#lib/webinars/schema";

type Citing = Pick<WebinarSummary, "slug" | "title" | "startsAt">;

export function CitingWebinars({ webinars, title }: { webinars: readonly Citing[]; title: string }) {
  if (webinars.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="grid gap-1">
        {webinars.map(({ slug, title, startsAt }) => (
          <li key={slug}>
            <a href={paths.webinar(slug)} className="inline-flex min-h-11 items-center font-semibold">
              {french(`${title}, le ${formatShortDay(startsAt)}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
