import type { MailTemplate, MailVariable } from "#lib/mail/schema";
import type { NewLink } from "#lib/people/links/schema";

export type Values = Partial<Record<MailVariable, string | readonly string[]>>;

export type Mailbox = { email: string; emailKey: string };

export type Reason = Pick<MessageOptions, "note" | "extra">;

export type MessageOptions = {
  at: Date;
  /** Names what is announced, so that it is announced once. */
  key?: string;
  /** Where it goes, when that is not the address of the registration: only a text without personal links may. */
  to?: Mailbox;
  text?: MailTemplate;
  announcementId?: string;
  /** Told whatever was written lately: it was held, or the team did it. */
  rested?: boolean;
  /** What only the caller knows: the former date of a session that moved… */
  extra?: Values;
  /** False for a seat that no calendar knows. */
  calendar?: boolean;
  /** Registrations given back that calendars still show. */
  left?: readonly string[];
  /** Written with those that the message carries, when it is written or held. */
  links?: readonly NewLink[];
  /** Why it is written, below the greeting. */
  note?: string;
};
