import { asEditor } from "#lib/auth/editor";
import { isProven } from "#lib/auth/rules";
import { isIdentifier } from "#lib/edge/route-item";
import { settledSession } from "#lib/edge/session";
import { readFormData } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { dayInParis } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { registrantsCsv } from "#lib/roster/export/mutations";
import { registrantExport } from "#lib/roster/export/schema";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

const SEE_OTHER = 303;
const UNKNOWN_CHOICE =
  "Une colonne ou un filtre demandé n’existe pas\u00A0: aucun fichier n’a été préparé. Rouvrez la page des inscrits, et recommencez.";

const NOT_FOR_READERS = "Votre compte est en lecture seule\u00A0: aucun fichier n’a été préparé.";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await settledSession();
  const { id } = await params;
  const retour = paths.adminWebinar(id, "inscrits");
  const leadTo = (path: string) => Response.redirect(absolute(env().SITE_URL, path), SEE_OTHER);
  if (!session) return leadTo(paths.signIn({ retour }));
  const editor = asEditor(session.viewer);
  if (!editor) return new Response(NOT_FOR_READERS, { status: 403 });
  if (!isProven(session.provenAt, now())) return leadTo(paths.signInStep("confirmer", { retour }));
  const form = await request.formData().catch(() => null);
  const chosen = registrantExport.safeParse(form && readFormData(form));
  if (!chosen.success) return new Response(UNKNOWN_CHOICE, { status: 400 });
  const webinar = isIdentifier(id) ? await findWebinarTerms(editor, id) : null;
  const csv = webinar && (await registrantsCsv(editor, id, chosen.data, now()));
  if (!csv) return new Response("Cette séance n’existe pas.", { status: 404 });
  return new Response(csv, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="inscrits-${dayInParis(webinar.startsAt)}-${webinar.slug}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
