import { asEditor } from "#lib/auth/editor";
import { READ_ONLY } from "#lib/auth/labels";
import { isProven } from "#lib/auth/rules";
import { isIdentifier } from "#lib/edge/route-item";
import { settledSession } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { exportForEditor } from "#lib/privacy/mutations";
import { GONE } from "#lib/roster/person/labels";

const SEE_OTHER = 303;
const PLAIN = { "Content-Type": "text/plain; charset=utf-8" };

export async function POST(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const session = await settledSession();
  const { id } = await params;
  const retour = paths.adminEdit("personnes", id);
  const leadTo = (path: string) => Response.redirect(absolute(env().SITE_URL, path), SEE_OTHER);
  if (!session) return leadTo(paths.signIn({ retour }));
  const editor = asEditor(session.viewer);
  if (!editor) return new Response(READ_ONLY, { status: 403, headers: PLAIN });
  if (!isProven(session.provenAt, now())) return leadTo(paths.signInStep("confirmer", { retour }));
  const held = isIdentifier(id) ? await exportForEditor(editor, id, now()) : null;
  if (!held) return new Response(GONE, { status: 404, headers: PLAIN });
  return new Response(JSON.stringify(held, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="donnees-gardees.json"',
      "Cache-Control": "no-store",
    },
  });
}
