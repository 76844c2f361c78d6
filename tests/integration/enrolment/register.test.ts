import { afterEach, describe, expect, test } from "vitest";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { NEWSLETTER } from "#lib/people/labels";
import { db } from "#lib/platform/db";
import { rereadEnv } from "#lib/platform/env";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";
import { waiting } from "#tests/support/locks";
import {
  enter,
  lineOf,
  liveJobs,
  mailboxToken,
  mails,
  registered,
  seatOf,
  withQueues,
} from "#tests/support/registrations";

withQueues();

const confirmed = (webinarId: string) => db.registration.count({ where: { webinarId, status: "confirmed" } });

/** So many people who ask for a seat at the same instant. */
const crowd = (slug: string, size: number) =>
  Promise.all(Array.from({ length: size }, (_, index) => enter(slug, { email: `personne.${index}@exemple.fr` })));

describe("seats", () => {
  afterEach(() => {
    delete process.env.REGISTRATION_LOCK;
    rereadEnv();
  });

  test("60 people ask for 10 seats at once: 10 have one, 50 wait in line from 1 to 50, none is lost", async () => {
    const { id, slug } = await makeWebinar({ capacity: 10 });
    const outcomes = await crowd(slug, 60);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(60);
    expect(await confirmed(id)).toBe(10);
    const line = (await lineOf(id))
      .filter(({ status }) => status === "waiting")
      .map(({ waitlistRank }) => waitlistRank);
    expect(line).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
    const kinds = (await mails()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "registration-confirmed")).toHaveLength(10);
    expect(kinds.filter((kind) => kind === "registration-waiting")).toHaveLength(50);
  });

  test.each([
    ["on", 1],
    ["off", 2],
  ])("of two who find the last seat free at the same instant, with the lock %s, %i have it", async (lock, seated) => {
    process.env.REGISTRATION_LOCK = lock;
    rereadEnv();
    const { id, slug } = await makeWebinar({ capacity: 1 });
    const both = await db.$transaction(async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Registration" IN SHARE MODE`;
      const asked = crowd(slug, 2);
      await waiting(2);
      return { asked };
    });
    await both.asked;
    expect(await confirmed(id)).toBe(seated);
  });

  test("the last seat has one winner, whoever asks twenty times for it", async () => {
    for (let round = 0; round < 20; round++) {
      const { id, slug } = await makeWebinar({ capacity: 1 });
      await crowd(slug, 2);
      expect(await confirmed(id)).toBe(1);
    }
  });

  test("no limit means no refusal", async () => {
    const { id, slug } = await makeWebinar({ capacity: null });
    await crowd(slug, 15);
    expect(await confirmed(id)).toBe(15);
  });

  test("one address sent twenty times at once, even without the lock, is one registration", async () => {
    process.env.REGISTRATION_LOCK = "off";
    rereadEnv();
    const { id, slug } = await makeWebinar({ capacity: null });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => enter(slug)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await confirmed(id)).toBe(1);
  });
});

describe("refusals", () => {
  test.each([
    ["unknown", { publishedAt: null }],
    ["unknown", { publishedAt: later(DAY) }],
    ["unknown", { withdrawnAt: later(-DAY) }],
    ["cancelled", { cancelledAt: later(-DAY) }],
    ["closed", { startsAt: AT }],
  ])("%s: %o", async (reason, overrides) => {
    const { slug } = await makeWebinar(overrides);
    expect(await enter(slug)).toEqual({ ok: false, reason });
    expect(await db.registration.count()).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("a session that nobody knows", async () => {
    expect(await enter("aucune")).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("the same address", () => {
  test.each(["ELODIE@Exemple.FR", "  elodie@exemple.fr ", "ｅｌｏｄｉｅ＠exemple.fr"])(
    "%s is the same person",
    async (email) => {
      const { slug } = await makeWebinar();
      await registered(slug);
      await registered(slug, { email, firstName: "Un", lastName: "Inconnu", question: "Qui est là ?" });
      const registration = await db.registration.findFirstOrThrow({ include: { person: true } });
      expect(await db.registration.count()).toBe(1);
      expect(registration).toMatchObject({ firstName: "Élodie", person: { email: "elodie@exemple.fr" } });
      expect(await db.question.findFirst()).toMatchObject({ text: "Qui est là ?", registrationId: null });
    },
  );

  test("gets on screen a link that may only ask, and by mail one that may act", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    await registered(slug);
    const grants = await db.registrationGrant.findMany({ orderBy: { scope: "asc" } });
    expect(grants.map(({ scope }) => scope).filter((scope) => scope !== "join")).toEqual(["receipt", "receipt"]);
    expect(await db.registrationLink.count({ where: { person: { emailKey: "elodie@exemple.fr" } } })).toBe(2);
    expect((await mails()).map(({ kind }) => kind)).toEqual(["registration-confirmed", "registration-already"]);
  });

  test("typed first by a stranger, is its owner's all the same", async () => {
    const { slug } = await makeWebinar();
    const stranger = await registered(slug);
    const owner = await registered(slug);
    for (const screen of [stranger, owner]) {
      await cancel(screen, slug, null, AT);
      expect(await db.registration.count({ where: { status: "confirmed" } })).toBe(1);
    }
    await cancel(await mailboxToken(), slug, null, AT);
    expect(await db.registration.count({ where: { status: "cancelled" } })).toBe(1);
  });

  test("given back from the mailbox, is neither seen nor taken again from a screen", async () => {
    const { slug } = await makeWebinar();
    const screen = await registered(slug);
    await cancel(await mailboxToken(), slug, null, AT);
    expect(await seatOf(screen)).toMatchObject({ state: "confirmed" });
    await reinstate(screen, slug, AT);
    expect(await db.registration.count({ where: { status: "cancelled" } })).toBe(1);
    expect((await mails()).at(-1)?.kind).toBe("registration-cancelled");
  });

  test("is told so by mail at most once an hour", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    for (const minutes of [1, 5, 30, 59]) await registered(slug, {}, later(minutes * 60_000));
    expect(await mails()).toHaveLength(2);
    await registered(slug, {}, later(HOUR + 2 * 60_000));
    expect(await mails()).toHaveLength(3);
  });

  test("sees what a newcomer sees when the session is full: the end of the line", async () => {
    const { slug } = await makeWebinar({ capacity: 1 });
    await registered(slug);
    const newcomer = await registered(slug, { email: "autre@exemple.fr" });
    expect(await seatOf(newcomer)).toMatchObject({ state: "waiting", position: null });
    const typed = await registered(slug);
    expect(await seatOf(typed)).toMatchObject({ state: "waiting", position: null });
    expect(await db.registration.count()).toBe(2);
  });
});

describe("what is kept", () => {
  test("the newsletter is dated when its box was ticked, in the words of the box, and only then", async () => {
    const { slug } = await makeWebinar();
    await registered(slug, { newsletter: true });
    await registered(slug, { email: "autre@exemple.fr" });
    const rows = await db.registration.findMany({ orderBy: { person: { email: "desc" } } });
    expect(rows.map(({ newsletterAt, newsletterNotice }) => [newsletterAt, newsletterNotice])).toEqual([
      [AT, NEWSLETTER],
      [null, null],
    ]);
  });

  test("of a link, nothing that opens it", async () => {
    const { slug } = await makeWebinar();
    const token = await registered(slug);
    for (const { tokenHash } of await db.registrationLink.findMany()) {
      expect(tokenHash).toHaveLength(32);
      expect(Buffer.from(tokenHash).toString("base64url")).not.toBe(token);
    }
  });

  test("registration, message and job are written together, or not at all", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const [mail] = await mails();
    expect(await liveJobs()).toMatchObject([{ key: mail?.id, state: "created" }]);

    await db.$executeRaw`ALTER TABLE "OutgoingMail" ADD CONSTRAINT planted CHECK ("to" <> 'perdue@exemple.fr')`;
    try {
      await expect(registered(slug, { email: "perdue@exemple.fr" })).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE "OutgoingMail" DROP CONSTRAINT planted`;
    }
    expect(await db.registration.count()).toBe(1);
    expect(await mails()).toHaveLength(1);
    expect(await liveJobs()).toHaveLength(1);
  });

  test("a job that cannot be written takes the registration with it", async () => {
    const { slug } = await makeWebinar();
    await db.$executeRaw`ALTER TABLE pgboss.job_common ADD CONSTRAINT planted CHECK (name <> 'mail.deliver')`;
    try {
      await expect(registered(slug)).rejects.toThrow();
    } finally {
      await db.$executeRaw`ALTER TABLE pgboss.job_common DROP CONSTRAINT planted`;
    }
    expect(await db.registration.count()).toBe(0);
    expect(await mails()).toEqual([]);
  });
});

test("the screen shows the address that was typed, masked, the same whether it was known and wherever it moved since", async () => {
  const { slug } = await makeWebinar();
  const shown = async (token: string) => (await findRegistrations(token, AT))?.sentTo;
  const first = await registered(slug, { email: "Elodie@Exemple.fr" });
  const again = await registered(slug, { email: "elodie@EXEMPLE.fr" });
  await db.person.updateMany({ data: { email: "ailleurs@exemple.org", emailKey: "ailleurs@exemple.org" } });
  expect([await shown(first), await shown(again)]).toEqual(["e•••@e•••e.fr", "e•••@e•••e.fr"]);
  expect(await shown(await mailboxToken("Elodie@Exemple.fr"))).toBeNull();
});
