import { MAIL_KINDS } from "#lib/mail/schema";
import { db, disconnect } from "#lib/platform/db";
import { closeQueue, prepareQueue } from "#lib/platform/queue";
import { writeMessage } from "#lib/registrations/messages";

/**
 * A program: writes one message of every kind about a registration, as the portal does, for its worker to send.
 * `node tests/support/every-mail.ts REGISTRATION INSTANT`, with the settings of the portal in its environment.
 */
const [, , registrationId = "", instant = ""] = process.argv;
await prepareQueue();
for (const kind of MAIL_KINDS) {
  await db.$transaction((tx) => writeMessage(tx, kind, registrationId, { at: new Date(instant) }));
}
await closeQueue();
await disconnect();
