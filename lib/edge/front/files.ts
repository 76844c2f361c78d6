import type { IncomingMessage, ServerResponse } from "node:http";
import send from "send";
import { awayOnly } from "#lib/files/bucket";
import { filesFolder, isStored } from "#lib/files/storage";
import { log } from "#lib/platform/log";

const ADDRESS = /^\/fichiers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([a-z0-9-]+\.[a-z0-9]+)$/;
/** In the addresses that pages give: how the digest of what is there begins. */
const VERSION = "v";
const SHORTEST_VERSION = 8;

type File = { sha256: string; mime: string; name: string; inline: boolean };
type See = (request: IncomingMessage, status: number) => void;
export type FindFile = (id: string, name: string) => Promise<File | null>;

const NOTHING = "default-src 'none'";
/** In a sandbox browsers open no PDF; what they open it with keeps its scripts from pages. */
const POLICIES: Readonly<Record<string, string>> = {
  "application/pdf": `${NOTHING}; object-src 'self'; style-src 'unsafe-inline'`,
};

/** Nothing in a file may run as a page of ours. */
export const fileHeaders = ({ sha256, mime, name, inline }: File): Record<string, string> => ({
  "Content-Type": mime,
  "Content-Disposition": `${inline ? "inline" : "attachment"}; filename="${name}"`,
  "Content-Security-Policy": POLICIES[mime] ?? `${NOTHING}; sandbox`,
  "X-Content-Type-Options": "nosniff",
  ETag: `"${sha256}"`,
});

const UNAVAILABLE = 503;
const AWAY_SECONDS = 60;
const AWAY = "Ce fichier est momentanément hors d’atteinte. Réessayez dans une minute.\n";

const isVersion = (query: string, sha256: string) => {
  const version = new URLSearchParams(query).get(VERSION) ?? "";
  return version.length >= SHORTEST_VERSION && sha256.startsWith(version);
};

/** Gives a file to who asks for its address, whole or in part. @returns false when it is none, or none for the public */
export async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file: find, see }: { file?: FindFile | undefined; see?: See | undefined },
): Promise<boolean> {
  const [path = "", query = ""] = (request.url ?? "").split("?", 2);
  const [, id = "", name = ""] = ADDRESS.exec(path) ?? [];
  const file = id ? await find?.(id, name) : null;
  if (!file) return false;
  const there = await isStored(file.sha256).catch(awayOnly);
  if (there === "away") {
    response.writeHead(UNAVAILABLE, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": AWAY_SECONDS });
    response.end(AWAY);
    return true;
  }
  if (!there) {
    log().error({ file: id }, "a stored file is missing");
    return false;
  }
  // The address of what may be replaced is asked about each time.
  const caching = isVersion(query, file.sha256) ? "public, max-age=31536000, immutable" : "public, no-cache";
  for (const [header, value] of Object.entries({ ...fileHeaders(file), "Cache-Control": caching }))
    response.setHeader(header, value);
  const own = { etag: false, lastModified: false, cacheControl: false } as const;
  await new Promise<void>((resolve) => {
    response.once("close", resolve);
    send(request, `/${file.sha256}`, { root: filesFolder(), ...own })
      .on("error", (error: { status?: number; headers?: Record<string, string> }) => {
        for (const [header, value] of Object.entries(error.headers ?? {})) response.setHeader(header, value);
        response.statusCode = error.status ?? 500;
        response.end();
      })
      .pipe(response);
  });
  see?.(request, response.statusCode);
  return true;
}
