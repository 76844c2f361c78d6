import { randomBytes } from "node:crypto";
import autocannon from "autocannon";
import { freePort } from "#lib/platform/embedded-postgres";
import type { Outage, Pace } from "#tests/load/bench-outage";
import type { Cold } from "#tests/load/bench-pages";
import type { Share, Throughput } from "#tests/load/bench-registrations";
import { dataFolder, removeFolder, startPortal } from "#tests/support/portal";
import { witness } from "#tests/support/witness";

/**
 * `npm run bench`: how fast the real portal answers on this machine, the client included.
 * `npm run bench -- pages` asks for pages, kept and not, with the server on one core and the client on another.
 * `npm run bench -- memory` tells what the portal and its database hold.
 * `npm run bench -- registrations` asks for registrations only, and tells where their time goes.
 * `npm run bench -- outage` tells what a mail server that is away changes to them.
 * `npm run bench -- back-office` asks for each screen of the team among 20,000 resources and 100,000 registrations.
 * `npm run bench -- weight` tells what each kind of page weighs on a phone, and which bars it misses.
 * `npm run bench -- linear` tells how much longer what reads the texts of others takes when they are eight times as long.
 * `npm run bench -- search` asks for words among 20,000 and 200,000 documents, in a database of its own.
 * Absolute speeds depend on the machine and on its load; ratios taken in the same run do not.
 * BENCH_SECONDS is how long each address is asked for, and each round lasts, 5 by default.
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

function printOutage({ answering, away, ratio, people }: Outage): void {
  const line = (what: string, { p50, p95 }: Pace, digits: number) =>
    `${what.padEnd(40)}${[p50, p95].map((figure) => figure.toFixed(digits).padStart(9)).join("")}\n`;
  process.stdout.write(
    `\n${`${people} registrations`.padEnd(40)}${["p50", "p95"].map((head) => head.padStart(9)).join("")}\n` +
      line("mail server answering, ms", answering, 1) +
      line("mail server away, ms", away, 1) +
      line("away / answering, median of the pairs", ratio.median, 2) +
      line("  lower quartile", ratio.lower, 2) +
      line("  upper quartile", ratio.upper, 2),
  );
}

function printCold(rows: Cold[]): void {
  const yardstick = rows[0]?.portalMs || 1;
  const head = ["portal, ms", "of /livez", "database, ms", "p50 ms", "p99 ms"];
  process.stdout.write(
    `\nProcessor that one answer takes\n${"".padEnd(46)}${head.map((one) => one.padStart(14)).join("")}\n`,
  );
  for (const { what, portalMs, databaseMs, p50, p99 } of rows) {
    const cells = [
      portalMs.toFixed(1),
      `× ${(portalMs / yardstick).toFixed(0)}`,
      databaseMs.toFixed(1),
      p50.toFixed(0),
      p99.toFixed(0),
    ];
    process.stdout.write(`${what.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join("")}\n`);
  }
}

/** @returns how many answers were not as they should be */
async function benchKept(): Promise<number> {
  const { cold, kept, visible } = await import("#tests/load/bench-pages");
  say(`pages that are kept, ${SECONDS} s each…\n`);
  const rows = await kept(portal, database, SECONDS);
  print(rows);
  say("\npages that are not…\n");
  printCold(await cold(portal, database));
  const { p50, p99 } = await visible(portal, database);
  say(`\nfrom an edit to a page that shows it: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`);
  return rows.reduce((sum, { faults }) => sum + faults, 0);
}

/** @returns no fault: it tells */
async function benchMemory(): Promise<number> {
  const { held } = await import("#tests/load/bench-memory");
  for (const { when, portal: own, database: its } of await held(portal, database))
    say(`${when.padEnd(24)} portal ${own.toFixed(0)} + database ${its.toFixed(0)} = ${(own + its).toFixed(0)} MB\n`);
  return 0;
}

/** @returns how many were not registered */
async function benchOutage(smtpPort: number): Promise<number> {
  const { outage } = await import("#tests/load/bench-outage");
  const measured = await outage(portal.url, database, { smtpPort, seconds: SECONDS, progress: say });
  printOutage(measured);
  return measured.faults;
}

/** @returns how many answers were not as they should be */
async function benchPages(): Promise<number> {
  const { shares, throughput } = await import("#tests/load/bench-registrations");
  const rows: Throughput[] = [];
  for (const address of asked === "registrations" ? ADDRESSES.slice(0, 1) : ADDRESSES) {
    say(`${address} for ${SECONDS} s…\n`);
    rows.push(await ask(portal.url, address));
  }
  say(`registrations for ${SECONDS} s…\n`);
  const registrations = await throughput(portal, database, SECONDS);
  rows.push(registrations);
  print(rows);
  const { portalMs, databaseMs } = registrations;
  say(`processor of one registration: portal ${portalMs.toFixed(1)} ms, database ${databaseMs.toFixed(1)} ms\n`);
  if (asked === "registrations") printShares(await shares(portal.url, database));
  return rows.reduce((sum, { faults }) => sum + faults, 0);
}

/** @returns how many answers were not as they should be */
async function benchBackOffice(): Promise<number> {
  const { backOffice } = await import("#tests/load/bench-back-office");
  const { rows, faults } = await backOffice(portal, database, say);
  say(`\n${"".padEnd(46)}${["p50 ms", "p95 ms"].map((head) => head.padStart(10)).join("")}\n`);
  if (faults > 0) say(`${faults} answers were not as they should be\n`);
  for (const { what, p50, p95 } of rows)
    say(`${what.padEnd(46)}${[p50, p95].map((ms) => ms.toFixed(0).padStart(10)).join("")}\n`);
  return faults;
}

/** A WordPress as it is installed, where it is, with the one post that it comes with; its server does not compress. */
async function weighWordPress() {
  const { noWordPress, startWordPress } = await import("#tests/support/wordpress");
  const { weights } = await import("#tests/load/bench-weight");
  if (noWordPress) return [];
  const site = await startWordPress();
  try {
    const [home] = await weights(site.url, say, ["/"]);
    return home ? [{ ...home, address: "WordPress, as it is installed, not compressed" }] : [];
  } finally {
    await site.stop();
  }
}

/** @returns how many pages miss a bar */
async function benchWeight(): Promise<number> {
  const { missed, tableOf, weights } = await import("#tests/load/bench-weight");
  const rows = await weights(portal.url, say);
  say(`\n${tableOf([...rows, ...(await weighWordPress())])}`);
  return rows.filter((row) => missed(row).length > 0).length;
}

/** @returns how many readers are slower than linear, and one more when that would not have been seen */
async function benchLinear(): Promise<number> {
  const { growths, MOST_SPEECHES, MOST_TIMES, speeches } = await import("#tests/load/bench-linear");
  say(`times as long for a text eight times as long; the square takes 64, ${MOST_TIMES} is too much\n`);
  const { readers, square } = await growths();
  const captions = await speeches();
  for (const { what, times, on } of [...readers, square, captions])
    say(`${what.padEnd(32)}${times.toFixed(1).padStart(8)}  on ${JSON.stringify(on)}\n`);
  const slow = readers.filter(({ times }) => times >= MOST_TIMES).length;
  return slow + Number(square.times < MOST_TIMES) + Number(captions.times >= MOST_SPEECHES);
}

const BENCHES: Record<string, () => Promise<number>> = {
  outage: () => benchOutage(smtpPort),
  pages: benchKept,
  "back-office": benchBackOffice,
  memory: benchMemory,
  weight: benchWeight,
};

const say = (text: string) => void process.stdout.write(text);
const [, , asked] = process.argv;
if (asked === "search") {
  const { benchSearch } = await import("#tests/load/bench-search");
  await benchSearch(say);
  process.exit();
}
// This process asks the same code for the same registrations: it reads the same settings.
Object.assign(process.env, { APP_ENV: "test", SESSION_SECRET: randomBytes(32).toString("hex") });
if (asked === "linear") process.exit((await benchLinear()) > 0 ? 1 : 0);
const [dataDir, smtpPort] = await Promise.all([dataFolder(), freePort()]);
say("Starting the portal…\n");
const portal = await startPortal({
  dataDir,
  env: asked === "outage" ? { SMTP_URL: `smtp://127.0.0.1:${smtpPort}` } : {},
});
// The client of the database may not exist before the portal has started: what holds it is imported after.
process.env.DATABASE_URL = portal.databaseUrl;
const database = await witness(portal.databaseUrl);
try {
  const faults = await (BENCHES[asked ?? ""] ?? benchPages)();
  if (faults > 0) process.exitCode = 1;
} finally {
  await database.end();
  await portal.stop();
  await removeFolder(dataDir);
}
