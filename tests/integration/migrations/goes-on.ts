import { confirmAddress } from "#lib/address-changes/mutations";
import type { Editor } from "#lib/auth/editor";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { answerOffer, cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { expireOverdueOffers } from "#lib/jobs/overdue-offers";
import { writePlannedMessages } from "#lib/jobs/planned-messages";
import { deliverMail } from "#lib/mail/delivery";
import { mailKindLabels, mailStatusLabels } from "#lib/mail/labels";
import { listMails, waitingMails } from "#lib/mail/queries";
import type { MailKind } from "#lib/mail/schema";
import { retryMail } from "#lib/notices/outbox/mutations";
import { findMail, isStale } from "#lib/notices/outbox/queries";
import { applyRetention } from "#lib/privacy/mutations";
import { registrantsTable } from "#lib/roster/export/mutations";
import { REGISTRANT_COLUMNS, registrantExport } from "#lib/roster/export/schema";
import { answerSurvey } from "#lib/surveys/mutations";
import { tableFile } from "#lib/tables/files";
import { listed } from "#tests/integration/migrations/facts";
import { editorBehind, type Links } from "#tests/integration/migrations/seen";
import { personalPage } from "#tests/integration/migrations/seen-by-people";
import { everyWebinar, registrants } from "#tests/integration/migrations/seen-by-team";

const told = (outcome: { ok: true } | { ok: false; reason: string }) => (outcome.ok ? "fait" : outcome.reason);

/** Has everything that waits leave. @returns what left or became pointless, in order */
async function post(editor: Editor, at: Date): Promise<string[]> {
  const left: string[] = [];
  const transport = {
    send: async ({ to, subject }: { to: string; subject: string }) => void left.push(`${to} | ${subject}`),
    close() {},
  };
  const ids = await waitingMails(new Date(at.getTime() + 1), 500);
  for (const id of ids) await deliverMail(id, { transport, clock: () => at, isStale });
  for (const id of ids) {
    const mail = await findMail(editor, id);
    if (mail && mail.status !== "sent") left.push(`${mail.to} | ${mail.subject} | ${mailStatusLabels[mail.status]}`);
  }
  return left;
}

/** What the portal does by itself, then the post. @returns what left */
async function minute(editor: Editor, at: Date): Promise<string[]> {
  await expireOverdueOffers(at);
  await addCycleWebinars(at);
  await writePlannedMessages(at);
  await applyRetention(at);
  return post(editor, at);
}

/** What becomes of the filled database when people and the portal go on from where they were, told as `seen` does. */
export async function goesOn(links: Links, at: Date) {
  const after = (hours: number) => new Date(at.getTime() + hours * 3_600_000);
  const editor = await editorBehind(links.équipe.Claude ?? "", at);
  const box = (name: string) => links.boîte[name] ?? "";
  const sessions = await everyWebinar(editor, at);
  const refused = await listMails(editor, { etat: "failed" });
  return {
    fichiers: Object.fromEntries(
      await listed(sessions, async ({ id, slug }) => {
        const table = await registrantsTable(editor, id, registrantExport.parse({ columns: REGISTRANT_COLUMNS }), at);
        const file = table && (await tableFile(table, "excel"));
        return [slug, String(file?.body ?? "").split("\r\n")];
      }),
    ),
    "nouveaux essais": await listed(refused.items, async ({ id, to, kind }) => {
      const outcome = told(await retryMail(editor, id, at)).replace("stale", "overtaken");
      return `${to} | ${mailKindLabels[kind as MailKind]} | ${outcome}`;
    }),
    "part aussitôt": await minute(editor, at),
    "Gaëlle accepte sa place": told(
      await answerOffer(box("Gaëlle, place proposée"), "mobiliser", "accept", after(0.1)),
    ),
    "Hugo revient": told(await reinstate(box("Hugo"), "mobiliser", after(0.2))),
    "Amina change d’adresse": told(await confirmAddress(box("Amina, adresse à confirmer"), after(0.3))),
    "Amina donne son avis": told(
      await answerSurvey(
        links.avis["Amina, avis à donner"] ?? "",
        { usefulness: 5, intention: "yes", suggestion: null },
        after(0.4),
      ),
    ),
    "Amina rend sa place": told(await cancel(box("Amina, adresse à confirmer"), "mobiliser", "Empêchée", after(0.5))),
    "l’inconnu demande encore à annuler": told(
      await cancel(links.fenêtre["un inconnu, adresse de gaelle"] ?? "", "mobiliser", null, after(0.6)),
    ),
    "part dans l’heure": await minute(editor, after(1)),
    "page d’Amina": await personalPage(box("Amina, adresse à confirmer"), after(1)),
    "ancienne page d’Amina": await personalPage(box("Amina"), after(1)),
    "part le lendemain": await minute(editor, after(20.1)),
    "part la semaine suivante": await minute(editor, after(24 * 8)),
    "part une semaine avant la séance déplacée": await minute(editor, after(24 * 30)),
    "part la veille de la séance déplacée": await minute(editor, after(24 * 35)),
    "part quand la séance programmée est en ligne": await minute(editor, after(24 * 41)),
    "inscrits à la séance programmée": await listed(
      sessions.filter(({ slug }) => slug === "seance-programmee"),
      ({ id }) => registrants(editor, id),
    ),
  };
}
