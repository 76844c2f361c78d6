import { csvFile } from "#lib/csv/writing";
import { respondWithEtag } from "#lib/edge/conditional-get";
import { findPublishedFigures } from "#lib/statistics/queries";

/** What the page shows: an empty number is under five. */
export async function GET(request: Request): Promise<Response> {
  const { months = [], pages = [] } = (await findPublishedFigures())?.views ?? {};
  const rows = [
    ["Période", "Page", "Lectures"],
    ...months.map(({ key, count }) => [key, "Toutes", count]),
    ...pages.map(({ key, count }) => ["30 jours", key ?? "Autres pages, ensemble", count]),
  ];
  return respondWithEtag(request, csvFile(rows, "standard"), {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": 'attachment; filename="pages-lues.csv"',
  });
}
