import type { PgBoss } from "pg-boss";
import { mergeSpellings } from "#lib/address-changes/spellings/mutations";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { dueSources } from "#lib/harvest/queries";
import { HARVEST_QUEUE } from "#lib/harvest/schema";
import { writeDigests } from "#lib/jobs/digests";
import { countPublishedFigures } from "#lib/jobs/figures";
import { tellHeldNotices } from "#lib/jobs/held-notices";
import { readIncomingMail } from "#lib/jobs/mailbox";
import { expireOverdueOffers } from "#lib/jobs/overdue-offers";
import { writePlannedMessages } from "#lib/jobs/planned-messages";
import { purgeExpired } from "#lib/jobs/purge-expired";
import { remindOwners } from "#lib/jobs/review-reminders";
import { runTask } from "#lib/jobs/run-task";
import { isWatchDue } from "#lib/link-watch/queries";
import { LINK_QUEUE } from "#lib/link-watch/schema";
import { waitingMails } from "#lib/mail/queries";
import { MAIL_QUEUE } from "#lib/mail/schema";
import { log } from "#lib/platform/log";
import { applyRetention } from "#lib/privacy/mutations";

const MINUTE_MS = 60_000;
const BATCH = 500;

/** Writes a job for each waiting message that has none left; the queue ignores those whose job is alive. */
async function sendAgain(boss: PgBoss, at: Date): Promise<void> {
  const before = new Date(at.getTime() - MINUTE_MS);
  let batch = await waitingMails(before, BATCH);
  while (batch.length) {
    await boss.insert(
      MAIL_QUEUE,
      batch.map((id) => ({ data: { id }, singletonKey: id })),
    );
    batch = await waitingMails(before, BATCH, batch.at(-1));
  }
}

/** Writes a job for each source whose passage is due; the queue ignores those whose job is alive. */
async function readSites(boss: PgBoss, at: Date): Promise<void> {
  const jobs = (await dueSources(at)).map((id) => ({ data: { id }, singletonKey: id }));
  if (jobs.length) await boss.insert(HARVEST_QUEUE, jobs);
}

async function checkLinks(boss: PgBoss, at: Date): Promise<void> {
  if (await isWatchDue(at)) await boss.insert(LINK_QUEUE, [{ data: {}, singletonKey: "links" }]);
}

/**
 * What is done every minute, each task whatever became of the others: messages without a job get one, unanswered offers
 * go to the next in line, whoever follows a cycle gets its new sessions, planned messages that are due are written, sites
 * are read anew, links are checked, and what was kept long enough is forgotten. Everything may be done again, or by several workers at once.
 * @param options.deliver whether this worker delivers messages
 */
export async function sweep(boss: PgBoss, options: { deliver: boolean }, at: Date): Promise<void> {
  if (options.deliver) await runTask("waiting messages", () => sendAgain(boss, at));
  await runTask("spellings", () => mergeSpellings(at));
  await runTask("offers", () => expireOverdueOffers(at));
  const rested = await runTask("held notices", () => tellHeldNotices(at));
  const added = await runTask("cycles", () => addCycleWebinars(at));
  const planned = await runTask("planned messages", () => writePlannedMessages(at));
  const digests = await runTask("digests", () => writeDigests(at));
  const reminded = await runTask("reviews", () => remindOwners(at));
  await runTask("figures", () => countPublishedFigures(at));
  await runTask("mailbox", () => readIncomingMail(at));
  await runTask("sites", () => readSites(boss, at));
  await runTask("links", () => checkLinks(boss, at));
  await runTask("leftovers", () => purgeExpired(at));
  const anonymised = await runTask("retention", () => applyRetention(at));
  if (added || planned || rested || digests || reminded || anonymised)
    log().info({ added, planned, rested, digests, reminded, anonymised }, "sweep");
}
