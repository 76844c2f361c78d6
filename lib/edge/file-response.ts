import { asEditor, type Editor } from "#lib/auth/editor";
import { READ_ONLY } from "#lib/auth/labels";
import { isProven } from "#lib/auth/rules";
import { settledSession } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { tableFile } from "#lib/tables/files";
import type { Table, TableFormat } from "#lib/tables/schema";

const SEE_OTHER = 303;
const PLAIN = { "Content-Type": "text/plain; charset=utf-8" };

/** A sentence in place of a file. */
export const inWords = (sentence: string, status: number): Response =>
  new Response(sentence, { status, headers: PLAIN });

const leadTo = (path: string): Response => Response.redirect(absolute(env().SITE_URL, path), SEE_OTHER);
export const leadToSignIn = (retour: string): Response => leadTo(paths.signIn({ retour }));

/**
 * Who asks for a file of personal data: somebody who may write, and showed lately who they are; else what they are
 * answered. @param retour the screen that they asked from
 */
export async function provenEditor(retour: string): Promise<Editor | Response> {
  const session = await settledSession();
  if (!session) return leadToSignIn(retour);
  const editor = asEditor(session.account);
  if (!editor) return inWords(READ_ONLY, 403);
  return isProven(session.provenAt, now()) ? editor : leadTo(paths.signInStep("confirmer", { retour }));
}

/** @param name of the file, without its extension */
export const downloaded = (
  body: string | ReadableStream<Uint8Array>,
  { name, type }: { name: string; type: string },
): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });

/** @param name of the file, without its extension */
export async function tableResponse(table: Table, format: TableFormat, name = table.name): Promise<Response> {
  const { body, type, extension } = await tableFile(table, format);
  return downloaded(body, { name: `${name}.${extension}`, type });
}
