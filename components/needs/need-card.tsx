import { NeedPictogram } from "#components/needs/need-pictogram";
import { Unbroken } from "#components/ui/unbroken";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function NeedCard({ need }: { need: NeedSummary }) {
  return (
    <li
      className={`need-${need.position} relative grid content-start gap-x-6 rounded-card border-2 border-transparent bg-need-soft p-5 hover:border-need sm:grid-cols-[auto_1fr] sm:grid-rows-[auto_auto_1fr] sm:p-7`}
    >
      <NeedPictogram position={need.position} look="detailed" />
      <h3 className="text-2xl">
        <a href={paths.need(need.slug)} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
          <Unbroken text={french(need.question)} />
        </a>
      </h3>
      <p className="mt-1.5 mb-3 font-semibold text-need">{french(need.title)}</p>
      {french(need.summary)}
    </li>
  );
}
