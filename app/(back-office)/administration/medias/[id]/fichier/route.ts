import { Readable } from "node:stream";
import { z } from "zod";
import { fileHeaders } from "#lib/edge/front/files";
import { currentViewer } from "#lib/edge/session";
import { awayOnly } from "#lib/files/bucket";
import { isStored, readStored } from "#lib/files/storage";
import { AWAY } from "#lib/media/labels";
import { findFileForViewer } from "#lib/media/queries";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";

const SEE_OTHER = 303;
const NOT_FOUND = 404;
const UNAVAILABLE = 503;
const TEXT = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" };

type Context = { params: Promise<{ id: string }> };

/** As the public gets it, before it is published. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  const signIn = paths.signIn({ retour: paths.adminFile(id) });
  if (!viewer) return Response.redirect(absolute(env().SITE_URL, signIn), SEE_OTHER);
  const file = z.uuid().safeParse(id).success ? await findFileForViewer(viewer, id) : null;
  const there = file && (await isStored(file.sha256).catch(awayOnly));
  if (there === "away") return new Response(AWAY, { status: UNAVAILABLE, headers: TEXT });
  if (!there) return new Response(null, { status: NOT_FOUND });
  const headers = { ...fileHeaders(file), "Cache-Control": "no-store" };
  return new Response(Readable.toWeb(Readable.from(readStored(file.sha256))) as ReadableStream, { headers });
}
