import { csvFile } from "#lib/csv/writing";
import { currentViewer } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { nameOfPage } from "#lib/views/labels";
import { viewsByDay } from "#lib/views/queries";

const SEE_OTHER = 303;

export async function GET(): Promise<Response> {
  const editor = await currentViewer();
  const signIn = paths.signIn({ retour: paths.adminList("visites") });
  if (!editor) return Response.redirect(absolute(env().SITE_URL, signIn), SEE_OTHER);
  const days = await viewsByDay(editor, now());
  const rows = [["Jour", "Page", "Lectures"], ...days.map(({ day, path, count }) => [day, nameOfPage(path), count])];
  return new Response(csvFile(rows, "excel"), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="visites.csv"',
      "Cache-Control": "no-store",
    },
  });
}
