import type { ServerResponse } from "node:http";

const NOT_FOUND = 404;
/** How the framework writes that a page called `notFound()`. */
const MISSING = 'E{"digest":"NEXT_HTTP_ERROR_FALLBACK;404"';

/** What scripts read in place of a page says that there is none with its content alone: the status says it too. */
export function tellMissing(response: ServerResponse): void {
  const { write, end } = { write: response.write.bind(response), end: response.end.bind(response) };
  const { writeHead } = { writeHead: response.writeHead.bind(response) };
  const held: Buffer[] = [];
  const hold = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) held.push(Buffer.from(chunk));
  };
  Object.assign(response, {
    writeHead: (status: number) => {
      response.statusCode = status;
      return response;
    },
    flushHeaders: () => {},
    write: (chunk: unknown, ...rest: unknown[]) => {
      hold(chunk);
      const done = rest.at(-1);
      if (typeof done === "function") queueMicrotask(() => done());
      return true;
    },
    end: (chunk: unknown) => {
      hold(chunk);
      const body = Buffer.concat(held);
      if (response.statusCode === 200 && body.includes(MISSING)) response.statusCode = NOT_FOUND;
      Object.assign(response, { writeHead, write, end });
      return end(body);
    },
  });
}
