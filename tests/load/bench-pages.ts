import autocannon from "autocannon";
import { percentile, type Throughput } from "#tests/load/bench-registrations";
import { nginxWith } from "#tests/support/nginx";
import type { Portal } from "#tests/support/portal";
import { canPin, parentOf, pin, processorTime, quiet } from "#tests/support/processor";
import type { Witness } from "#tests/support/witness";

/**
 * `npm run bench -- pages`: the server and its database on one core, the client on another where both can be held.
 * Pages that are kept, beside the same page as a file of nginx; then what nobody kept: searches never asked before, and
 * the first drawing after an edit, in milliseconds of processor of the portal and of its database.
 */

const SERVER_CORE = 0;
const CLIENT_CORE = 1;
const CONNECTIONS = 16;
const COLD = 100;
const WARM_UP = 20;
const EDITS = 8;

const KEPT = [
  "/",
  "/besoins/definir-sa-strategie",
  "/ressources/apprendre-a-faire-alliance",
  "/ressources",
  "/webinaires",
];

/** Each page with the table whose rows are edited: a page that reads nothing new is not drawn again. */
const EDITED = [
  ["/", "Need"],
  ["/besoins/definir-sa-strategie", "Need"],
  ["/ressources", "Resource"],
  ["/webinaires", "Webinar"],
] as const;

export type Cold = { what: string; portalMs: number; databaseMs: number; p50: number; p99: number };

const GZIP = { "accept-encoding": "gzip" };

async function ask(url: string, seconds: number, what: string): Promise<Throughput> {
  await (await fetch(url, { headers: GZIP })).arrayBuffer();
  const asked = { url, connections: CONNECTIONS, duration: seconds, headers: GZIP };
  const { requests, latency, errors, non2xx } = await autocannon(asked);
  return { what, perSecond: requests.average, p50: latency.p50, p99: latency.p99, faults: errors + non2xx };
}

const pageOf = async (url: string): Promise<string> => (await fetch(url)).text();

/** Holds everybody on their core. @returns the process of the database */
async function settle(portal: Portal, database: Witness): Promise<number> {
  const [backend] = await database.rows<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const server = parentOf(backend?.pid ?? 0);
  if (!canPin()) return server;
  const backends = await database.rows<{ pid: number }>("SELECT pid FROM pg_stat_activity");
  for (const pid of [portal.pid, server, ...backends.map((each) => each.pid)]) pin(pid, SERVER_CORE);
  pin(process.pid, CLIENT_CORE);
  return server;
}

/** @returns rows of the portal, each followed by that of the same page as a file where nginx is installed */
export async function kept(portal: Portal, database: Witness, seconds: number): Promise<Throughput[]> {
  await settle(portal, database);
  const pages = new Map<string, string>();
  for (const address of KEPT) pages.set(`${address.slice(1) || "accueil"}.html`, await pageOf(portal.url + address));
  const nginx = await nginxWith(pages);
  if (canPin()) for (const pid of nginx?.pids() ?? []) pin(pid, SERVER_CORE);
  try {
    const rows = [await ask(`${portal.url}/livez`, seconds, "/livez")];
    for (const [index, file] of [...pages.keys()].entries()) {
      rows.push(await ask(portal.url + KEPT[index], seconds, KEPT[index] ?? ""));
      if (nginx) rows.push(await ask(`${nginx.url}/${file}`, seconds, "  as a file of nginx"));
    }
    return rows;
  } finally {
    await nginx?.stop();
  }
}

type Meter = () => { portal: number; database: number };

/** @param prepare what comes before each, and is not counted */
async function sample(
  what: string,
  times: number,
  meter: Meter,
  one: (number: number) => Promise<number>,
  prepare: () => Promise<unknown> = async () => {},
): Promise<Cold> {
  const spent = { portal: 0, database: 0 };
  const waits: number[] = [];
  for (let number = 0; number < times; number++) {
    await prepare();
    const before = meter();
    waits.push(await one(number));
    const after = meter();
    spent.portal += after.portal - before.portal;
    spent.database += after.database - before.database;
  }
  waits.sort((a, b) => a - b);
  const waited = { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) };
  return { what, portalMs: spent.portal / times, databaseMs: spent.database / times, ...waited };
}

const taken = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** What is drawn because nobody has kept it. Searches come first: an edit has pages drawn again for their own sake. */
export async function cold(portal: Portal, database: Witness): Promise<Cold[]> {
  const server = await settle(portal, database);
  const meter = () => ({ portal: processorTime(portal.pid), database: processorTime(server) });
  const get = (address: string) => taken(() => pageOf(portal.url + address));
  await quiet(portal.pid);
  for (let number = 0; number < WARM_UP; number++) await get(`/ressources?q=territoire+essai${number}`);
  const rows = [
    await sample("/livez", COLD, meter, () => get("/livez")),
    await sample("a search never asked", COLD, meter, (number) => get(`/ressources?q=territoire+mot${number}`)),
  ];
  for (const [address, table] of EDITED) {
    const edit = async () => {
      await quiet(portal.pid);
      await database.rows(`UPDATE "${table}" SET "summary" = "summary" || '.'`);
    };
    rows.push(await sample(`${address} after an edit`, EDITS, meter, () => get(address), edit));
  }
  return rows;
}

/** From the commit of an edit to the first answer that shows it. */
export async function visible(portal: Portal, database: Witness): Promise<{ p50: number; p99: number }> {
  const waits: number[] = [];
  for (let number = 0; number < EDITS; number++) {
    const words = `Relecture ${number}`;
    await database.rows(`UPDATE "Need" SET "question" = $1 WHERE "slug" = 'definir-sa-strategie'`, [words]);
    const until = async () => {
      while (!(await pageOf(`${portal.url}/besoins/definir-sa-strategie`)).includes(words));
    };
    waits.push(await taken(until));
  }
  waits.sort((a, b) => a - b);
  return { p50: percentile(waits, 0.5), p99: percentile(waits, 0.99) };
}
