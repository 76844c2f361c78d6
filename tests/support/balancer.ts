import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pause } from "#tests/support/chance";

/**
 * A balancer that gives each request to the next portal which says that it is ready, and tries none again. One is out
 * once it has said otherwise three times; when all are, as on a machine that is too busy, to the one that said so least.
 */
export type Balancer = {
  url: string;
  /** Where those who ask come from; it may be changed. */
  visitor: string;
  /** The portal that answered each request, in order. */
  led: string[];
  /** What it could not hand over, in words. */
  failures: string[];
  stop(): Promise<void>;
};

const LOOK_MS = 100;
const FALL = 3;

/** @param portals their addresses, asked anew at each request */
export async function startBalancer(portals: () => string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const led: string[] = [];
  const failures: string[] = [];
  const refusals = new Map<string, number>();
  let turn = 0;
  let open = true;

  const look = async (url: string) => {
    const ok = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    refusals.set(url, ok ? 0 : (refusals.get(url) ?? FALL) + 1);
  };
  const looking = new Map<string, Promise<void>>();
  const watching = (async () => {
    while (open) {
      for (const url of portals())
        if (!looking.has(url))
          looking.set(
            url,
            look(url).finally(() => looking.delete(url)),
          );
      await pause(LOOK_MS);
    }
    await Promise.all(looking.values());
  })();

  function next(): string | undefined {
    const known = portals().map((url) => ({ url, count: refusals.get(url) ?? FALL }));
    const least = Math.min(...known.map(({ count }) => count));
    const open = known.filter(({ count }) => count < FALL || count === least);
    return open[turn++ % open.length]?.url;
  }

  function lead(request: IncomingMessage, response: ServerResponse): void {
    const portal = next();
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
    const headers = { ...request.headers, "x-forwarded-for": balancer.visitor, connection: "keep-alive" };
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
  const balancer: Balancer = {
    visitor: "203.0.113.9",
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
  return balancer;
}
