import { z } from "zod";
import type { EditField } from "#lib/edit-forms/schema";
import { requiredText } from "#lib/forms/fields";
import { mailVariableWords } from "#lib/mail/labels";
import { hasSafeLinks } from "#lib/mail/render";
import { MAIL_KINDS, type MailKind, type MailTemplate, type MailVariable } from "#lib/mail/schema";
import { allowedIn, bracesFault, withVariableNames } from "#lib/mail/variables";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";

const SUBJECT_LENGTH = 200;
const BODY_LENGTH = 10_000;

const UNSAFE_LINK =
  "Un lien mène à une adresse complète, qui commence par https:// ou mailto:, ou à un lien du portail entre accolades.";

const oneLine = (value: unknown) => (typeof value === "string" ? value.replace(/\s+/g, " ") : value);

/** The two fields in which a message is written; what the team calls « prénom » is kept as {firstName}. */
export const templateInputs = {
  subject: z
    .preprocess(oneLine, requiredText("Écrivez l’objet du message.", SUBJECT_LENGTH))
    .transform(withVariableNames),
  body: requiredText("Écrivez le message.", BODY_LENGTH)
    .refine(canBeLaidOut, TOO_MARKED)
    .transform(withVariableNames)
    .refine((body) => !canBeLaidOut(body) || hasSafeLinks(body), UNSAFE_LINK),
};

export function checkBraces(kind: MailKind, text: MailTemplate, ctx: z.RefinementCtx): void {
  for (const part of ["subject", "body"] as const) {
    const message = bracesFault(kind, part, text[part]);
    if (message) ctx.addIssue({ code: "custom", path: [part], message });
  }
}

export type TemplateTarget = { kind: MailKind; webinarId: string | null };

export const templateName = ({ kind, webinarId }: TemplateTarget): string =>
  webinarId ? `${kind}.${webinarId}` : kind;

export const isMailKind = (kind: string): kind is MailKind => (MAIL_KINDS as readonly string[]).includes(kind);

const EVERY_SESSION = "00000000-0000-0000-0000-000000000000";

/** Under what its words of before are kept. */
export const templateItem = (target: TemplateTarget) => ({
  noun: `mail-template.${target.kind}`,
  id: target.webinarId ?? EVERY_SESSION,
  entry: { noun: "mail-template", target: templateName(target) },
});

const UNKNOWN = "Ce message n’existe pas.";

/** The text that a name designates, null for none. */
export function parseTemplateName(name: string): TemplateTarget | null {
  const [kind = "", webinarId = null] = name.split(".");
  return isMailKind(kind) && (webinarId === null || z.uuid().safeParse(webinarId).success) ? { kind, webinarId } : null;
}

export const templateTarget = z.string(UNKNOWN).transform((name, ctx): TemplateTarget => {
  const named = parseTemplateName(name);
  if (named) return named;
  ctx.addIssue({ code: "custom", message: UNKNOWN });
  return z.NEVER;
});

const replacing = (typed: unknown) => {
  const values = { ...(typed as Record<string, unknown>) };
  return { ...values, version: values.replaces || values.version };
};

const version = z.coerce.number(UNKNOWN).int().min(0);

/** A text as it is posted. */
export const templateForm = z.preprocess(
  replacing,
  z
    .object({ id: templateTarget, version, ...templateInputs })
    .superRefine((typed, ctx) => checkBraces(typed.id.kind, typed, ctx)),
);
export type TemplateInput = z.output<typeof templateForm>;

export const templateReset = z.object({ id: templateTarget, version });

const brace = (name: MailVariable) => `{${mailVariableWords[name]}}`;
const braces = (kind: MailKind, part: keyof MailTemplate) => allowedIn(kind, part).map(brace).join(", ");

function subjectHint(kind: MailKind): string {
  const allowed = braces(kind, "subject");
  if (!allowed) return "Le même pour tout le monde\u00A0: aucune accolade n’y a sa place.";
  return `Entre accolades, ce qui change d’une personne à l’autre. Ici\u00A0: ${allowed}.`;
}

function bodyHint(kind: MailKind): string {
  const names = allowedIn(kind, "body");
  const link = names.find((name) => name === "personalUrl") ?? names.find((name) => name.endsWith("Url"));
  const example = link ? ` Pour un lien\u00A0: [Ouvrir la page](${brace(link)}).` : "";
  return `Vous pouvez écrire\u00A0: ${braces(kind, "body")}.${example}`;
}

const shared = { group: "Texte du message", required: true };

function chipped(kind: MailKind, part: keyof MailTemplate): Pick<EditField, "chips"> {
  const chips = allowedIn(kind, part).map((name) => mailVariableWords[name]);
  return chips.length > 0 ? { chips } : {};
}

export const templateFields = (kind: MailKind): EditField[] => [
  { name: "subject", label: "Objet", hint: subjectHint(kind), kind: "line", ...chipped(kind, "subject"), ...shared },
  { name: "body", label: "Message", hint: bodyHint(kind), kind: "markdown", ...chipped(kind, "body"), ...shared },
];
