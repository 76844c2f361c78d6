import { NeedPictogram } from "#components/needs/need-pictogram";
import { Unbroken } from "#components/ui/unbroken";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function NeedCard({ need, detailed = false }: { need: NeedSummary; detailed?: boolean }) {
  const stands = detailed ? "flex-col sm:flex-row sm:gap-6 sm:p-7" : "sm:flex-col";
  return (
    <li
      className={`need-${need.position} relative flex gap-4 rounded-card border-2 border-transparent bg-need-soft p-5 hover:border-need ${stands}`}
    >
      {detailed ? (
        <div className="w-16 shrink-0 sm:w-24">
          <NeedPictogram position={need.position} large />
        </div>
      ) : (
        <NeedPictogram position={need.position} />
      )}
      <div>
        <h3 className={detailed ? "text-2xl" : "text-xl"}>
          <a
            href={paths.need(need.slug)}
            className="text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            <Unbroken text={french(need.question)} />
          </a>
        </h3>
        <p className="mt-1.5 font-semibold text-need">{french(need.title)}</p>
        {detailed && <p className="mt-3">{french(need.summary)}</p>}
      </div>
    </li>
  );
}
