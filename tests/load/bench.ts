import autocannon from "autocannon";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { dataFolder, removeFolder, startPortal } from "#tests/support/portal";
import { type Witness, witness } from "#tests/support/witness";

/**
 * `npm run bench`: how fast the real portal answers on this machine, the client included.
 * Absolute speeds depend on the machine and on its load; the ratio to /livez, taken in the same run, does not.
 * BENCH_SECONDS is how long each address is asked for, 5 by default.
 */

const SECONDS = Number(process.env.BENCH_SECONDS) || 5;
const CONNECTIONS = 16;
const PEOPLE_AT_ONCE = 8;

const ADDRESSES = [
  "/livez",
  "/",
  "/besoins/definir-sa-strategie",
  "/centres",
  "/ressources",
  "/ressources?q=coconstruction",
  "/webinaires",
];

type Row = { what: string; perSecond: number; p50: number; p99: number; faults: number };

async function ask(portalUrl: string, address: string): Promise<Row> {
  const url = portalUrl + address;
  await fetch(url);
  const { requests, latency, errors, non2xx } = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS });
  return { what: address, perSecond: requests.average, p50: latency.p50, p99: latency.p99, faults: errors + non2xx };
}

const percentile = (sorted: number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

/** People who register one after the other, several at once, on a session without limit. */
async function registerAll(portalUrl: string, database: Witness): Promise<Row> {
  const [slug = ""] = await database.upcoming();
  const form = await registrationForm(portalUrl, slug);
  const times: number[] = [];
  let faults = 0;
  const end = performance.now() + SECONDS * 1000;
  const one = async (name: number) => {
    for (let number = 1; performance.now() < end; number++) {
      const started = performance.now();
      const answer = await form.submit(person(`banc.${name}.${number}`));
      times.push(performance.now() - started);
      if (verdict(answer) !== "in") faults += 1;
    }
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, (_, name) => one(name)));
  times.sort((a, b) => a - b);
  const perSecond = times.length / SECONDS;
  return { what: "registrations", perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99), faults };
}

function print(rows: Row[]): void {
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

const dataDir = await dataFolder();
process.stdout.write("Starting the portal…\n");
const portal = await startPortal({ dataDir });
const database = await witness(portal.databaseUrl);
try {
  const rows: Row[] = [];
  for (const address of ADDRESSES) {
    process.stdout.write(`${address} for ${SECONDS} s…\n`);
    rows.push(await ask(portal.url, address));
  }
  process.stdout.write(`registrations for ${SECONDS} s…\n`);
  rows.push(await registerAll(portal.url, database));
  print(rows);
  if (rows.some(({ faults }) => faults > 0)) process.exitCode = 1;
} finally {
  await database.end();
  await portal.stop();
  await removeFolder(dataDir);
}
