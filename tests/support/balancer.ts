import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pause } from "#tests/support/chance";

/** A balancer that gives each request to the next portal which says that it is ready, and tries none again. */
export type Balancer = {
  url: string;
  /** The portal that answered each request, in order. */
  led: string[];
  /** What it could not hand over, in words. */
  failures: string[];
  stop(): Promise<void>;
};

const LOOK_MS = 100;

/** @param portals their addresses, asked anew at each request */
export async function startBalancer(portals: () => string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const led: string[] = [];
  const failures: string[] = [];
  let ready: string[] = [];
  let turn = 0;
  let open = true;

  const isReady = (url: string) =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const watching = (async () => {
    while (open) {
      const asked = portals();
      const answers = await Promise.all(asked.map(isReady));
      ready = asked.filter((_, index) => answers[index]);
      await pause(LOOK_MS);
    }
  })();

  function lead(request: IncomingMessage, response: ServerResponse): void {
    const portal = ready[turn++ % ready.length];
    const fail = (why: string) => {
      failures.push(`${request.method} ${request.url}: ${why}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    };
    if (!portal) {
      fail("nobody is ready");
      return;
    }
    const { hostname, port } = new URL(portal);
    const headers = { ...request.headers, "x-forwarded-for": "203.0.113.9", connection: "keep-alive" };
    const onward = ask({ agent, hostname, port, path: request.url, method: request.method, headers }, (answer) => {
      led.push(portal);
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once("error", (error) => fail(error.message));
      answer.pipe(response);
    });
    onward.once("error", (error) => fail(`${portal} ${error.message}`));
    request.pipe(onward);
  }

  const server = createServer(lead);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    led,
    failures,
    async stop() {
      open = false;
      await watching;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      agent.destroy();
    },
  };
}
