import type { Page } from "@playwright/test";
import { expect, fillRegistration, mailsTo, register } from "#tests/support/journey";
import { fromStart, makeSession } from "#tests/support/session-of-the-day";
import type { Witness } from "#tests/support/witness";

/** Far enough not to come before the sessions of the content. */
const FAR_MINUTES = 500 * 24 * 60;

/** A session to come of the journey's own. @param seats null for as many as come */
export async function comingSession(database: Witness, seats: number | null = null, cycleOf?: { id: string }) {
  const session = await makeSession(database, fromStart(FAR_MINUTES), { published: true });
  await database.rows('UPDATE "Webinar" SET "capacity" = $2 WHERE "id" = $1', [session.id, seats]);
  if (cycleOf) {
    await database.rows(
      `UPDATE "Webinar" SET "cycleId" = (SELECT "cycleId" FROM "Webinar" WHERE "id" = $2),
         "startsAt" = "startsAt" + interval '30 days' WHERE "id" = $1`,
      [session.id, cycleOf.id],
    );
  }
  return session;
}

/** Opens a part of the page that is folded. */
export const unfold = (page: Page, summary: string) => page.getByText(summary, { exact: true }).click();

export const CHANGES = "Ce que je peux changer";

/** Registers by the form. @returns the address of the page that answers */
export async function registerAt(page: Page, slug: string, email: string): Promise<string> {
  await page.goto(`/webinaires/${slug}`);
  await fillRegistration(page, email);
  await register(page);
  await expect(page).toHaveURL(/\/inscriptions\/[\w-]{43}$/);
  return page.url();
}

/** The personal link of the latest message to someone, once there are so many. */
export async function mailedLink(email: string, count = 1): Promise<string> {
  const mails = await mailsTo(email, count);
  const link = /https?:\/\/\S+\/inscriptions\/[\w-]{43}/.exec(mails.at(-1)?.text ?? "")?.[0];
  if (!link) throw new Error("this message carries no personal link");
  return link;
}
