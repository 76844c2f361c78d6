import { MESSAGE_TEXTS } from "#lib/accounts/message-texts";
import type { AccountKind } from "#lib/accounts/schema";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { renderMail } from "#lib/mail/render";
import type { MailVariables } from "#lib/mail/schema";
import { signatureOf } from "#lib/mail/signature";
import type { Transaction } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { emailKey } from "#lib/platform/text";

/** Before whatever is planned: somebody waits for it. */
const PRIORITY = 1;

export type AccountMessage = {
  kind: AccountKind;
  to: string;
  variables: MailVariables;
  staleAt?: Date;
};

/** In the transaction of what it tells, after `prepareQueue`. */
export async function writeToAccount(
  tx: Transaction,
  { kind, to, variables, staleAt }: AccountMessage,
  at: Date,
): Promise<void> {
  const content = renderMail(MESSAGE_TEXTS[kind], variables, { signature: signatureOf(env()) });
  const mail = { ...content, kind, priority: PRIORITY, to, emailKey: emailKey(to), ...(staleAt && { staleAt }) };
  await enqueueMail(tx, mail, at);
}
