import { isIdentifier } from "#lib/edge/route-item";
import { currentEditor } from "#lib/edge/session";
import { readFormData } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { registrantsCsv } from "#lib/roster/export/mutations";
import { registrantExport } from "#lib/roster/export/schema";

const SEE_OTHER = 303;

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const editor = await currentEditor();
  const { id } = await params;
  const signIn = paths.signIn({ retour: paths.adminWebinar(id, "inscrits") });
  if (!editor) return Response.redirect(absolute(env().SITE_URL, signIn), SEE_OTHER);
  const chosen = registrantExport.parse(readFormData(await request.formData()));
  const csv = isIdentifier(id) ? await registrantsCsv(editor, id, chosen, now()) : null;
  if (csv === null) return new Response("Cette séance n’existe pas.", { status: 404 });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="inscrits.csv"',
      "Cache-Control": "no-store",
    },
  });
}
