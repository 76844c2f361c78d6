import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { LRUCache } from "lru-cache";
import { clientAddress } from "#lib/edge/front/client-address";
import { answerFile } from "#lib/edge/front/files";
import { type Archive, type ArchivePart, archiveLength, archiveOf } from "#lib/files/archive";
import { env } from "#lib/platform/env";
import { log } from "#lib/platform/log";

const MOST_AT_ONCE = 4;
const MOST_ASKED = 10;
const WINDOW_SECONDS = 600;
const asked = new LRUCache<string, number>({ max: 10_000, ttl: WINDOW_SECONDS * 1000, noUpdateTTL: true });
let leaving = 0;

type Refusal = readonly [status: number, seconds: number, message: string];
const OR = "ou ouvrez les fichiers un par un.\n";
const BUSY: Refusal = [503, 60, `Plusieurs archives partent en ce moment. Réessayez dans une minute, ${OR}`];
const OFTEN: Refusal = [429, WINDOW_SECONDS, `Trop d’archives demandées d’ici. Réessayez dans dix minutes, ${OR}`];

function refusalOf(request: IncomingMessage): Refusal | null {
  if (request.method !== "GET") return null;
  if (leaving >= MOST_AT_ONCE) return BUSY;
  const address = clientAddress(request, env().TRUSTED_PROXIES);
  if (address === null) return null;
  const times = 1 + (asked.get(address) ?? 0);
  asked.set(address, times);
  return times > MOST_ASKED ? OFTEN : null;
}

async function answerArchive(request: IncomingMessage, response: ServerResponse, archive?: Archive): Promise<boolean> {
  const [path, query = ""] = (request.url ?? "").split("?", 2);
  if (!archive || archive.path !== path) return false;
  const parts = await archive.partsOf(new URLSearchParams(query));
  if (!parts) return false;
  response.setHeader("Cache-Control", "no-store");
  const [status, seconds, message] = refusalOf(request) ?? [];
  if (status) {
    response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": seconds }).end(message);
    return true;
  }
  response.writeHead(200, {
    "Content-Type": "application/zip",
    "Content-Disposition": `attachment; filename="${archive.name}"`,
    "Content-Length": String(archiveLength(parts)),
  });
  if (request.method === "GET") await send(parts, response);
  else response.end();
  return true;
}

async function send(parts: readonly ArchivePart[], response: ServerResponse): Promise<void> {
  leaving += 1;
  try {
    await pipeline(archiveOf(parts), response);
  } catch (error) {
    // Its length was told: a connection that is cut says that it is not whole.
    if (!response.destroyed) log().error({ err: error }, "an archive was cut");
    response.destroy();
  } finally {
    leaving -= 1;
  }
}

type Stored = Parameters<typeof answerFile>[2] & { archive?: Archive | undefined };

/** What is on the disk: a file, or several as one, as they are read. @returns false when nothing of it was asked for */
export const answerStored = async (request: IncomingMessage, response: ServerResponse, options: Stored) =>
  (await answerFile(request, response, options)) || answerArchive(request, response, options.archive);
