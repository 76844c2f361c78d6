import { SourceNote } from "#components/publication/source-note";
import { Prose } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import type { PageDetail } from "#lib/pages/schema";
import { paths } from "#lib/platform/paths";

/** A text that the team edits among the pages, within a page that the portal makes. */
export function PageExcerpt({ page: { slug, title, body, source, confidence } }: { page: PageDetail }) {
  return (
    <Section title={title} more={{ label: "Sa page", href: paths.page(slug) }}>
      <Prose markdown={body} />
      <SourceNote source={source} confidence={confidence} />
    </Section>
  );
}
