import { hash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { issueFormToken } from "#lib/abuse/form-token";
import {
  compress,
  decompress,
  type Encoding,
  encodingFor,
  isCompressible,
  packTighter,
} from "#lib/edge/front/compression";
import { withoutScripts } from "#lib/edge/front/scripts";
import type { Rendering } from "#lib/edge/page-cache/render";
import { type Read, SLOT, withParts } from "#lib/observation/page";

const NOT_MODIFIED = 304;
const OK = 200;
const FAILED = 500;
const KEPT = ["content-type", "content-disposition", "last-modified", "link", "location", "x-robots-tag"];
const SMALLEST = "br";
const IMMUTABLE = /\bimmutable\b/;

/** An answer that is kept, and what must stay true for it to be given again. */
export type Entry = {
  status: number;
  headers: Readonly<Record<string, string>>;
  /** As it is (null), or packed. */
  bodies: Map<Encoding | null, Buffer>;
  compressible: boolean;
  digest: string;
  /** Whether what is packed for the most browsers is as small as it gets. */
  tight: boolean;
  slotted: boolean;
  reads: readonly Read[];
  tables: ReadonlySet<string>;
  /** When it was last known to be what would be rendered, and the instant from which it may no longer be. */
  at: Date;
  until: Date | null;
  /** How many changes had been heard of then. */
  asOf: number;
  /** How often visitors asked for it. */
  asked: number;
};

const YEAR_SECONDS = 31_536_000;
const LASTING = `public, max-age=${YEAR_SECONDS}, immutable`;
/** A page in which each visitor is given a token of their own is for nobody else. */
const cachingOf = (lasting: boolean, slotted: boolean) =>
  lasting ? LASTING : slotted ? "private, no-cache" : "public, no-cache";

/** Byte for byte: what is looked for is ASCII, and other letters need not be decoded. */
const unscripted = ({ body, parts }: Rendering) =>
  Buffer.from(withParts(withoutScripts(body.toString("latin1")), parts), "latin1");

/** @param options.accepted by whoever asks first: packed for them, it need not be packed twice */
export function makeEntry(
  rendering: Rendering,
  { until, asOf, accepted }: Pick<Entry, "until" | "asOf"> & { accepted?: string | undefined },
): Entry {
  const { status, headers: given, at, reads, slotted } = rendering;
  const type = String(given["content-type"] ?? "");
  const headers = Object.fromEntries(KEPT.flatMap((name) => (given[name] ? [[name, String(given[name])]] : [])));
  headers["cache-control"] = cachingOf(status === OK && IMMUTABLE.test(String(given["cache-control"])), slotted);
  const body = type.startsWith("text/html") ? unscripted(rendering) : rendering.body;
  const compressible = isCompressible(type, body.length);
  const packing = compressible && !slotted ? (encodingFor(accepted) ?? SMALLEST) : null;
  return {
    status,
    headers,
    bodies: new Map([[packing, packing ? compress(packing, body) : body]]),
    compressible,
    digest: hash("sha256", body, "base64url"),
    tight: !compressible || slotted,
    slotted,
    reads,
    tables: new Set(reads.flatMap((read) => [...read.tables])),
    at,
    until,
    asOf,
    asked: 0,
  };
}

const BYTES_OF_A_READ = 400;
const BYTES_OF_AN_ENTRY = 1_000;

/** One packing is made at once, each other once it is asked for. */
const PACKINGS_TO_COME = 3;

/** In bytes, about, whatever will have been asked for. */
export const sizeOf = ({ bodies, reads, compressible, slotted }: Entry): number => {
  const [first] = bodies.values();
  const copies = compressible && !slotted ? 1 + PACKINGS_TO_COME : 1;
  return (first?.length ?? 0) * copies + reads.length * BYTES_OF_A_READ + BYTES_OF_AN_ENTRY;
};

/** What a cache in front may do of a page, when it is told of every change: the tags under which, and until when. */
export function tellCacheInFront(response: ServerResponse, { slotted, tables, until, status }: Entry, at: Date): void {
  if (slotted || status !== OK) return;
  response.setHeader("Surrogate-Key", [...tables].join(" "));
  const seconds = until ? Math.floor((until.getTime() - at.getTime()) / 1_000) : YEAR_SECONDS;
  response.setHeader("CDN-Cache-Control", `public, max-age=${Math.max(0, seconds)}`);
}

/** The body as it was rendered, its slot empty. */
function plainBody({ bodies }: Pick<Entry, "bodies">): Buffer {
  const [[packing, body] = [null, Buffer.alloc(0)]] = bodies;
  return packing ? decompress(packing, body) : body;
}

/** Packs again, beside what answers, what will be sent many times. */
export async function tighten(entry: Entry): Promise<void> {
  const packed = await packTighter(plainBody(entry));
  entry.bodies.set(SMALLEST, packed);
  entry.tight = true;
}

/** The page as a visitor is given it. */
export const textOf = (entry: Entry, at: Date): string => bodyFor(entry, null, at).toString();

function bodyFor(entry: Entry, encoding: Encoding | null, at: Date): Buffer {
  if (entry.slotted) {
    const filled = Buffer.from(plainBody(entry).toString().replaceAll(SLOT, issueFormToken(at)));
    return encoding ? compress(encoding, filled) : filled;
  }
  const known = entry.bodies.get(encoding);
  if (known) return known;
  const plain = plainBody(entry);
  if (!encoding) return plain;
  const packed = compress(encoding, plain);
  entry.bodies.set(encoding, packed);
  return packed;
}

/** RFC 9110 §13.1.2: the comparison is weak. */
const isKnown = (asked: string | undefined, tag: string): boolean =>
  (asked ?? "").split(",").some((one) => [tag, "*"].includes(one.trim().replace(/^W\//, "")));

/** @param options.told what the cache did, as in RFC 9211 @param options.status instead of that of the entry */
export function sendEntry(
  request: IncomingMessage,
  response: ServerResponse,
  entry: Entry,
  { at, told, status = entry.status }: { at: Date; told: string; status?: number },
): void {
  const encoding = entry.compressible ? encodingFor(request.headers["accept-encoding"]?.toString()) : null;
  for (const name in entry.headers) response.setHeader(name, entry.headers[name] ?? "");
  response.setHeader("Cache-Status", told);
  if (entry.compressible) response.setHeader("Vary", "Accept-Encoding");
  if (status >= FAILED) response.setHeader("Cache-Control", "no-store");
  response.statusCode = status;
  if (!entry.slotted && status === OK) {
    const packing = encoding === "br" && entry.tight ? "tight" : encoding;
    const tag = `"${entry.digest}${packing ? `-${packing}` : ""}"`;
    response.setHeader("ETag", tag);
    if (isKnown(request.headers["if-none-match"], tag)) {
      response.statusCode = NOT_MODIFIED;
      response.removeHeader("Content-Type");
      response.end();
      return;
    }
  }
  const body = bodyFor(entry, encoding, at);
  if (encoding) response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}
