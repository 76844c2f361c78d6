import autocannon from "autocannon";
import { memoryOf } from "#tests/support/memory";
import type { Portal } from "#tests/support/portal";
import { parentOf } from "#tests/support/processor";
import type { Witness } from "#tests/support/witness";

/** `npm run bench -- memory`: mebibytes (PSS) that the portal and its database hold, at the start and after a crowd. */

const PAGES = 16_000;
const SEARCHES = 300;
const CONNECTIONS = 16;

export type Held = { when: string; portal: number; database: number };

const GZIP = { "accept-encoding": "gzip" };

/** Each page of the sitemap in turn, then searches that nobody asked before. */
export async function held(portal: Portal, database: Witness): Promise<Held[]> {
  const [backend] = await database.rows<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = parentOf(backend?.pid ?? 0);
  const now = (when: string): Held => {
    const both = memoryOf([portal.pid, server]);
    const own = memoryOf([server]);
    return { when, portal: both - own, database: own };
  };
  const ask = (paths: string[], amount: number) =>
    autocannon({
      url: portal.url,
      connections: CONNECTIONS,
      amount,
      requests: paths.map((path) => ({ path, headers: GZIP })),
    });
  const atStart = now("at the start");
  const map = await (await fetch(`${portal.url}/sitemap.xml`)).text();
  const pages = [...map.matchAll(/<loc>https?:\/\/[^/<]+([^<]*)<\/loc>/g)].map(([, path]) => path || "/");
  await ask(pages, PAGES);
  const afterPages = now(`after ${PAGES} pages`);
  await ask(
    Array.from({ length: SEARCHES }, (_, number) => `/ressources?q=territoire+mot${number}`),
    SEARCHES,
  );
  return [atStart, afterPages, now(`and ${SEARCHES} searches`)];
}
