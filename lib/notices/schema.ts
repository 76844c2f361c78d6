import type { MailTemplate, MailVariable } from "#lib/mail/schema";

/** What stands for the variables of a text. */
export type Values = Partial<Record<MailVariable, string | readonly string[]>>;

/** Where messages to somebody go. */
export type Mailbox = { email: string; emailKey: string };

export type MessageOptions = {
  /** Instant of writing. */
  at: Date;
  /** Names what is announced, so that it is announced once. */
  key?: string;
  /** Where it goes, when that is not the address of the registration: only a text without personal links may. */
  to?: Mailbox;
  /** In place of the text of its kind. */
  text?: MailTemplate;
  announcementId?: string;
  /** What only the caller knows: the former date of a session that moved… */
  extra?: Values;
  /** False for a seat that no calendar knows. */
  calendar?: boolean;
};
