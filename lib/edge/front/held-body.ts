import type { ServerResponse } from "node:http";
import { compress, type Encoding, encodingFor, isCompressible } from "#lib/edge/front/compression";
import { withoutScripts } from "#lib/edge/front/scripts";
import { tellFaults } from "#lib/edge/returned-forms/tell-faults";

const OK = 200;
const PARTIAL_CONTENT = 206;
const NOT_FOUND = 404;

/** What is done to a body once it is whole; it may change the status too. */
export type Finish = (body: Buffer, response: ServerResponse) => Buffer;

const typeOf = (response: ServerResponse) => String(response.getHeader("content-type") ?? "");

/** The length, the tag and the encoding that are true of what is sent. A part of a file is sent as it is. */
function pack(body: Buffer, response: ServerResponse, accepted: string | undefined): Buffer {
  const length = body.length || Number(response.getHeader("content-length") ?? 0);
  if (response.statusCode === PARTIAL_CONTENT || response.hasHeader("content-encoding")) return body;
  const compressible = isCompressible(typeOf(response), length);
  const encoding = compressible ? encodingFor(accepted) : null;
  if (compressible) tellVary(response);
  if (encoding) tellEncoding(response, encoding);
  const packed = encoding && body.length > 0 ? compress(encoding, body) : body;
  if (packed.length > 0) response.setHeader("Content-Length", packed.length);
  else if (encoding) response.removeHeader("content-length");
  return packed;
}

function tellVary(response: ServerResponse): void {
  const vary = [response.getHeader("vary") ?? []].flat().join(", ");
  if (!/accept-encoding/i.test(vary)) response.setHeader("Vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding");
}

/** A strong tag may not name two sequences of bytes (RFC 9110 §8.8.1). */
function tellEncoding(response: ServerResponse, encoding: Encoding): void {
  response.setHeader("Content-Encoding", encoding);
  const tag = response.getHeader("etag");
  if (typeof tag === "string" && !tag.startsWith("W/")) response.setHeader("ETag", `W/${tag}`);
}

/** Keeps an answer back until it is whole, finishes it and compresses it. @param accepted what its reader can unpack */
export function holdBody(response: ServerResponse, finishes: readonly Finish[], accepted?: string): void {
  const real = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const held: Buffer[] = [];
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      response.statusCode = status;
      const headers = rest.at(-1);
      if (headers && typeof headers === "object" && !Array.isArray(headers))
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return response;
    },
    flushHeaders: () => {},
    write: (chunk: unknown, ...rest: unknown[]) => {
      hold(chunk);
      const done = rest.at(-1);
      if (typeof done === "function") queueMicrotask(() => done());
      return true;
    },
    end: (chunk: unknown, ...rest: unknown[]) => {
      hold(chunk);
      Object.assign(response, real);
      const done = [chunk, ...rest].find((one) => typeof one === "function") as (() => void) | undefined;
      const whole = finishes.reduce((body, finish) => finish(body, response), Buffer.concat(held) as Buffer);
      return real.end(pack(whole, response, accepted), done);
    },
  });
}

const MISSING = 'E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"';

/** What scripts read in place of a page says that there is none with its content alone: the status says it too. */
export const tellMissing: Finish = (body, response) => {
  if (response.statusCode === OK && body.includes(MISSING)) response.statusCode = NOT_FOUND;
  return body;
};

/** Another document takes its place: what was said of the bytes of the first is no longer true. */
const inDocument =
  (rewrite: (html: string, response: ServerResponse) => string): Finish =>
  (body, response) => {
    if (body.length === 0 || !typeOf(response).startsWith("text/html")) return body;
    const html = body.toString();
    const rewritten = rewrite(html, response);
    if (rewritten === html) return body;
    response.removeHeader("etag");
    return Buffer.from(rewritten);
  };

export const tellInvalid: Finish = inDocument((html, { statusCode }) => (statusCode === OK ? tellFaults(html) : html));

export const leaveScripts: Finish = inDocument(withoutScripts);
