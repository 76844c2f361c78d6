import { z } from "zod";
import { firstOfRepeated, searched } from "#lib/forms/fields";
import { MailStatus } from "#prisma/enums";

export const MAIL_STYLES = {
  body: "max-width:36rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,-apple-system,'Segoe UI',sans-serif",
  name: "margin:0 0 1.5rem;border-top:6px solid #2b8378;padding-top:.75rem;font-weight:700",
  leaf: "border-radius:10px;background:#0e5a55;padding:.5rem 1rem;color:#fffdf9;line-height:1.2;text-align:center",
  day: "font-size:1.75rem",
  beside: "padding-left:1rem",
  button:
    "display:inline-block;border-radius:1.5rem;background:#0e5a55;padding:.65rem 1.4rem;color:#fffdf9;font-weight:700",
  signature: "margin-top:2rem;border-top:1px solid #82938d;padding-top:1rem;font-size:.9rem",
} as const;

export const MAIL_QUEUE = "mail.deliver";

const PERSON = ["firstName"] as const;
const SESSION = ["title", "date", "day", "hours", "webinarUrl", "programmeUrl"] as const;
const ABOUT_A_SEAT = [...PERSON, ...SESSION, "personalUrl"] as const;

/**
 * Every kind of message that the portal sends, with the variables that its text may name.
 * Each has its text in content/mails, which the team may rewrite for all sessions or for one.
 */
export const MAIL_VARIABLES = {
  "registration-confirmed": [...ABOUT_A_SEAT, "sessions", "following", "overseasHours", "joinUrl", "erasureDate"],
  "registration-waiting": [...ABOUT_A_SEAT, "sessions", "following", "deadline", "erasureDate"],
  "registration-already": [...ABOUT_A_SEAT, "sessions", "following"],
  "registration-cancelled": [...ABOUT_A_SEAT, "deadline"],
  "cancellation-to-confirm": ABOUT_A_SEAT,
  "calendar-declined": ABOUT_A_SEAT,
  "seat-offered": [...ABOUT_A_SEAT, "deadline"],
  "seat-given": [...ABOUT_A_SEAT, "joinUrl"],
  "offer-expired": ABOUT_A_SEAT,
  "offer-withdrawn": ABOUT_A_SEAT,
  "cycle-session-added": [...ABOUT_A_SEAT, "joinUrl", "erasureDate"],
  "seats-changed": [...PERSON, "personalUrl", "sessions", "programmeUrl"],
  "personal-links": [...PERSON, "personalUrl", "sessions", "programmeUrl"],
  // Sent to an address that is not known to be the person’s: nothing of them, no link that opens their page.
  "address-to-confirm": ["confirmUrl"],
  // Asked by somebody who types an address, and kept no longer than it takes to leave.
  dossier: ["pages", "dossierUrl"],
  "address-changed": [...PERSON, "programmeUrl"],
  "person-erased": [...PERSON, "programmeUrl"],
  "webinar-moved": [...ABOUT_A_SEAT, "seatKept", "previousDay", "previousHours", "erasureDate"],
  "webinar-retimed": [...ABOUT_A_SEAT, "seatKept", "previousHours", "erasureDate"],
  "webinar-cancelled": ABOUT_A_SEAT,
  "reminder-week": [...ABOUT_A_SEAT, "joinUrl"],
  "reminder-day": [...ABOUT_A_SEAT, "joinUrl"],
  "reminder-hour": [...ABOUT_A_SEAT, "joinUrl"],
  "follow-up-present": [...ABOUT_A_SEAT, "replayUrl", "certificateUrl"],
  "follow-up-absent": [...ABOUT_A_SEAT, "replayUrl"],
  survey: [...ABOUT_A_SEAT, "surveyUrl"],
  announcement: [...ABOUT_A_SEAT, "joinUrl"],
  "digest-to-confirm": ["preferencesUrl"],
  digest: ["news", "preferencesUrl"],
} as const satisfies Record<string, readonly string[]>;
export type MailKind = keyof typeof MAIL_VARIABLES;
export type MailVariable = (typeof MAIL_VARIABLES)[MailKind][number];

export const MAIL_KINDS = Object.keys(MAIL_VARIABLES) as MailKind[];

export const DIGEST_KINDS = ["digest-to-confirm", "digest"] as const satisfies MailKind[];

/** Messages about a person, and no session in particular. */
export const PERSONAL_KINDS = [
  "personal-links",
  "address-to-confirm",
  "address-changed",
  "person-erased",
  "dossier",
  ...DIGEST_KINDS,
] as const satisfies MailKind[];

/** Reminders: they can be refused while the seat is kept, and are pointless once the session has begun. */
export const REMINDER_KINDS = ["reminder-week", "reminder-day", "reminder-hour"] as const satisfies MailKind[];

/** content/mails/<kind>.md: the subject in the front matter, then the message in Markdown, with {variables}. */
export const mailTemplate = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .refine((subject) => !/[\r\n]/.test(subject), "un sujet tient sur une ligne"),
  body: z.string().min(1),
});
export type MailTemplate = z.output<typeof mailTemplate>;

/** content/mails/blocks/<name>.md: a passage that several messages quote as {name} on a line of its own. */
export const mailBlock = z.strictObject({ body: z.string().min(1) });

/** What the words between braces stand for; a list stands alone in its paragraph. */
export type MailVariables = Readonly<Record<string, string | readonly string[]>>;

export type Deliveries = Record<MailStatus, number>;

/** The outbox of the back office, read from its address: what is unknown is dropped. */
export const mailListQuery = z.object({
  etat: z.preprocess(firstOfRepeated, z.enum(MailStatus)).optional().catch(undefined),
  type: z.preprocess(firstOfRepeated, z.enum(MAIL_KINDS)).optional().catch(undefined),
  seance: z.preprocess(firstOfRepeated, z.uuid()).optional().catch(undefined),
  annonce: z.preprocess(firstOfRepeated, z.uuid()).optional().catch(undefined),
  /** Written on that day of Paris. */
  jour: z.preprocess(firstOfRepeated, z.iso.date()).optional().catch(undefined),
  q: searched(),
  page: z.preprocess(firstOfRepeated, z.coerce.number().int().min(1)).catch(1),
});
export type MailListQuery = z.output<typeof mailListQuery>;
