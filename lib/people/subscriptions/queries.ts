import type { PersonInput } from "#lib/people/schema";
import type { Transaction } from "#lib/platform/db";
import { emailKey } from "#lib/platform/text";

export const follows = async (tx: Transaction, webinarId: string, { email }: Pick<PersonInput, "email">) =>
  (await tx.cycleSubscription.count({
    where: { person: { emailKey: emailKey(email) }, cycle: { webinars: { some: { id: webinarId } } } },
  })) > 0;
