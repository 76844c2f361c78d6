import { z } from "zod";
import { MailStatus } from "#prisma/enums";

/** Every kind of message that the portal sends; each has its text in content/mails. */
export const MAIL_KINDS = [
  "registration-confirmed",
  "registration-already",
  "registration-cancelled",
  "cancellation-to-confirm",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

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

/** What the words between braces stand for. */
export type MailVariables = Readonly<Record<string, string>>;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The outbox of the back office, read from its address: what is unknown is dropped. */
export const mailListQuery = z.object({
  etat: z.preprocess(first, z.enum(MailStatus)).optional().catch(undefined),
  page: z.preprocess(first, z.coerce.number().int().min(1)).catch(1),
});
