import type { Account } from "#lib/auth/editor";
import type { Transaction } from "#lib/platform/db";

/** What is written in the journal: names of what changed, never a personal datum. */
export type AuditRecord = {
  /** « need.publish », « registrants.export »… */
  action: string;
  noun: string;
  target: string;
  details?: Record<string, string | number | boolean | string[]>;
  /** Instant of the act; the database's clock by default. */
  at?: Date;
};

/**
 * Writes an entry of the journal in the transaction of what it tells: both are kept, or neither.
 * @param account who acted; null when the system did
 */
export async function recordAudit(tx: Transaction, account: Account | null, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({ data: { ...record, details: record.details ?? {}, userId: account?.userId ?? null } });
}
