import { csvFile } from "#lib/csv/writing";
import { isIdentifier } from "#lib/edge/route-item";
import { currentViewer } from "#lib/edge/session";
import { reportRows } from "#lib/imports/labels";
import { findImport, listLines } from "#lib/imports/queries";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";

const SEE_OTHER = 303;

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const viewer = await currentViewer();
  const { id } = await params;
  const signIn = paths.signIn({ retour: paths.adminImport(id) });
  if (!viewer) return Response.redirect(absolute(env().SITE_URL, signIn), SEE_OTHER);
  if (!isIdentifier(id) || !(await findImport(viewer, id)))
    return new Response("Cet import n’existe plus.", { status: 404 });
  return new Response(csvFile(reportRows(await listLines(viewer, id)), "excel"), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="rapport-import.csv"',
      "Cache-Control": "no-store",
    },
  });
}
