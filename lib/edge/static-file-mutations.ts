import { readFile } from "node:fs/promises";
import path from "node:path";
import { builtFiles, STATIC_FOLDER } from "#lib/edge/front/static-files";
import { db } from "#lib/platform/db";

const KEPT_MS = 30 * 86_400_000;

/** Leaves the files of this build where the other machines find them, and removes those of builds long gone. */
export async function shareStaticFiles(at: Date): Promise<void> {
  const names = await builtFiles();
  const known = await db.staticFile.findMany({ where: { path: { in: names } }, select: { path: true } });
  const shared = new Set(known.map((file) => file.path));
  const files = names
    .filter((name) => !shared.has(name))
    .map(async (name) => ({ path: name, body: new Uint8Array(await readFile(path.join(STATIC_FOLDER, name))) }));
  await db.staticFile.createMany({ data: await Promise.all(files), skipDuplicates: true });
  await db.staticFile.updateMany({ where: { path: { in: names }, leftAt: { not: null } }, data: { leftAt: null } });
  await db.staticFile.updateMany({ where: { path: { notIn: names }, leftAt: null }, data: { leftAt: at } });
  await db.staticFile.deleteMany({ where: { leftAt: { lt: new Date(at.getTime() - KEPT_MS) } } });
}
