import type { Cursor } from "#lib/mail/mailbox";
import { db } from "#lib/platform/db";

export const keepCursor = (mailbox: string, cursor: Cursor) =>
  db.mailboxCursor.upsert({ where: { mailbox }, create: { mailbox, ...cursor }, update: cursor });
