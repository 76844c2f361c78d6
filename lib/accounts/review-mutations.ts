import { writeToAccount } from "#lib/accounts/message-mutations";
import { CARDS } from "#lib/nouns/cards";
import { digestStaleAt } from "#lib/people/digest/rules";
import { db } from "#lib/platform/db";
import { env } from "#lib/platform/env";
import { absolute, paths } from "#lib/platform/paths";
import { prepareQueue } from "#lib/platform/queue";
import { counted, french } from "#lib/platform/text";
import type { ownersToRemind } from "#lib/reviews/queries";
import type { DueReview } from "#lib/reviews/schema";

type Owner = Awaited<ReturnType<typeof ownersToRemind>>[number];

const MOST_TOLD = 30;

const urlOf = (path: string) => absolute(env().SITE_URL, path);

/**
 * Writes to an owner, once a month whoever else writes it, what waits to be read again; nothing when nothing does.
 * @returns whether a message was written
 */
export async function remindOwner(
  { id, name, email, reviewsToldAt }: Owner,
  due: readonly DueReview[],
  { morning, at }: { morning: Date; at: Date },
): Promise<boolean> {
  await prepareQueue();
  return db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id, reviewsToldAt }, data: { reviewsToldAt: at } });
    if (!count || !due.length) return false;
    const told = due.slice(0, MOST_TOLD);
    const left = due.length - told.length;
    const records = [
      ...told.map((item) => `${french(item.title)}\n${urlOf(paths.adminEdit(CARDS[item.noun].section, item.id))}`),
      ...(left ? [`et ${counted(left, "autre", "autres")}`] : []),
    ];
    const variables = { name, count: counted(due.length, "fiche", "fiches"), records };
    await writeToAccount(tx, { kind: "account-reviews", to: email, variables, staleAt: digestStaleAt(morning) }, at);
    return true;
  });
}
