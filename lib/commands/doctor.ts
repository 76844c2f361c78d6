import { generateClient } from "#lib/commands/build";
import { openDatabase } from "#lib/commands/database";
import { probeServer } from "#lib/commands/mail-probe";
import { readSettings } from "#lib/commands/settings";
import { CommandError, runCommand } from "#lib/commands/steps";
import { probeMailbox } from "#lib/mail/mailbox";
import type { Env } from "#lib/platform/env";
import { counted } from "#lib/platform/text";

type Finding = { subject: string; ok: boolean; advice: string };

async function mailServer(settings: Env): Promise<Finding> {
  const subject = "Serveur de messagerie";
  if (!settings.SMTP_URL)
    return { subject, ok: true, advice: "aucun (SMTP_URL) : les messages restent dans la boîte d’envoi" };
  const problem = await probeServer(settings);
  return { subject, ok: !problem, advice: problem ?? "répond, et prend les messages du portail" };
}

async function mailbox({ IMAP_URL }: Env): Promise<Finding> {
  const subject = "Boîte aux lettres";
  if (!IMAP_URL)
    return { subject, ok: true, advice: "aucune (IMAP_URL) : refus d’agenda et messages revenus ne sont pas lus" };
  const problem = await probeMailbox(IMAP_URL).then(
    () => null,
    (error: Error) => error.message,
  );
  return { subject, ok: !problem, advice: problem ?? "lue" };
}

async function files({ FILES_URL, DATA_DIR }: Env): Promise<Finding> {
  const subject = "Fichiers de l’équipe";
  if (!FILES_URL) return { subject, ok: true, advice: `sur ce disque, dans ${DATA_DIR}/files` };
  const { probeBucket } = await import("#lib/files/bucket");
  const isOpen = await probeBucket().catch(() => false);
  const bad = "l’espace de stockage ne s’ouvre pas : vérifiez son adresse et ses clés (FILES_URL)";
  return { subject, ok: isOpen, advice: isOpen ? "l’espace de stockage répond" : bad };
}

async function outbox(): Promise<Finding> {
  const { db } = await import("#lib/platform/db");
  const { findOutboxStop } = await import("#lib/mail/queries");
  const failed = await db.outgoingMail.count({ where: { status: "failed" } });
  const queued = await db.outgoingMail.count({ where: { status: "queued" } });
  const stop = await findOutboxStop(null);
  const state = stop ? `arrêtée, le serveur de messagerie refuse tout le monde (${stop.words}) ; ` : "";
  return {
    subject: "Boîte d’envoi",
    ok: failed === 0 && !stop,
    advice: `${state}${counted(queued, "message en attente", "messages en attente")}, ${counted(failed, "refusé", "refusés")}`,
  };
}

/** A site that is only tried may wait: once it has its public address, it is wrong. */
async function incomplete({ SITE_URL }: Env): Promise<Finding> {
  const { incompleteItems } = await import("#lib/items/queries");
  const { cardOf } = await import("#lib/nouns/cards");
  const { now } = await import("#lib/platform/clock");
  const items = await incompleteItems(now());
  const total = items.reduce((sum, { count }) => sum + count, 0);
  const places = items.map(({ noun, slug, count }) => `${cardOf(noun).path(slug)} (${count})`);
  return {
    subject: "À compléter avant la mise en ligne",
    ok: total === 0 || !SITE_URL.startsWith("https:"),
    advice: total ? `${counted(total, "mention", "mentions")}, sur ${places.join(", ")}` : "rien",
  };
}

const WORDS: Record<string, [subject: string, good: string, bad: string]> = {
  database: ["Base de données", "répond", "ne répond pas en une seconde"],
  migrations: ["Structure des données", "à jour", "en retard : relancez le portail"],
  disk: ["Espace disque", "suffisant", "presque plein (moins de 5 % et de 1 Go libres) : faites de la place"],
};

await runCommand(async () => {
  const settings = readSettings();
  await generateClient();
  const stop = await openDatabase(settings);
  const { readiness } = await import("#lib/edge/front/health");
  const { disconnect } = await import("#lib/platform/db");
  const { checks } = await readiness();
  const findings: Finding[] = checks.map(({ name, ok }) => {
    const [subject, good, bad] = WORDS[name] ?? [name, "bon", "à voir"];
    return { subject, ok, advice: ok ? good : bad };
  });
  if (checks.every(({ ok }) => ok)) findings.push(await outbox(), await incomplete(settings));
  findings.push(await mailServer(settings), await mailbox(settings), await files(settings));
  await disconnect();
  await stop();
  for (const { subject, ok, advice } of findings) process.stdout.write(`${ok ? "✔" : "✘"} ${subject} : ${advice}\n`);
  const bad = findings.filter(({ ok }) => !ok).length;
  if (bad) throw new CommandError(`${counted(bad, "point demande", "points demandent")} votre attention.`);
});
