import { Card } from "#components/ui/card";
import { ShareBar } from "#components/ui/share-bar";
import type { ToldFigure } from "#lib/figures/schema";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

export function FigureCard({ figure }: { figure: ToldFigure }) {
  return (
    <Card element="li" large>
      <strong className="-mb-2 block font-display font-normal text-5xl/tight text-brand">{french(figure.value)}</strong>{" "}
      {french(figure.statement)}
      {figure.percentage !== null && <ShareBar percentage={figure.percentage} />}
      <a href={paths.figure(figure.slug)} className="mt-auto pt-2 text-muted text-sm">
        Source du chiffre {french(figure.value)}
        {"\u00A0"}: {french(figure.survey)}, {figure.period}
      </a>
    </Card>
  );
}
