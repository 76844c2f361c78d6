import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { addressKey } from "#lib/crawl/address";
import { nextPassage, STUCK_MS } from "#lib/harvest/rules";
import { HARVEST_QUEUE, type NewSource, type SourceAct } from "#lib/harvest/schema";
import { db, isDangling, isDuplicate, type Transaction } from "#lib/platform/db";
import { enqueue, prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import type { Prisma } from "#prisma/client";

const ask = (tx: Transaction, id: string) => enqueue(tx, HARVEST_QUEUE, [{ data: { id }, key: id, priority: 0 }]);

/** `known`: this site is harvested already. `unknown`: the centre is gone. */
export async function addSource(
  editor: Editor,
  { centreId, url }: NewSource,
  at: Date,
): Promise<Result<{ id: string }, "known" | "unknown">> {
  await prepareQueue();
  try {
    return await db.$transaction(async (tx) => {
      const data = { centreId, url, key: addressKey(url), state: "waiting", nextAt: nextPassage(at) } as const;
      const { id } = await tx.harvestSource.create({ data, select: { id: true } });
      await ask(tx, id);
      await recordAudit(tx, editor, { action: "harvest.source-add", noun: "harvest", target: id, at });
      return { ok: true, id };
    });
  } catch (error) {
    if (isDuplicate(error)) return { ok: false, reason: "known" };
    if (isDangling(error)) return { ok: false, reason: "unknown" };
    throw error;
  }
}

const change = async (tx: Transaction, id: string, act: SourceAct, at: Date): Promise<boolean> => {
  const where = { id };
  if (act === "delete") return (await tx.harvestSource.deleteMany({ where })).count > 0;
  if (act === "pause") return (await tx.harvestSource.updateMany({ where, data: { nextAt: null } })).count > 0;
  if (act === "resume")
    return (await tx.harvestSource.updateMany({ where, data: { nextAt: nextPassage(at) } })).count > 0;
  const stuck = new Date(at.getTime() - STUCK_MS);
  const free: Prisma.HarvestSourceWhereInput[] = [{ state: { not: "running" } }, { startedAt: { lt: stuck } }];
  await tx.harvestSource.updateMany({ where: { id, OR: free }, data: { state: "waiting" } });
  if (!(await tx.harvestSource.count({ where }))) return false;
  // Asked for twice, or while it runs, a passage is made once.
  await ask(tx, id);
  return true;
};

/** Asks for a passage now, pauses, resumes or forgets a source; what was accepted of it stays. `unknown`: it is gone. */
export async function changeSource(
  editor: Editor,
  id: string,
  act: SourceAct,
  at: Date,
): Promise<Result<object, "unknown">> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    if (!(await change(tx, id, act, at))) return { ok: false, reason: "unknown" };
    await recordAudit(tx, editor, { action: `harvest.source-${act}`, noun: "harvest", target: id, at });
    return { ok: true };
  });
}
