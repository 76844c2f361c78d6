import { NeedPictogram } from "#components/needs/need-pictogram";
import { PageHeader } from "#components/ui/page-header";
import { perspectiveLabels } from "#lib/editorial/labels";
import type { NeedDetail } from "#lib/needs/schema";

/** The visitor's question and the answer in three lines. */
export function NeedHeader({ need }: { need: NeedDetail }) {
  const views = need.perspectives.map((perspective) => perspectiveLabels[perspective].toLowerCase()).join(" et ");
  return (
    <PageHeader
      kicker={need.title}
      title={need.question}
      lead={need.summary}
      picture={<NeedPictogram position={need.position} large />}
    >
      <p className="text-muted text-sm">
        Un besoin vu du côté {need.perspectives.length > 1 ? "de plusieurs regards" : "d’un regard"}
        {"\u00A0"}: {views}.
      </p>
    </PageHeader>
  );
}
