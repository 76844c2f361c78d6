import { itemsTable } from "#lib/desks/table";
import { leadToSignIn, tableResponse } from "#lib/edge/file-response";
import { requireNoun } from "#lib/edge/route-item";
import { currentViewer } from "#lib/edge/session";
import { listQuery } from "#lib/items/schema";
import { now } from "#lib/platform/clock";
import { dayInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { formatAsked } from "#lib/tables/schema";

/** All that the address of a list designates, whichever page of it is shown. */
export async function GET(request: Request, { params }: { params: Promise<{ section: string }> }): Promise<Response> {
  const { section } = await params;
  const viewer = await currentViewer();
  if (!viewer) return leadToSignIn(paths.adminList(section));
  const query = listQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const table = await itemsTable(viewer, requireNoun(section), query, now());
  return tableResponse(table, formatAsked(request), `${table.name}-${dayInParis(now())}`);
}
