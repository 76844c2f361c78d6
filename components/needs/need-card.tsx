import { NeedPictogram } from "#components/needs/need-pictogram";
import type { NeedSummary } from "#lib/needs/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

/** A need as a door: the visitor's question first, its name below. The whole card is the link. */
export function NeedCard({ need, detailed = false }: { need: NeedSummary; detailed?: boolean }) {
  return (
    <li
      className={`need-${need.position} relative flex gap-4 rounded-card border border-line bg-need-soft p-5 hover:border-need`}
    >
      <span className="shrink-0 text-need">
        <NeedPictogram position={need.position} />
      </span>
      <div>
        <h3 className="text-xl">
          <a
            href={paths.need(need.slug)}
            className="text-ink no-underline after:absolute after:inset-0 hover:underline"
          >
            {french(need.question)}
          </a>
        </h3>
        <p className="mt-1 font-semibold text-need">{french(need.title)}</p>
        {detailed && <p className="mt-2">{french(need.summary)}</p>}
      </div>
    </li>
  );
}
