import { inWords, provenEditor, tableResponse } from "#lib/edge/file-response";
import { isIdentifier } from "#lib/edge/route-item";
import { readFormData } from "#lib/forms/state";
import { now } from "#lib/platform/clock";
import { dayInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { registrantsTable } from "#lib/roster/export/mutations";
import { registrantExport } from "#lib/roster/export/schema";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

const UNKNOWN_CHOICE =
  "Une colonne ou un filtre demandé n’existe pas\u00A0: aucun fichier n’a été préparé. Rouvrez la page des inscrits, et recommencez.";

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const editor = await provenEditor(paths.adminRegistrants(id));
  if (editor instanceof Response) return editor;
  const form = await request.formData().catch(() => null);
  const chosen = registrantExport.safeParse(form && readFormData(form));
  if (!chosen.success) return inWords(UNKNOWN_CHOICE, 400);
  const webinar = isIdentifier(id) ? await findWebinarTerms(editor, id) : null;
  const table = webinar && (await registrantsTable(editor, id, chosen.data, now()));
  if (!table) return inWords("Cette séance n’existe pas.", 404);
  return tableResponse(table, chosen.data.format, `inscrits-${dayInParis(webinar.startsAt)}-${webinar.slug}`);
}
