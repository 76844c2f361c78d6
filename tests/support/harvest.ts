import { readFile } from "node:fs/promises";
import path from "node:path";
import { harvest } from "#lib/jobs/harvest";
import { db } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { AT } from "#tests/support/clock";
import { makeCentre } from "#tests/support/factories";
import type { Pages } from "#tests/support/web-site";

/** Lets the portal read sites of this machine, or no longer. */
export function readLocalSites(local: boolean): void {
  if (local) process.env.LOCAL_SITES = "on";
  else delete process.env.LOCAL_SITES;
  rereadEnv();
}

export async function makeSource(url: string, centreId?: string) {
  const data = { centreId: centreId ?? (await makeCentre()).id, url, key: url, state: "waiting" } as const;
  return db.harvestSource.create({ data });
}

/** One passage, without its pauses. @returns the source as it is after it */
export async function passed(id: string, at = AT) {
  await harvest(id, { clock: () => at, pauseMs: 0 });
  return db.harvestSource.findUniqueOrThrow({ where: { id } });
}

export const proposals = () => db.harvestProposal.findMany({ orderBy: { url: "asc" } });

/** What a real WordPress 6.1 answered, at the address of another one. */
export async function recordedWordPress(origin: string): Promise<Pages> {
  const file = path.join(import.meta.dirname, "wordpress.json");
  return JSON.parse((await readFile(file, "utf8")).replaceAll("{origin}", origin)) as Pages;
}
