import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import { proposedSlug } from "#lib/edit-forms/fields";
import { DECIDED_FROM, draftOf } from "#lib/harvest/proposals/rules";
import type { Decision } from "#lib/harvest/proposals/schema";
import { db, isDuplicate, type Transaction } from "#lib/platform/db";
import { freeSlug } from "#lib/platform/text";
import { saveResourceIn } from "#lib/resources/mutations";

const MOST_TRIES = 5;

async function slugFor(tx: Transaction, title: string): Promise<string> {
  const wished = proposedSlug(title) || "ressource";
  const rows = await tx.resource.findMany({ where: { slug: { startsWith: wished } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  return freeSlug(wished, (slug) => taken.has(slug));
}

const claim = async (tx: Transaction, id: string, act: Decision) => {
  const where = { id, status: DECIDED_FROM[act], ...(act === "seen" && { changedAt: { not: null } }) };
  const data = {
    accept: { status: "accepted" },
    refuse: { status: "refused" },
    restore: { status: "pending" },
    seen: { changedAt: null },
  } as const;
  return (await tx.harvestProposal.updateMany({ where, data: data[act] })).count > 0;
};

async function makeDraft(tx: Transaction, editor: Editor, id: string, at: Date): Promise<void> {
  const proposal = await tx.harvestProposal.findUniqueOrThrow({
    where: { id },
    include: { source: { include: { centre: { select: { name: true, audiences: true } } } } },
  });
  const draft = draftOf(proposal, await slugFor(tx, proposal.title));
  const saved = await saveResourceIn(tx, editor, draft, at);
  if (!saved.ok) throw new Error(`the draft was refused: ${saved.reason}`);
  await tx.harvestProposal.update({ where: { id }, data: { resourceId: saved.id } });
}

/** Another resource may take the address of a draft between its choice and its writing: it is chosen again. */
async function decideOne(editor: Editor, id: string, act: Decision, at: Date, tries = 1): Promise<boolean> {
  try {
    return await db.$transaction(async (tx) => {
      if (!(await claim(tx, id, act))) return false;
      if (act === "accept") await makeDraft(tx, editor, id, at);
      await recordAudit(tx, editor, { action: `harvest.${act}`, noun: "harvest", target: id, at });
      return true;
    });
  } catch (error) {
    if (isDuplicate(error) && tries < MOST_TRIES) return decideOne(editor, id, act, at, tries + 1);
    throw error;
  }
}

/**
 * Decides of proposals, each whole: what is accepted has its draft, what is refused never comes back.
 * @returns how many; of the others a colleague had decided before
 */
export async function decide(editor: Editor, ids: readonly string[], act: Decision, at: Date): Promise<number> {
  let count = 0;
  for (const id of ids) if (await decideOne(editor, id, act, at)) count += 1;
  return count;
}
