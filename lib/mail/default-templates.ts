import path from "node:path";
import { MAIL_KINDS, type MailKind, type MailTemplate, mailBlock, mailTemplate } from "#lib/mail/schema";
import { bracesFault } from "#lib/mail/variables";
import { readMarkdownFolder } from "#lib/platform/content-files";
import { PROJECT_ROOT } from "#lib/platform/root";

const FOLDER = path.join(PROJECT_ROOT, "content", "mails");

let cached: Promise<Record<MailKind, MailTemplate>> | undefined;

async function readAll(): Promise<Record<MailKind, MailTemplate>> {
  const blocks = new Map(
    (await readMarkdownFolder(path.join(FOLDER, "blocks"), mailBlock)).map(({ slug, body }) => [slug, body]),
  );
  const quoting = (body: string) => body.replace(/^\{(\w+)\}$/gm, (quoted, name: string) => blocks.get(name) ?? quoted);
  const templates = new Map(
    (await readMarkdownFolder(FOLDER, mailTemplate)).map(({ slug, subject, body }) => [
      slug,
      { subject, body: quoting(body) },
    ]),
  );
  const entries = MAIL_KINDS.map((kind) => {
    const template = templates.get(kind);
    if (!template) throw new Error(`Le texte du message «\u202F${kind}\u202F» manque dans content/mails.`);
    for (const part of ["subject", "body"] as const) {
      const fault = bracesFault(kind, part, template[part]);
      if (fault) throw new Error(`Le texte du message «\u202F${kind}\u202F» (content/mails) : ${fault}`);
    }
    return [kind, template] as const;
  });
  return Object.fromEntries(entries) as Record<MailKind, MailTemplate>;
}

/**
 * The texts of every message, read once and checked: each may only name the variables of its kind.
 * @throws Error in French naming the file at fault
 */
export function defaultTemplates(): Promise<Record<MailKind, MailTemplate>> {
  cached ??= readAll();
  return cached;
}
