import type { NodemailerError } from "nodemailer";

type Reply = { code: number; subject: number | null; detail: number | null; words: string };

/** Enhanced codes (RFC 3463) follow the basic one; some servers write them last, « (#5.1.1) ». */
const ENHANCED = /^\d{3}[ -]5\.(\d{1,3})\.(\d{1,3})(?![\d.])|\(#5\.(\d{1,3})\.(\d{1,3})\)/;
const NAMES = /<[^<>]*>|(?<![^\s<>@])[^\s<>@]+@[^\s<>@]+/g;
const OURS =
  /\bsender\b|relay(?! recipient)|not owned|\bclient\b|\bhelo\b|\behlo\b|authenticat|log ?in\b|bl[ao]ck(ed|list|ed list| list)?\b|blacklist|spamhaus|spamcop|barracuda|\brbl\b|dnsbl|reputation|policy|prohibit|access denied|denied access|not (permitted|allowed|authori[sz]ed) to (send|relay|use)|rcpthosts|\bspf\b|dmarc|dkim|reverse dns|\bptr\b|your (ip|access|server|host|domain|network|message)|banned|too many|rate limit|try again|temporar/i;

/** Basic codes of RFC 5321 that may speak of a mailbox, and that of RFC 7504. */
const OF_A_MAILBOX = [501, 550, 551, 552, 553, 554, 556];
const OF_A_SENDER = [7, 8];
const SIZE = 552;

function replyOf({ responseCode, response }: NodemailerError): Reply | null {
  if (!responseCode || responseCode < 500) return null;
  const words = response ?? "";
  const [, early, earlyDetail, late, lateDetail] = ENHANCED.exec(words.slice(0, 2_000)) ?? [];
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  return {
    code: responseCode,
    subject: number(early ?? late),
    detail: number(earlyDetail ?? lateDetail),
    words: words.slice(0, 2_000).replace(NAMES, ""),
  };
}

const isOfContent = ({ code, subject, detail }: Reply): boolean =>
  subject === null ? code === SIZE : (subject === 3 && detail === 4) || subject === 6;

/** A detail of 0 says nothing (RFC 3463 §3.1): the words decide, as where there is no enhanced code. */
function isOfRecipient({ code, subject, detail, words }: Reply): boolean {
  if (subject === 2) return true;
  if (subject === 1 && detail !== 0) return !OF_A_SENDER.includes(detail ?? 0);
  const isSaid = subject === null || (detail === 0 && [0, 1, 5].includes(subject));
  return isSaid && OF_A_MAILBOX.includes(code) && !OURS.test(words);
}

/**
 * Whether trying again is useless: the reply speaks of the recipient or of the content. What it says of the sender says
 * nothing of the message, at whatever step: Postfix says all at RCPT.
 */
export function isPermanent(error: unknown): boolean {
  const { code, command } = error as NodemailerError;
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return false;
  if (command === "API") return true;
  const reply = replyOf(error as NodemailerError);
  if (!reply) return code === "EMESSAGE" && command === "MAIL FROM";
  return isOfContent(reply) || (command !== "MAIL FROM" && isOfRecipient(reply));
}

export const isRefusal = (error: unknown): boolean => replyOf(error as NodemailerError) !== null;

/** What to tell the team of an accident: the mail server's own words, or what kept us from hearing any. */
export function accidentWords(error: unknown): string {
  const { response, message } = error as NodemailerError;
  if (response) return response;
  return isPermanent(error) ? message : `La liaison avec le serveur de messagerie a échoué\u00A0: ${message}`;
}
