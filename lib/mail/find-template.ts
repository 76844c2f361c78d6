import { defaultTemplates } from "#lib/mail/default-templates";
import type { MailKind, MailTemplate } from "#lib/mail/schema";
import type { Transaction } from "#lib/platform/db";

/**
 * The text of a kind of message: the session's own, else the one that the team wrote for all sessions, else that of
 * content/mails.
 * @param webinarId null for a message about several sessions
 */
export async function findTemplate(
  client: Transaction,
  kind: MailKind,
  webinarId: string | null,
): Promise<MailTemplate> {
  const written = await client.mailTemplate.findMany({
    where: { kind, OR: [{ webinarId: null }, ...(webinarId ? [{ webinarId }] : [])] },
    select: { webinarId: true, subject: true, body: true },
  });
  const chosen = written.find((text) => text.webinarId !== null) ?? written[0];
  return chosen ? { subject: chosen.subject, body: chosen.body } : (await defaultTemplates())[kind];
}
