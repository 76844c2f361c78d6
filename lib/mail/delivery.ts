import { isPermanent, type MailTransport } from "#lib/mail/transport";
import { db, type Transaction } from "#lib/platform/db";
import { log } from "#lib/platform/log";

/**
 * Tries after which a message that always meets an accident is given up: about 72 hours at the queue's pace,
 * which doubles from 5 seconds and stays at 15 minutes from the ninth try on.
 */
export const MAX_ATTEMPTS = 294;

/** Longer than the mail server is given to answer, so that the claim outlives the conversation. */
const CLAIM_TIMEOUT_MS = 90_000;

/** What became of a message: out of our hands, refused for good, or to be tried again. */
export type Delivery = "settled" | "refused" | "again";

/** The last segment of a personal address: 32 random bytes in base64url. */
const TOKEN = /(?<=\/)[\w-]{43}(?![\w-])/g;

/** Personal links lose their secret once they have reached their owner: the outbox keeps the text, not the power. */
const strikeOut = (body: string) => body.replace(TOKEN, "•••");

/**
 * Delivers a message, after those of the same registration that wait before it: a cancellation never overtakes
 * the invitation that it withdraws.
 * @param clock the present instant, asked once the server has answered
 * @returns « again » when an accident happened or another worker holds the message
 */
export async function deliverMail(id: string, transport: MailTransport, clock: () => Date): Promise<Delivery> {
  const mail = await db.outgoingMail.findUnique({ where: { id }, select: { registrationId: true } });
  if (!mail) return "settled";
  for (const earlier of await waitingBefore(id, mail.registrationId)) {
    if ((await deliverOne(earlier, transport, clock)) === "again") return "again";
  }
  return deliverOne(id, transport, clock);
}

async function waitingBefore(id: string, registrationId: string | null): Promise<string[]> {
  if (!registrationId) return [];
  const rows = await db.outgoingMail.findMany({
    where: { registrationId, status: "queued", id: { lt: id } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => row.id);
}

/**
 * The row stays locked from the claim to the verdict, and the lock dies with the process that holds it:
 * two workers never send the same message at once, and a crash leaves it waiting.
 */
function deliverOne(id: string, transport: MailTransport, clock: () => Date): Promise<Delivery> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT set_config('idle_in_transaction_session_timeout', ${String(CLAIM_TIMEOUT_MS)}, true)`;
      if (!(await claim(tx, id))) return (await isWaiting(tx, id)) ? "again" : "settled";
      return send(tx, id, transport, clock);
    },
    { timeout: CLAIM_TIMEOUT_MS },
  );
}

async function claim(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "OutgoingMail" WHERE "id" = ${id}::uuid AND "status" = 'queued' FOR UPDATE SKIP LOCKED`;
  return rows.length > 0;
}

const isWaiting = async (tx: Transaction, id: string) =>
  (await tx.outgoingMail.count({ where: { id, status: "queued" } })) > 0;

async function send(tx: Transaction, id: string, transport: MailTransport, clock: () => Date): Promise<Delivery> {
  const mail = await tx.outgoingMail.findUniqueOrThrow({ where: { id } });
  const attempts = mail.attempts + 1;
  try {
    await transport.send(mail);
  } catch (error) {
    const givenUp = isPermanent(error) || attempts >= MAX_ATTEMPTS;
    const { code, responseCode, message } = error as NodeJS.ErrnoException & { responseCode?: number };
    log().warn({ mail: id, attempts, code, responseCode, givenUp }, "mail not delivered");
    const status = givenUp ? "failed" : "queued";
    await tx.outgoingMail.update({ where: { id }, data: { attempts, lastError: message, status } });
    return givenUp ? "refused" : "again";
  }
  const struckOut = { text: strikeOut(mail.text), html: strikeOut(mail.html) };
  await tx.outgoingMail.update({
    where: { id },
    data: { ...struckOut, attempts, lastError: null, status: "sent", sentAt: clock() },
  });
  return "settled";
}
