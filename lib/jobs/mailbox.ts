import { runTask } from "#lib/jobs/run-task";
import { keepCursor } from "#lib/mail/cursor-mutations";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";

export async function readIncomingMail(at: Date): Promise<void> {
  const { IMAP_URL, SITE_URL } = env();
  if (!IMAP_URL) return;
  // Most portals read no mailbox, and what reads one holds 10 MB.
  const [{ readMailbox }, { receiveMail }] = await Promise.all([
    import("#lib/mail/mailbox"),
    import("#lib/notices/inbox/mutations"),
  ]);
  const { username, hostname: server, pathname } = new URL(IMAP_URL);
  const mailbox = `${username}@${server}${pathname}`;
  const cursor = await db.mailboxCursor.findUnique({ where: { mailbox }, select: { validity: true, lastUid: true } });
  const { hostname } = new URL(SITE_URL);
  const next = await readMailbox(
    IMAP_URL,
    cursor && { ...cursor, lastUid: Number(cursor.lastUid) },
    // One that cannot be handled is left to humans, and does not hold back the others.
    async (mail) => (await runTask("a message of the mailbox", () => receiveMail(mail, hostname, at))) ?? false,
  );
  await keepCursor(mailbox, next);
}
