import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import inject from "light-my-request";
import { renderToStaticMarkup } from "react-dom/server";
import { holdBody } from "#lib/edge/front/held-body";
import { ASKED } from "#lib/edge/front/request";
import { type Common, type Observation, observe } from "#lib/observation/page";
import { log } from "#lib/platform/log";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An answer as the pages give it, and what it is made of. */
export type Rendering = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
} & Observation;

const INTERNAL_ERROR = 500;

/**
 * Asks the pages for an address as nobody in particular: no header of a visitor reaches them, so that none can be in
 * what others are given.
 */
export async function render(
  pages: Handler,
  address: string,
  siteUrl: URL,
  at: Date,
  common: Common | null = null,
): Promise<Rendering> {
  const [path = "/"] = address.split("?", 1);
  const observation: Observation = {
    ...{ path, at, reads: [], timed: false, slotted: false },
    ...{ common, draw: renderToStaticMarkup },
  };
  let body: Buffer = Buffer.alloc(0);
  const answering = async (request: IncomingMessage, response: ServerResponse) => {
    // Taken as it is written: it would else be written as HTTP, copied, and made a text that nobody reads.
    holdBody(response, [
      (whole) => {
        body = whole;
        return Buffer.alloc(0);
      },
    ]);
    try {
      await pages(request, response);
    } catch (error) {
      log().error({ err: error, address }, "page failed");
      if (!response.headersSent) response.statusCode = INTERNAL_ERROR;
      response.end();
    }
  };
  const headers = {
    host: siteUrl.host,
    "x-forwarded-host": siteUrl.host,
    "x-forwarded-proto": siteUrl.protocol.slice(0, -1),
    [ASKED]: `GET ${address}`,
  };
  const { statusCode: status, headers: given } = await observe(observation, () =>
    inject((request, response) => void answering(request, response), { url: address, method: "GET", headers }),
  );
  return { ...observation, status, headers: given, body };
}
