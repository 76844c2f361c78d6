import { boardTable } from "#lib/board/labels";
import { boardReport } from "#lib/board/queries";
import { boardQuery } from "#lib/board/schema";
import { leadToSignIn, tableResponse } from "#lib/edge/file-response";
import { currentViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { formatAsked } from "#lib/tables/schema";

export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return leadToSignIn(paths.adminList("bilan"));
  const query = boardQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const report = await boardReport(viewer, query, now());
  const { year, month, months } = report.period;
  return tableResponse(boardTable(report), formatAsked(request), `bilan-${month === null ? year : months[0]}`);
}
