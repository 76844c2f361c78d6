import { IncomingMessage } from "node:http";
import type { Refusal } from "#lib/edge/front/request";

export type Limits = { bytes: number; fields: number };

/** The first that fits: the largest that the forms of an address can send, with what a form that comes back repeats. */
const LIMITS: readonly [RegExp, Limits][] = [
  // A file of 25 million bytes; a table of ten million, brought or pasted.
  [/^\/administration\/(medias|ressources\/importer)(\/|\?|$)/, { bytes: 25_500_000, fields: 40 }],
  // A file of two million bytes; the review of a report of 1,000 people, three fields each.
  [/^\/administration(\/|\?|$)/, { bytes: 2_500_000, fields: 4_000 }],
  [/^\/webinaires(\/|\?|$)/, { bytes: 64_000, fields: 200 }],
  [/^\//, { bytes: 32_000, fields: 40 }],
];

const NONE: Limits = { bytes: 0, fields: 0 };
export const limitsOf = (url: string): Limits => LIMITS.find(([fits]) => fits.test(url))?.[1] ?? NONE;

export const TOO_HEAVY: Refusal = { status: 413, message: "L’envoi est trop lourd\u00A0: rien n’a été enregistré." };

const bringsBody = ({ headers }: IncomingMessage) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

/**
 * The whole body, however it is sent; null once it is larger than allowed: what still comes is then dropped unread.
 * @param limit in bytes
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (!bringsBody(request)) return Buffer.alloc(0);
  if (Number(request.headers["content-length"] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        chunks.length = 0;
        resolve(null);
      } else chunks.push(chunk);
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
    request.once("aborted", () => reject(new Error("the client left")));
  });
}

export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { socket, method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const again = new IncomingMessage(socket);
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}
