declare module "negotiator" {
  import type { IncomingMessage } from "node:http";

  /** The part of its API that is used here; the package carries no types. */
  export default class Negotiator {
    constructor(request: Pick<IncomingMessage, "headers">);
    encoding(available: readonly string[], options: { preferred: readonly string[] }): string | undefined;
  }
}
