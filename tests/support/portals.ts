import { afterAll, beforeAll } from "vitest";
import { disconnect } from "#lib/platform/db";
import { closeQueue } from "#lib/platform/queue";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { type Witness, witness } from "#tests/support/witness";

/** Several processes of the portal on one database, as when one machine is not enough. */
export type Portals = { urls: string[]; database: Witness };

/** Another process of the portal, beside one that runs, on the same database. It serves pages only. */
export const startBeside = (first: Portal, dataDir: string, env: Record<string, string> = {}): Promise<Portal> =>
  startPortal({ dataDir, env: { DATABASE_URL: first.databaseUrl, ROLE: "web", ...env } });

/**
 * Starts processes before the tests of a file, and ends them after.
 * @param others settings of each process beside the first
 */
export function withPortals(others: Record<string, string>[]): Portals {
  const opened = {} as Portals;
  const portals: Portal[] = [];
  let dataDir = "";
  beforeAll(async () => {
    dataDir = await dataFolder();
    const first = await startPortal({ dataDir });
    portals.push(first);
    for (const env of others) portals.push(await startBeside(first, dataDir, env));
    // What tests ask of the code itself, beside the processes, goes to the same database.
    process.env.DATABASE_URL = first.databaseUrl;
    Object.assign(opened, { urls: portals.map(({ url }) => url), database: await witness(first.databaseUrl) });
  });
  afterAll(async () => {
    await closeQueue();
    await disconnect();
    await opened.database?.end();
    for (const portal of portals.toReversed()) await portal.stop();
    await removeFolder(dataDir);
  });
  return opened;
}
