import { Section } from "#components/ui/section";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { WebinarSummary } from "#lib/webinars/schema";

type Citing = Pick<WebinarSummary, "slug" | "title" | "startsAt"> & { state?: string };

type Props = { webinars: readonly Citing[]; title: string; more?: { label: string; href: string } };

/** Sessions by line: which, when, and where each stands if its caller says so. */
export function CitingWebinars({ webinars, title, more }: Props) {
  if (webinars.length === 0) return null;
  return (
    <Section title={title} {...(more && { more })}>
      <ul className="grid gap-1">
        {webinars.map(({ slug, title, startsAt, state }) => (
          <li key={slug}>
            <a href={paths.webinar(slug)} className="inline-flex min-h-11 items-center font-semibold">
              {french(`${title}, le ${formatShortDay(startsAt)}${state ? ` · ${state}` : ""}`)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
