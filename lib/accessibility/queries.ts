import { levelLabels } from "#lib/accessibility/labels";
import { type Counts, conformityOf, inOrder } from "#lib/accessibility/rules";
import type { Finding } from "#lib/accessibility/schema";
import { db, type Transaction } from "#lib/platform/db";

const columns = { number: true, state: true, note: true, evaluatedAt: true } as const;

/** What was evaluated, in the order of the reference. */
export const listFindings = async (client: Transaction = db): Promise<Finding[]> =>
  inOrder(await client.accessibilityCriterion.findMany({ select: columns }));

async function countStates(): Promise<Counts> {
  const rows = await db.accessibilityCriterion.groupBy({ by: "state", _count: true });
  const counts = Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
  return { met: 0, unmet: 0, not_applicable: 0, ...counts };
}

/** What may be said of the site by law, in words: « non conforme ». */
export const findStanding = async (): Promise<string> => levelLabels[conformityOf(await countStates()).level];
