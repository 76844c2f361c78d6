import { CENTRES_ANCHOR } from "#components/needs/need-centres";
import { NeedMinute } from "#components/needs/need-minute";
import { NeedPictogram } from "#components/needs/need-pictogram";
import { STEPS_ANCHOR } from "#components/needs/need-steps";
import type { NeedTexts } from "#components/needs/need-texts";
import { PageHeader } from "#components/ui/page-header";
import { perspectiveLabels } from "#lib/needs/labels";
import type { NeedDetail } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";

const link = "inline-flex min-h-11 items-center font-semibold text-need";

export function NeedHeader({ need, texts }: { need: NeedDetail; texts: NeedTexts }) {
  const views = need.perspectives.map((perspective) => perspectiveLabels[perspective].toLowerCase());
  return (
    <PageHeader title={need.question} picture={<NeedPictogram position={need.position} look="title" />}>
      <NeedMinute need={need} texts={texts} />
      <p className="mt-4 flex flex-wrap gap-x-6">
        <a href={`#${STEPS_ANCHOR}`} className={link}>
          Trois pas pour avancer
        </a>{" "}
        <a href={`#${CENTRES_ANCHOR}`} className={link}>
          Les centres
        </a>{" "}
        <a href={paths.resources({ besoin: need.slug })} className={link}>
          Les documents
        </a>{" "}
        <a href={paths.orientation({ besoin: need.slug })} className={link}>
          Un parcours à ma mesure
        </a>
      </p>
      <p className="mt-2 text-muted text-sm">
        Parmi les <a href={paths.page("methode")}>trois regards</a>
        {"\u00A0"}: {views.join(", ")}.
      </p>
    </PageHeader>
  );
}
