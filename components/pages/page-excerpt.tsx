import { SourceNote } from "#components/publication/source-note";
import { Fold } from "#components/ui/fold";
import { Prose, type Tree } from "#components/ui/prose";
import { Section } from "#components/ui/section";
import type { PageDetail } from "#lib/pages/schema";
import { paths } from "#lib/platform/paths";

type Props = {
  page: PageDetail;
  text: Tree;
  /** What a phone shows of it before it is unfolded. */
  folded: string;
};

/** A text that the team edits among the pages, within a page that the portal makes. */
export function PageExcerpt({ page: { slug, title, source, confidence }, text, folded }: Props) {
  return (
    <Fold look="reading" summary={folded}>
      <Section title={title} more={{ label: "Sa page", href: paths.page(slug) }}>
        <Prose markdown={text} />
        <SourceNote source={source} confidence={confidence} />
      </Section>
    </Fold>
  );
}
