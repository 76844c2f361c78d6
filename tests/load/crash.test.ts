import { afterAll, beforeAll, expect, test } from "vitest";
import { person, registrationForm, verdict } from "#tests/support/crowd";
import { type MailSink, mailSink, recipientsOf } from "#tests/support/mail-sink";
import { dataFolder, type Portal, removeFolder, startPortal } from "#tests/support/portal";
import { type Witness, witness } from "#tests/support/witness";

const KILLS = 3;
const POURING = 4;
/** Long enough for registrations and messages to be under way. */
const BEFORE_KILL_MS = 1_500;
/** A killed worker's jobs go to another after a heartbeat and a round of supervision. */
const MAIL_LIMIT_MS = 180_000;

let dataDir: string;
let sink: MailSink;
let portal: Portal;
let database: Witness;
let slug = "";

const start = () => startPortal({ dataDir, env: { SMTP_URL: sink.url } });

beforeAll(async () => {
  dataDir = await dataFolder();
  sink = await mailSink();
  portal = await start();
  database = await witness(portal.databaseUrl);
  [slug = ""] = await database.upcoming();
});
afterAll(async () => {
  await database?.end();
  await portal?.stop();
  await sink?.close();
  await removeFolder(dataDir);
});

/** Registers people one after the other until the portal dies. @returns the addresses that were told « registered » */
async function pour(name: string): Promise<string[]> {
  const acknowledged: string[] = [];
  const form = await registrationForm(portal.url, slug);
  for (let number = 1; ; number++) {
    const typed = person(`${name}.${number}`);
    const answer = await form.submit(typed).catch(() => null);
    if (!answer) return acknowledged;
    expect(verdict(answer)).toBe("in");
    acknowledged.push(typed.email);
  }
}

const waiting = async () => {
  const [row] = await database.rows<{ count: number }>(
    `SELECT count(*)::int AS count FROM "OutgoingMail" WHERE "status" = 'queued'`,
  );
  return row?.count ?? 0;
};

test(`killed ${KILLS} times while registrations pour in, it loses nobody and writes to everyone`, async () => {
  const acknowledged: string[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const [told] = await Promise.all([
      Promise.all(Array.from({ length: POURING }, (_, index) => pour(`${kill}.${index}`))),
      new Promise((resolve) => setTimeout(resolve, BEFORE_KILL_MS)).then(() => portal.kill()),
    ]);
    acknowledged.push(...told.flat());
    portal = await start();
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * POURING);
  expect(await database.confirmed(slug)).toEqual(expect.arrayContaining(acknowledged));

  const deadline = Date.now() + MAIL_LIMIT_MS;
  while ((await waiting()) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 250));
  expect(await waiting()).toBe(0);
  const received = sink.messages.map((mail) => ({ to: recipientsOf(mail)[0] ?? "", id: mail.messageId }));
  const registered = await database.confirmed(slug);
  expect([...new Set(received.map(({ to }) => to))].sort()).toEqual(registered);
  // A message whose acceptance the killed worker had no time to write down leaves again, under the same name.
  expect(received.length - registered.length).toBeLessThanOrEqual(KILLS);
  expect(new Set(received.map(({ id }) => id)).size).toBe(registered.length);
  expect(received.every(({ id }) => id)).toBe(true);
});
