import { Fold } from "#components/ui/fold";
import { Prose } from "#components/ui/prose";

export const HELP = "Comment faire\u202F?";

/** Ten lines about a screen, unfolded on request. */
export function Help({ text }: { text: string | null }) {
  if (text === null) return null;
  return (
    <div className="mb-4 print:hidden">
      <Fold look="line" summary={HELP}>
        <Prose markdown={text} />
      </Fold>
    </div>
  );
}
