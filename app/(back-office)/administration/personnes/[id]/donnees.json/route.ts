import { downloaded, inWords, provenEditor } from "#lib/edge/file-response";
import { isIdentifier } from "#lib/edge/route-item";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { exportForEditor } from "#lib/privacy/mutations";
import { GONE } from "#lib/roster/person/labels";

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const editor = await provenEditor(paths.adminEdit("personnes", id));
  if (editor instanceof Response) return editor;
  const held = isIdentifier(id) ? await exportForEditor(editor, id, now()) : null;
  if (!held) return inWords(GONE, 404);
  const type = "application/json; charset=utf-8";
  return downloaded(JSON.stringify(held, null, 2), { name: "donnees-gardees.json", type });
}
