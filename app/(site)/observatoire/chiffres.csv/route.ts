import { csvFile } from "#lib/csv/writing";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { listFigures } from "#lib/figures/queries";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { confidenceLabels } from "#lib/publication/labels";

const HEADINGS = ["Thème", "Valeur", "Pourcentage", "Énoncé", "Qui a répondu", "Enquête", "Période", "Échantillon"];
const ORIGIN = ["Source", "Adresse de la source", "Certitude", "Adresse du chiffre"];

export async function GET(request: Request): Promise<Response> {
  const { SITE_URL } = env();
  const rows = (await listFigures(now())).map((figure) => [
    figure.theme,
    figure.value,
    figure.percentage,
    figure.statement,
    figure.population,
    figure.survey,
    figure.period,
    figure.sample,
    figure.source,
    figure.sourceUrl,
    confidenceLabels[figure.confidence],
    absolute(SITE_URL, paths.figure(figure.slug)),
  ]);
  return respondWithEtag(request, csvFile([[...HEADINGS, ...ORIGIN], ...rows], "standard"), {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="observatoire.csv"',
  });
}
