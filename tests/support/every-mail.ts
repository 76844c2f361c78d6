import { confirmationLink } from "#lib/address-changes/mutations";
import { DIGEST_KINDS, MAIL_KINDS } from "#lib/mail/schema";
import { writeMessage } from "#lib/notices/mutations";
import { db, disconnect } from "#lib/platform/db";
import { closeQueue, prepareQueue } from "#lib/platform/queue";

/**
 * A program: writes one message of every kind about a registration, as the portal does, for its worker to send.
 * `node tests/support/every-mail.ts REGISTRATION INSTANT`, with the settings of the portal in its environment.
 */
const [, , registrationId = "", instant = ""] = process.argv;
await prepareQueue();
const at = new Date(instant);
const { person } = await db.registration.findUniqueOrThrow({
  where: { id: registrationId },
  select: { person: true },
});
if (!person) throw new Error("nobody is registered");
// What follows the portal is about no registration: it is written by its own job.
for (const kind of MAIL_KINDS.filter((one) => !DIGEST_KINDS.some((digest) => digest === one))) {
  await db.$transaction(async (tx) => {
    const confirmUrl = kind === "address-to-confirm" && (await confirmationLink(tx, person.id, person.email, at));
    await writeMessage(tx, kind, registrationId, { at, rested: true, ...(confirmUrl && { extra: { confirmUrl } }) });
  });
}
await closeQueue();
await disconnect();
