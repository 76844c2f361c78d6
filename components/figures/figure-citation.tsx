import { Notice } from "#components/ui/notice";
import type { FigureEntry } from "#lib/figures/schema";
import { absolute, paths } from "#lib/platform/paths";
import { french, quoted } from "#lib/platform/text";

export function FigureCitation({ figure, siteUrl }: { figure: FigureEntry; siteUrl: string }) {
  const { value, statement, survey, period, slug } = figure;
  return (
    <Notice title="Citer un chiffre">
      <p>
        Chaque chiffre a son adresse{"\u00A0"}: ouvrez le nombre, puis copiez-la. Par exemple{"\u00A0"}:{" "}
        {quoted(french(`${value} ${statement}`))}, {french(survey)}, {period},{" "}
        <span className="break-all">{absolute(siteUrl, paths.figure(slug))}</span>
      </p>
      <p className="mt-2">
        <a href={paths.figuresCsv()}>Tous les chiffres et leurs sources (CSV)</a>
      </p>
    </Notice>
  );
}
