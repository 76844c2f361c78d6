import { NeedPictogram } from "#components/needs/need-pictogram";
import { Unbroken } from "#components/ui/unbroken";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const looks = {
  card: "grid-cols-[auto_1fr] grid-rows-[auto_1fr] gap-x-4 font-semibold text-need sm:block",
  detailed: "gap-x-6 sm:grid-cols-[auto_1fr] sm:grid-rows-[auto_auto_1fr] sm:p-7",
} as const;

export function NeedCard({ need, detailed = false }: { need: NeedSummary; detailed?: boolean }) {
  const look = detailed ? "detailed" : "card";
  return (
    <li
      className={`need-${need.position} relative grid content-start rounded-card border-2 border-transparent bg-need-soft p-5 hover:border-need ${looks[look]}`}
    >
      <NeedPictogram position={need.position} look={look} />
      <h3 className={detailed ? "text-2xl" : "mb-1.5 text-xl"}>
        <a href={paths.need(need.slug)} className="text-ink no-underline after:absolute after:inset-0 hover:underline">
          <Unbroken text={french(need.question)} />
        </a>
      </h3>
      {detailed ? (
        <>
          <p className="mt-1.5 mb-3 font-semibold text-need">{french(need.title)}</p>
          {french(need.summary)}
        </>
      ) : (
        french(need.title)
      )}
    </li>
  );
}
