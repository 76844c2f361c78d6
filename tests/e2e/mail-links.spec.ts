import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { ParsedMail } from "mailparser";
import { DIGEST_KINDS, MAIL_KINDS, type MailKind } from "#lib/mail/schema";
import { PROJECT_ROOT } from "#lib/platform/root";
import { expect, mailsTo, test } from "#tests/support/journey";
import { comingSession } from "#tests/support/personal-link";
import { changeSession, fromStart, makeSeat, makeSession } from "#tests/support/session-of-the-day";
import { sweepNow } from "#tests/support/sweep";
import type { Witness } from "#tests/support/witness";

const ABOUT_NO_REGISTRATION: readonly MailKind[] = [...DIGEST_KINDS, "dossier"];
const ABOUT_A_REGISTRATION = MAIL_KINDS.filter((kind) => !ABOUT_NO_REGISTRATION.includes(kind));
const TIMES = 10;
const TOGETHER = 8;

/** Every row of every table of the portal; what the jobs write of themselves is theirs. */
async function everything(database: Witness): Promise<Record<string, string>> {
  const tables = await database.rows<{ name: string }>(
    `SELECT format('%I', tablename) AS "name" FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const dump: Record<string, string> = {};
  for (const { name } of tables) {
    const [all] = await database.rows<{ text: string }>(
      `SELECT coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '') AS "text" FROM ${name} t`,
    );
    dump[name] = all?.text ?? "";
  }
  return dump;
}

/** The addresses of a message: those that one reads, those behind words, and that of its headers. */
function linksOf(mail: ParsedMail): string[] {
  const hidden = [...mail.headerLines].map(({ line }) => line).filter((line) => /^list-unsubscribe:/i.test(line));
  const text = [mail.text, mail.html || "", ...hidden]
    .join("\n")
    .replaceAll("&amp;", "&")
    .replace(/\r?\n[ \t]+/g, "");
  return text.match(/https?:\/\/[^\s"'<>)\]]+/g) ?? [];
}

/** Writes a message of every kind about someone's seat. */
async function writeToThem(registration: string, siteUrl: string): Promise<void> {
  const program = path.join(PROJECT_ROOT, "tests/support/every-mail.ts");
  const env = {
    ...process.env,
    DATABASE_URL: process.env.E2E_DATABASE_URL,
    SESSION_SECRET: "secret-of-a-program-that-signs-nothing",
    SITE_URL: siteUrl,
  };
  await promisify(execFile)(process.execPath, [program, registration, fromStart(0).toISOString()], {
    cwd: PROJECT_ROOT,
    env,
  });
}

test("every link of every message, opened ten times by GET and by HEAD, changes nothing", async ({
  database,
  someone,
  request,
  baseURL,
}) => {
  test.setTimeout(600_000);
  const coming = await comingSession(database);
  const over = await makeSession(database, fromStart(-400), { published: true, roomUrl: "https://salle.example/" });
  await changeSession(database, over, { replayUrl: "https://video.example/1", replayPublishedAt: fromStart(-10) });
  const seats = [await makeSeat(database, coming, someone), await makeSeat(database, over, someone)];
  await database.rows('UPDATE "Registration" SET "presentAt" = now(), "certificateCode" = $2 WHERE "id" = $1', [
    seats[1],
    "ABCD-EFGH-JKMN",
  ]);
  for (const seat of seats) await writeToThem(seat, baseURL ?? "");
  // Time alone changes nothing any more: what was due is done, and what announces a session that is over does not leave.
  await sweepNow();
  await expect
    .poll(() => database.rows(`SELECT "kind" FROM "OutgoingMail" WHERE "status" = 'queued'`), { timeout: 60_000 })
    .toEqual([]);
  // What has left since the first sweep is forgotten by a second.
  await sweepNow();
  const sent = await database.rows<{ kind: string }>(
    `SELECT DISTINCT "kind" FROM "OutgoingMail" WHERE "to" = $1 AND "status" = 'sent'`,
    [someone],
  );
  // The last message to who is erased is deleted once it has left.
  expect(sent.map(({ kind }) => kind).sort()).toEqual(
    ABOUT_A_REGISTRATION.filter((kind) => kind !== "person-erased").toSorted(),
  );
  const mails = await mailsTo(someone, ABOUT_A_REGISTRATION.length);

  const links = [...new Set(mails.flatMap(linksOf))];
  expect(links.filter((link) => !link.startsWith(baseURL ?? ""))).toEqual([]);
  const rooms = ["/inscriptions/[^/]+$", "/rappels$", "/attestation.pdf", "/rejoindre/", "/avis/", "/webinaires"];
  for (const room of rooms)
    expect(
      links.some((link) => new RegExp(room).test(link)),
      room,
    ).toBe(true);

  const before = await everything(database);
  const visits = links.flatMap((link) => Array.from({ length: TIMES }, () => link));
  while (visits.length) {
    const statuses = await Promise.all(
      visits.splice(0, TOGETHER).flatMap((link) => [request.get(link), request.head(link)]),
    );
    expect(statuses.filter((answer) => answer.status() !== 200).map((answer) => answer.url())).toEqual([]);
  }
  expect(await everything(database)).toEqual(before);
});
