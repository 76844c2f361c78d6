import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import { confidenceLabels } from "#lib/publication/labels";
import { isDoubtful } from "#lib/publication/rules";
import type { Confidence } from "#prisma/enums";

export function SourceNote({ source, confidence }: { source: string; confidence: Confidence }) {
  return (
    <aside aria-label="Source" className="mt-8 border-line border-t pt-4 text-muted text-sm">
      <strong className={isDoubtful(confidence) ? "text-accent" : "text-ink"}>{confidenceLabels[confidence]}.</strong>{" "}
      Source{"\u00A0"}: {french(source)}
      {isDoubtful(confidence) && (
        <>
          {" "}
          <a href={paths.doubts()}>Ce que nous ne savons pas encore</a>
        </>
      )}
    </aside>
  );
}
