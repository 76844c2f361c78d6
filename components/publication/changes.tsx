import { Fold } from "#components/ui/fold";
import { formatShortDay } from "#lib/platform/dates";
import { french } from "#lib/platform/text";

type Change = { at: Date; note: string };

const Line = ({ at, note }: Change) => (
  <>
    Mis à jour le <time dateTime={at.toISOString()}>{formatShortDay(at)}</time>
    {"\u00A0"}: {french(note)}
  </>
);

/** What changed on a page since it came out: the last change, the others on request; nothing when nobody said anything. */
export function Changes({ changes: [last, ...others] }: { changes: readonly Change[] }) {
  if (!last) return null;
  return (
    <div className="mt-2 text-muted text-sm">
      <p>
        <Line {...last} />
      </p>
      {others.length > 0 && (
        <Fold look="line" summary="Les mises à jour précédentes">
          <ul>
            {others.map((change) => (
              <li key={change.at.getTime()}>
                <Line {...change} />
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
