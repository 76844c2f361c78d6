import { hasMinute, type NeedTexts } from "#components/needs/need-texts";
import { InlineTree, Prose } from "#components/ui/prose";
import type { NeedDetail } from "#lib/needs/schema";

/** « L'essentiel en 1 minute »; the summary stands in where nobody wrote it. */
export function NeedMinute({ need, texts }: { need: NeedDetail; texts: NeedTexts }) {
  if (!hasMinute(need))
    return (
      <p className="text-lead">
        <InlineTree tree={texts.summary} />
      </p>
    );
  return (
    <section aria-labelledby="essentiel">
      <h2 id="essentiel" className="mb-1 font-sans font-semibold text-base text-need">
        L’essentiel en 1 minute
      </h2>
      <Prose markdown={texts.answer} />
      <div className="mt-3 rounded-card border-need border-l-4 bg-surface px-4 py-3">
        <h3 className="font-sans font-semibold text-base">À faire d’abord</h3>
        <Prose markdown={texts.firstStep} />
      </div>
      {need.keyPoints && (
        <div className="mt-3">
          <h3 className="font-sans font-semibold text-base">À savoir</h3>
          <Prose markdown={texts.keyPoints} />
        </div>
      )}
    </section>
  );
}
