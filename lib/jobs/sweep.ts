import type { PgBoss } from "pg-boss";
import { MAIL_QUEUE } from "#lib/mail/outbox";
import { waitingMails } from "#lib/mail/queries";
import { db } from "#lib/platform/db";
import { log } from "#lib/platform/log";
import { anonymiseExpired } from "#lib/privacy/mutations";

const MINUTE_MS = 60_000;
const BATCH = 500;

/** Writes a job for each waiting message that has none left; the queue ignores those whose job is alive. */
async function sendAgain(boss: PgBoss, at: Date): Promise<void> {
  const before = new Date(at.getTime() - MINUTE_MS);
  let batch = await waitingMails(before, BATCH);
  while (batch.length) {
    await boss.insert(
      MAIL_QUEUE,
      batch.map((id) => ({ data: { id }, singletonKey: id })),
    );
    batch = await waitingMails(before, BATCH, batch.at(-1));
  }
}

/**
 * What is done every minute: messages without a job get one, ended sessions and what was kept long enough are forgotten.
 * @param options.deliver whether this worker delivers messages
 * @param at the present instant
 */
export async function sweep(boss: PgBoss, options: { deliver: boolean }, at: Date): Promise<void> {
  if (options.deliver) await sendAgain(boss, at);
  await db.userSession.deleteMany({ where: { expiresAt: { lt: at } } });
  const anonymised = await anonymiseExpired(at);
  if (anonymised) log().info({ anonymised }, "retention");
}
