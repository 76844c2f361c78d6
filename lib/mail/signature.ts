import type { Env } from "#lib/platform/env";
import { SITE_NAME } from "#lib/platform/site-name";

type Settings = Pick<Env, "SITE_URL" | "MAIL_REPLY_TO" | "CONTACT_EMAIL">;

/** Who writes and how to answer, in Markdown: the last paragraph of every message, whoever wrote the rest. */
export function signatureOf({ SITE_URL, MAIL_REPLY_TO, CONTACT_EMAIL }: Settings): string {
  const answer = MAIL_REPLY_TO
    ? "Une question\u202F? Répondez à ce message\u00A0: l’équipe vous lit."
    : `Personne ne lit les réponses à ce message${CONTACT_EMAIL ? `\u00A0: écrivez-nous à ${CONTACT_EMAIL}` : ""}.`;
  return `L’équipe du portail «\u202F${SITE_NAME}\u202F», [${new URL(SITE_URL).host}](${SITE_URL}). ${answer}`;
}
