import { afterAll, beforeAll, beforeEach } from "vitest";
import { type Delivery, deliverMail } from "#lib/mail/delivery";
import { type MailTransport, openTransport } from "#lib/mail/transport";
import { isStale } from "#lib/notices/outbox/queries";
import { db } from "#lib/platform/db";
import { type Env, env } from "#lib/platform/env";
import { makeWebinar } from "#tests/support/factories";
import { type MailSink, mailSink } from "#tests/support/mail-sink";
import { mails, registered, withQueues } from "#tests/support/registrations";

const ways: MailTransport[] = [];

/** The way to a mail server, with the portal's settings otherwise. */
export function transportTo(url: string, settings: Partial<Env> = {}): MailTransport {
  const opened = openTransport({
    ...env(),
    SMTP_URL: url,
    MAIL_FROM: "Le portail <portail@exemple.fr>",
    ...settings,
  });
  if (!opened) throw new Error("no transport");
  ways.push(opened);
  return opened;
}

/** A mail server for the tests of the file, empty and accepting at the start of each, and the way to it. */
export function withMailServer(): { sink: MailSink; transport: MailTransport } {
  const server = {} as { sink: MailSink; transport: MailTransport };
  withQueues();
  beforeAll(async () => {
    server.sink = await mailSink();
    server.transport = transportTo(server.sink.url);
  });
  beforeEach(() => {
    server.sink.messages.length = 0;
    server.sink.answer("accept");
  });
  afterAll(async () => {
    for (const way of ways.splice(0)) way.close();
    await server.sink.close();
  });
  return server;
}

/** Delivers a message as the worker does. */
export const deliverThrough = (id: string, transport: MailTransport, clock: () => Date): Promise<Delivery> =>
  deliverMail(id, { transport, clock, isStale });

/** The confirmation of a registration, waiting to leave. */
export async function waitingMail() {
  await registered((await makeWebinar()).slug);
  const [mail] = await mails();
  if (!mail) throw new Error("nothing waits");
  return mail;
}

export const rereadMail = (id: string) => db.outgoingMail.findUniqueOrThrow({ where: { id } });
