import { CountBars } from "#components/ui/count-bars";
import { intentionLabels, usefulnessLabel } from "#lib/surveys/labels";
import type { SurveySummary } from "#lib/surveys/schema";

const oneDecimal = new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The mean note as it is written: « 4,3 sur 5 ». */
export const meanWords = ({ mean }: Pick<SurveySummary, "mean">): string =>
  `${oneDecimal.format(mean)}\u00A0sur\u00A05`;

export function SurveyBars({ summary }: { summary: SurveySummary }) {
  return (
    <div className="grid gap-10">
      <CountBars
        caption={"La séance a-t-elle été utile\u202F?"}
        what="Note"
        unit="Réponses"
        bars={summary.usefulness.toReversed().map(({ note, count }) => ({ label: usefulnessLabel(note), count }))}
      />
      <CountBars
        caption={"Mettre quelque chose en pratique\u202F?"}
        what="Intention"
        unit="Réponses"
        bars={summary.intentions.map(({ intention, count }) => ({ label: intentionLabels[intention], count }))}
      />
    </div>
  );
}
