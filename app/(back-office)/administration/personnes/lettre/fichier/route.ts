import { inWords, provenEditor, tableResponse } from "#lib/edge/file-response";
import { readFormData } from "#lib/forms/state";
import { newsletterTable } from "#lib/people/newsletter/mutations";
import { now } from "#lib/platform/clock";
import { dayInParis } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { FORMAT_UNKNOWN } from "#lib/tables/labels";
import { fileAsked } from "#lib/tables/schema";

export async function POST(request: Request): Promise<Response> {
  const editor = await provenEditor(paths.adminList("personnes", { etat: "lettre" }));
  if (editor instanceof Response) return editor;
  const form = await request.formData().catch(() => null);
  const asked = fileAsked.safeParse(form && readFormData(form));
  if (!asked.success) return inWords(FORMAT_UNKNOWN, 400);
  const table = await newsletterTable(editor, asked.data.format, now());
  return tableResponse(table, asked.data.format, `${table.name}-${dayInParis(now())}`);
}
