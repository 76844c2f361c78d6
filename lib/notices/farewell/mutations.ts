import { findTemplate } from "#lib/mail/find-template";
import { enqueueMail } from "#lib/mail/outbox-mutations";
import type { MailKind } from "#lib/mail/schema";
import { calendarOf } from "#lib/notices/calendar/queries";
import { priorityOf, SEVERAL_MAIL } from "#lib/notices/rules";
import { composeMail, recipientsAmong } from "#lib/notices/variables/queries";
import { SAMPLE_LINKS } from "#lib/people/links/rules";
import { db, type Transaction } from "#lib/platform/db";

const KIND = "person-erased";
/** As long as a message is tried, whether or not there is a mail server. */
const KEPT_MS = 72 * 3_600_000;

/** Made before somebody is erased, written once they are: nothing ties it to a registration. */
export async function farewell(
  tx: Transaction,
  { ids, leftIds }: { ids: readonly string[]; leftIds: readonly string[] },
  at: Date,
): Promise<() => Promise<void>> {
  const people = await recipientsAmong(tx, ids);
  const [person] = people;
  if (!person) return async () => {};
  const content = await composeMail(tx, await findTemplate(tx, KIND, null), people, SAMPLE_LINKS);
  const calendar = calendarOf(
    SEVERAL_MAIL,
    people.filter(({ id }) => leftIds.includes(id)),
    at,
    leftIds,
  );
  const { email: to, emailKey } = person;
  return async () => {
    await enqueueMail(
      tx,
      { ...content, kind: KIND, priority: priorityOf(KIND), to, emailKey, ...(calendar && { calendar }) },
      at,
    );
  };
}

/** What is a trace of somebody whom nothing else knows: once it has left, or cannot, nothing is kept of it. */
const FORGOTTEN = [KIND, "dossier"] satisfies MailKind[];

export const forgetFarewells = (at: Date) =>
  db.outgoingMail.deleteMany({
    where: {
      kind: { in: FORGOTTEN },
      OR: [{ status: { not: "queued" } }, { createdAt: { lt: new Date(at.getTime() - KEPT_MS) } }],
    },
  });
