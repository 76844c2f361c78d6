import type { ServerResponse } from "node:http";

const OK = 200;
const NOT_FOUND = 404;

/** Keeps an answer back until it is whole. @param finish may change its status, and gives what is sent */
function holdBody(response: ServerResponse, finish: (body: Buffer) => Buffer): void {
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
      return real.end(finish(Buffer.concat(held)), done);
    },
  });
}

const MISSING = 'E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"';

/** What scripts read in place of a page says that there is none with its content alone: the status says it too. */
export const tellMissing = (response: ServerResponse): void =>
  holdBody(response, (body) => {
    if (response.statusCode === OK && body.includes(MISSING)) response.statusCode = NOT_FOUND;
    return body;
  });

const INVALID = "data-invalid=";

/** A form that comes back says so first in the title, which is read before anything else. */
export const tellInvalid = (response: ServerResponse): void =>
  holdBody(response, (body) => {
    const isPage = String(response.getHeader("content-type") ?? "").startsWith("text/html");
    if (!isPage || response.statusCode !== OK || !body.includes(INVALID)) return body;
    response.removeHeader("content-length");
    response.removeHeader("etag");
    return Buffer.from(body.toString().replace(/<title>(?!Erreur)/, "<title>Erreur\u00A0: "));
  });
