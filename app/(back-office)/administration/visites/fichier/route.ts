import { leadToSignIn, tableResponse } from "#lib/edge/file-response";
import { currentViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { formatAsked } from "#lib/tables/schema";
import { viewsByDay } from "#lib/views/queries";
import { viewsTable } from "#lib/views/table";

export async function GET(request: Request): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return leadToSignIn(paths.adminList("visites"));
  return tableResponse(viewsTable(await viewsByDay(viewer, now())), formatAsked(request));
}
