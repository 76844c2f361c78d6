import type { OutgoingMail } from "#prisma/client";

/** A segment of an address that is a secret: 32 random bytes in base64url. Read alike by JavaScript and PostgreSQL. */
export const SECRET = String.raw`(?<=/)[\w-]{43}(?![\w-])`;
export const REDACTED = "•••";

const PATTERN = new RegExp(SECRET, "g");
const redact = (body: string) => body.replace(PATTERN, REDACTED);

/** The bodies of a message once nobody needs its personal links any more: the outbox keeps the text, not the power. */
export const redacted = ({ text, html, unsubscribeUrl }: Pick<OutgoingMail, "text" | "html" | "unsubscribeUrl">) => ({
  text: redact(text),
  html: redact(html),
  unsubscribeUrl: unsubscribeUrl && redact(unsubscribeUrl),
});
