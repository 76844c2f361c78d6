import { addToEach, windowOf } from "#lib/abuse/counter-mutations";
import { keyed } from "#lib/abuse/secret";
import { dossierPages } from "#lib/dossier/queries";
import { pagesOf } from "#lib/dossier/schema";
import { findTemplate } from "#lib/mail/find-template";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import { renderMail } from "#lib/mail/render";
import { signatureOf } from "#lib/mail/signature";
import { priorityOf } from "#lib/notices/rules";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import type { Result } from "#lib/platform/result";
import { emailKey, french } from "#lib/platform/text";
import { tokenHash } from "#lib/platform/tokens";

const KIND = "dossier";
const COUNTER = "dossier";
const HOUR_MS = 3_600_000;
/** To one address in an hour: whoever types it may be a stranger. */
const MOST_AN_HOUR = 3;

type Sent = Result<object, "empty" | "often">;

/** Its key is no address, and changes with the hour. */
async function countFor(key: string, at: Date): Promise<number> {
  const name = windowOf(keyed("dossier recipient", key).toString("base64url"), HOUR_MS, at);
  const counts = await addToEach([{ name: COUNTER, key: name, points: 1, lifeMs: HOUR_MS }], at);
  return counts.get(COUNTER) ?? 0;
}

/**
 * Writes a dossier to an address that somebody typed; the same form again writes it once.
 * @returns « empty » when it holds nothing that the public sees, « often » when that address was written to too often
 */
export async function sendDossier(
  { email, contenu, formToken = "" }: { email: string; contenu: string[]; formToken?: string | undefined },
  at: Date,
): Promise<Sent> {
  const pages = await dossierPages(pagesOf({ contenu, avec: "", ajout: [] }), at);
  if (pages.length === 0) return { ok: false, reason: "empty" };
  const key = `${KIND}:${tokenHash(formToken).toString("base64url")}`;
  if (await db.outgoingMail.count({ where: { key } })) return { ok: true };
  if ((await countFor(emailKey(email), at)) > MOST_AN_HOUR) return { ok: false, reason: "often" };
  const { SITE_URL } = env();
  await prepareQueue();
  await db.$transaction(async (tx) => {
    const { subject, body } = await findTemplate(tx, KIND, null);
    const content = renderMail(
      { subject, body },
      {
        pages: pages.map(({ title, origin, href }) => french(`${title} (${origin}) : ${absolute(SITE_URL, href)}`)),
        dossierUrl: absolute(SITE_URL, paths.dossier(pages.map(({ href }) => href))),
      },
      { signature: signatureOf(env()) },
    );
    await enqueueMail(
      tx,
      { ...content, kind: KIND, key, priority: priorityOf(KIND), to: email, emailKey: emailKey(email) },
      at,
    );
  });
  return { ok: true };
}
