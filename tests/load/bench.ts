import { randomBytes } from "node:crypto";
import autocannon from "autocannon";
import type { Share, Throughput } from "#tests/load/bench-registrations";
import { dataFolder, removeFolder, startPortal } from "#tests/support/portal";
import { witness } from "#tests/support/witness";

/**
 * `npm run bench`: how fast the real portal answers on this machine, the client included.
 * `npm run bench -- registrations` asks for registrations only, and tells where their time goes.
 * Absolute speeds depend on the machine and on its load; the ratio to /livez, taken in the same run, does not.
 * BENCH_SECONDS is how long each address is asked for, 5 by default.
 */

const SECONDS = Number(process.env.BENCH_SECONDS) || 5;
const CONNECTIONS = 16;

const ADDRESSES = [
  "/livez",
  "/",
  "/besoins/definir-sa-strategie",
  "/centres",
  "/ressources",
  "/ressources?q=coconstruction",
  "/webinaires",
];

async function ask(portalUrl: string, address: string): Promise<Throughput> {
  const url = portalUrl + address;
  await fetch(url);
  const { requests, latency, errors, non2xx } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  return { what: address, perSecond: requests.average, p50: latency.p50, p99: latency.p99, faults: errors + non2xx };
}

function print(rows: Throughput[]): void {
  const yardstick = rows[0]?.perSecond || 1;
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  process.stdout.write(
    `\n${"".padEnd(32)}${["/s", "of /livez", "p50 ms", "p99 ms", "faults"].map((head) => cell(head, 11)).join("")}\n`,
  );
  for (const { what, perSecond, p50, p99, faults } of rows) {
    const share = `${((100 * perSecond) / yardstick).toFixed(1)} %`;
    const cells = [Math.round(perSecond), share, Math.round(p50), Math.round(p99), faults];
    process.stdout.write(`${what.padEnd(32)}${cells.map((value) => cell(value, 11)).join("")}\n`);
  }
}

function printShares(shares: Share[]): void {
  process.stdout.write("\nWhere the time of a registration goes, one person at a time:\n");
  for (const { what, ms, share } of shares) {
    process.stdout.write(
      `${what.padEnd(48)}${ms.toFixed(1).padStart(8)} ms${(100 * share).toFixed(0).padStart(6)} %\n`,
    );
  }
}

const onlyRegistrations = process.argv.includes("registrations");
// This process asks the same code for the same registrations: it reads the same settings.
Object.assign(process.env, { APP_ENV: "test", SESSION_SECRET: randomBytes(32).toString("hex") });
const dataDir = await dataFolder();
process.stdout.write("Starting the portal…\n");
const portal = await startPortal({ dataDir });
process.env.DATABASE_URL = portal.databaseUrl;
const database = await witness(portal.databaseUrl);
try {
  // The client of the database may not exist before the portal has started.
  const { shares, throughput } = await import("#tests/load/bench-registrations");
  const rows: Throughput[] = [];
  for (const address of onlyRegistrations ? ADDRESSES.slice(0, 1) : ADDRESSES) {
    process.stdout.write(`${address} for ${SECONDS} s…\n`);
    rows.push(await ask(portal.url, address));
  }
  process.stdout.write(`registrations for ${SECONDS} s…\n`);
  rows.push(await throughput(portal.url, database, SECONDS));
  print(rows);
  if (onlyRegistrations) printShares(await shares(portal.url, database));
  if (rows.some(({ faults }) => faults > 0)) process.exitCode = 1;
} finally {
  await database.end();
  await portal.stop();
  await removeFolder(dataDir);
}
