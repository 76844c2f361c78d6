import ICAL from "ical.js";
import type { ParsedMail } from "mailparser";

export type Declined = { uid: string; attendee: string };
export type Bounced = { mailId: string; words: string };

const LONGEST_WORDS = 500;
const LONGEST_READ = 200_000;
const REPORTS = ["message/delivery-status", "message/rfc822", "text/rfc822-headers", "message/global-delivery-status"];
const FAILED =
  /undeliver|not be delivered|couldn.?t be delivered|delivery (has )?fail|failure notice|permanent (error|fail)|returned to sender|non (remis|distribu|livr)|échec|user unknown|no such user|\b5\.\d\.\d{1,3}\b|\b55\d\b/i;
const DELAYED =
  /\bdelayed\b|will (retry|keep trying|be retried)|still being retried|action: ?delayed|(not yet|pas encore) (been )?(delivered|remis)|retard/i;

const textOf = (mail: ParsedMail): string =>
  [
    mail.text ?? "",
    ...mail.attachments
      .filter(({ contentType }) => REPORTS.includes(contentType))
      .map(({ content }) => content.toString("utf8")),
  ]
    .join("\n")
    .slice(0, LONGEST_READ);

const header = (mail: ParsedMail, name: string): string => {
  const line = mail.headerLines.find(({ key }) => key === name)?.line ?? "";
  return line.slice(line.indexOf(":") + 1).trim();
};

const FIELD = /^([\w-]{3,40}):[ \t]*([^\r\n]{0,500}(?:\r?\n[ \t][^\r\n]{1,200}){0,5})/gm;

/** What a report says, by name; the first time that it says it, without the kind that stands before: « smtp; ». */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(FIELD)) {
    const key = name.toLowerCase();
    if (!fields.has(key))
      fields.set(
        key,
        value
          .replace(/^[\w-]{1,20};[ \t]*/, "")
          .replace(/\s+/g, " ")
          .trim(),
      );
  }
  return fields;
}

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const MESSAGE_ID = /<([\da-f-]{36})@([\w.-]{1,255})>/gi;

/** The first of our messages that a text names. */
function namedIn(text: string, host: string): string | undefined {
  for (const [, id = "", at = ""] of text.matchAll(MESSAGE_ID))
    if (UUID.test(id) && at.toLowerCase() === host.toLowerCase()) return id;
  return undefined;
}

/** Who speaks for a mail server answers nobody: an empty sender, or its own name. */
const isFromServer = (mail: ParsedMail): boolean =>
  header(mail, "return-path") === "<>" ||
  /^(mailer-daemon|postmaster|mail-daemon)@/i.test(mail.from?.value[0]?.address ?? "") ||
  /multipart\/report/i.test(header(mail, "content-type"));

/** A report (RFC 3464), or what old servers write: it names our message by an identifier that nobody else was told. */
export function bouncedIn(mail: ParsedMail, host: string): Bounced | null {
  if (!isFromServer(mail)) return null;
  const text = textOf(mail);
  const fields = fieldsOf(text);
  const envelope = fields.get("original-envelope-id") ?? "";
  const names = [text, header(mail, "references"), header(mail, "in-reply-to")].join("\n");
  const mailId = UUID.test(envelope) ? envelope : namedIn(names, host);
  if (!mailId) return null;
  const action = fields.get("action")?.toLowerCase();
  const failed = action ? action === "failed" : FAILED.test(`${mail.subject ?? ""}\n${text}`) && !DELAYED.test(text);
  if (!failed) return null;
  const words = fields.get("diagnostic-code") ?? fields.get("status") ?? mail.subject ?? "";
  return { mailId, words: words.slice(0, LONGEST_WORDS) };
}

/** A calendar’s « Refuser » (RFC 5546 §3.2.3), that a person pressed: not what a machine answers by itself. */
export function declinedIn(mail: ParsedMail): Declined | null {
  if (/^auto-/i.test(header(mail, "auto-submitted"))) return null;
  const part = mail.attachments.find(({ contentType }) => /^(text\/calendar|application\/ics)$/i.test(contentType));
  if (!part || part.content.length > LONGEST_READ) return null;
  try {
    const calendar = new ICAL.Component(ICAL.parse(part.content.toString("utf8")));
    if (String(calendar.getFirstPropertyValue("method")).toUpperCase() !== "REPLY") return null;
    const event = calendar.getFirstSubcomponent("vevent");
    const attendee = event?.getFirstProperty("attendee");
    if (!event || !attendee || String(attendee.getFirstParameter("partstat")).toUpperCase() !== "DECLINED") return null;
    const address = decodeURIComponent(String(attendee.getFirstValue()).replace(/^mailto:/i, ""));
    return { uid: String(event.getFirstPropertyValue("uid")), attendee: address };
  } catch {
    // Whatever stops the reader, nobody can tell what it said.
    return null;
  }
}
