import { remindOwner } from "#lib/accounts/review-mutations";
import { isHoliday } from "#lib/calendar/holidays";
import { digestMorning } from "#lib/people/digest/rules";
import { dueReviews, ownersToRemind } from "#lib/reviews/queries";

/**
 * Writes to each owner what nobody read again for a year, once a month, on the morning of the letter of the portal.
 * @returns how many messages were written
 */
export async function remindOwners(at: Date): Promise<number> {
  const morning = digestMorning(at, isHoliday);
  if (!morning) return 0;
  let written = 0;
  for (const owner of await ownersToRemind(morning)) {
    if (await remindOwner(owner, await dueReviews(owner.id, at), { morning, at })) written += 1;
  }
  return written;
}
