import { expect, test } from "vitest";
import { writeDigests } from "#lib/jobs/digests";
import { askDigest, endDigest, saveDigest } from "#lib/people/digest/mutations";
import { findDigest } from "#lib/people/digest/queries";
import { dropUnused } from "#lib/people/mutations";
import { moveSubscriptions } from "#lib/people/subscriptions/mutations";
import { db } from "#lib/platform/db";
import { applyRetention } from "#lib/privacy/mutations";
import { exportPerson } from "#lib/privacy/queries";
import { DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeCentre, makeNeed, makePerson, makeResource, makeWebinar } from "#tests/support/factories";
import { waiting } from "#tests/support/locks";
import { mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";
import { tracesOf } from "#tests/support/traces";

withQueues();

const EMAIL = "elodie@exemple.fr";
/** Friday: the mornings that follow are 4 January and 1 February 2027. */
const ASKED = new Date("2026-12-18T10:00:00Z");
const JANUARY = new Date("2027-01-04T08:00:00Z");
const FEBRUARY = new Date("2027-02-01T08:00:00Z");

const tokenIn = (text: string) => /\/abonnement\/([\w-]{43})/.exec(text)?.[1] ?? "";
const tokenOf = async () =>
  tokenIn((await db.outgoingMail.findFirstOrThrow({ where: { kind: "digest-to-confirm" } })).text);

async function following(...choices: string[]): Promise<string> {
  await askDigest(EMAIL, choices, ASKED);
  const token = await tokenOf();
  expect(await saveDigest(token, choices, ASKED)).toBe(true);
  return token;
}

const monthly = async () => (await mails()).filter(({ kind }) => kind === "digest");
const published = (publishedAt: Date, title: string) => ({ publishedAt, title });

test("a mailbox is asked at most once an hour, and nothing is followed before it agrees", async () => {
  await askDigest(EMAIL, ["tout"], ASKED);
  await askDigest(" Elodie@EXEMPLE.fr ", ["webinaires"], later(10 * MINUTE, ASKED));
  expect(await mails()).toMatchObject([
    { kind: "digest-to-confirm", to: EMAIL, emailKey: EMAIL, unsubscribeUrl: null },
  ]);
  const token = await tokenOf();
  expect(await findDigest(token)).toMatchObject({ choices: ["webinaires"], confirmedAt: null, notice: null });
  await makeResource(published(later(DAY, ASKED), "Un guide"));
  await askDigest(EMAIL, ["tout"], later(13 * DAY, ASKED));
  await db.digestSubscription.updateMany({ data: { toldUntil: ASKED } });
  expect(await writeDigests(JANUARY)).toBe(0);
  expect(await saveDigest(token, ["tout"], JANUARY)).toBe(true);
  expect(await findDigest(token)).toMatchObject({
    confirmedAt: JANUARY,
    notice: expect.stringMatching(/^Je veux recevoir, une fois par mois au plus/),
  });
});

test("a mailbox that is asked twice at the same instant is written to once", async () => {
  await following("tout");
  const asked = await db.$transaction(
    async (tx) => {
      // Nobody writes before all of them had the time to look whether somebody did.
      await tx.$executeRaw`LOCK TABLE "OutgoingMail" IN SHARE MODE`;
      const asking = Array.from({ length: 4 }, () => askDigest(EMAIL, ["webinaires"], later(2 * HOUR, ASKED)));
      await waiting(4);
      return { asking };
    },
    { timeout: 60_000 },
  );
  await Promise.all(asked.asking);
  expect(await mails()).toHaveLength(2);
});

test("what is chosen otherwise later was agreed to at first, and tells nothing twice", async () => {
  const token = await following("webinaires");
  await saveDigest(token, ["tout"], later(DAY, ASKED));
  expect(await findDigest(token)).toMatchObject({ choices: ["tout"], confirmedAt: ASKED });
});

test("whoever types a known address changes nothing of it", async () => {
  const token = await following("webinaires");
  await askDigest(EMAIL, ["tout"], later(DAY, ASKED));
  expect(await findDigest(token)).toMatchObject({ choices: ["webinaires"], confirmedAt: ASKED });
  expect((await mails()).map(({ kind }) => kind)).toEqual(["digest-to-confirm", "digest-to-confirm"]);
  expect(await saveDigest("x".repeat(43), ["tout"], ASKED)).toBe(false);
  expect(await endDigest("x")).toBe(false);
});

test("an address that nobody confirms is forgotten after seven days, with its message", async () => {
  await askDigest(EMAIL, ["tout"], ASKED);
  await writeDigests(later(7 * DAY - 1, ASKED));
  expect(await tracesOf(["elodie"])).not.toEqual([]);
  await writeDigests(later(7 * DAY, ASKED));
  expect(await tracesOf(["elodie"])).toEqual([]);
});

test("once a month, what came out or changed among what was chosen, and how to refuse it", async () => {
  const need = await makeNeed({ slug: "un-besoin" });
  const centre = await makeCentre({ slug: "un-centre" });
  await following("besoin:un-besoin", "centre:un-centre");
  const before = later(-DAY, ASKED);
  const after = later(DAY, ASKED);
  const ofNeed = { needs: { create: { needId: need.id } } };
  const ofCentre = { centres: { create: { centreId: centre.id } } };
  await makeResource({ ...published(after, "Nouveau"), ...ofNeed, ...ofCentre } as never);
  await makeResource({ ...published(before, "Changé"), editedAt: after, ...ofCentre } as never);
  await makeResource({ ...published(before, "Ancien"), ...ofNeed } as never);
  await makeResource(published(after, "Ailleurs"));
  await makeResource({ ...published(later(DAY, JANUARY), "À venir"), ...ofNeed } as never);
  await makeWebinar({ ...published(after, "Une séance"), needId: need.id, startsAt: later(60 * DAY, ASKED) });

  expect(await writeDigests(later(-1, JANUARY))).toBe(0);
  const written = await Promise.all([writeDigests(JANUARY), writeDigests(JANUARY)]);
  expect(written.reduce((sum, count) => sum + count)).toBe(1);
  const [mail] = await monthly();
  const token = await tokenOf();
  expect(mail).toMatchObject({
    to: EMAIL,
    unsubscribeUrl: expect.stringContaining(`/abonnement/${token}/fin`),
    staleAt: later(7 * DAY, JANUARY),
  });
  expect([...(mail?.text.matchAll(/^- (.*)$/gm) ?? [])].map(([, title]) => title).sort()).toEqual([
    "Changé (mis à jour)",
    "Nouveau",
    "Une séance",
  ]);
  expect(await writeDigests(later(2 * DAY, JANUARY))).toBe(0);
  await writeDigests(FEBRUARY);
  const [, second] = await monthly();
  expect([...(second?.text.matchAll(/^- (.*)$/gm) ?? [])].map(([, title]) => title)).toEqual(["À venir"]);
});

test("no message is empty, and what a month could not say the next one does", async () => {
  await following("tout");
  expect(await writeDigests(JANUARY)).toBe(0);
  await makeResource(published(later(DAY, JANUARY), "Un guide"));
  expect(await writeDigests(later(3 * DAY, FEBRUARY))).toBe(0);
  expect(await writeDigests(new Date("2027-03-01T08:00:00Z"))).toBe(1);
});

test("what bounces stops it, until its mailbox agrees again", async () => {
  const token = await following("tout");
  await makeResource(published(later(DAY, ASKED), "Un guide"));
  await db.outgoingMail.updateMany({ data: { status: "failed", bouncedAt: later(MINUTE, ASKED) } });
  expect(await writeDigests(JANUARY)).toBe(0);
  await db.digestSubscription.updateMany({ data: { confirmedAt: later(HOUR, ASKED) } });
  expect(await writeDigests(JANUARY)).toBe(1);
  expect(await endDigest(token)).toBe(true);
});

test.each([
  ["was refused for good since", { status: "failed", refusedAt: later(MINUTE, ASKED) }, EMAIL, 0],
  ["was refused before they agreed", { status: "failed", refusedAt: later(-MINUTE, ASKED) }, EMAIL, 1],
  ["bounced before they agreed", { status: "failed", bouncedAt: later(-MINUTE, ASKED) }, EMAIL, 1],
  ["was put off, and left", { status: "sent", refusedAt: later(MINUTE, ASKED) }, EMAIL, 1],
  ["bounced from another mailbox", { status: "failed", bouncedAt: later(MINUTE, ASKED) }, "autre@exemple.fr", 1],
] as const)("a mailbox whose message %s is written to as it should", async (_, data, emailKey, count) => {
  await following("tout");
  await makeResource(published(later(DAY, ASKED), "Un guide"));
  await db.outgoingMail.updateMany({ data: { ...data, emailKey } });
  expect(await writeDigests(JANUARY)).toBe(count);
});

test("its end forgets it, and whoever is registered nowhere", async () => {
  const token = await following("tout");
  await makeResource(published(later(DAY, ASKED), "Un guide"));
  await writeDigests(JANUARY);
  expect(await endDigest(token)).toBe(true);
  expect(await endDigest(token)).toBe(false);
  expect(await findDigest(token)).toBeNull();
  expect(await tracesOf(["elodie"])).toEqual([]);
});

test("its end leaves what was written about a session", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  await endDigest(await following("tout"));
  expect((await mails()).map(({ kind }) => kind)).toEqual(["registration-confirmed"]);
});

test("whoever is also registered is told what they follow, keeps it after a session is forgotten, and is erased whole", async () => {
  const { slug, startsAt } = await makeWebinar();
  await registered(slug);
  const personal = await mailboxToken();
  const token = await following("webinaires");
  expect((await exportPerson(personal))?.digest).toMatchObject({ choices: ["webinaires"], confirmedAt: ASKED });
  await applyRetention(later(200 * DAY, startsAt));
  expect(await findDigest(token)).toMatchObject({ email: EMAIL });
  await registered(slug, {}, later(-DAY, startsAt));
  await eraseToTheEnd(await mailboxToken(), later(-HOUR, startsAt));
  expect(await tracesOf(["elodie"])).toEqual([]);
});

test("it goes along with a person who takes another address", async () => {
  const token = await following("tout");
  const from = (await db.digestSubscription.findFirstOrThrow()).personId;
  const to = await makePerson("nouvelle@exemple.fr");
  await db.$transaction((tx) => moveSubscriptions(tx, from, to));
  await db.$transaction((tx) => dropUnused(tx, [from, to]));
  expect(await findDigest(token)).toMatchObject({ email: "nouvelle@exemple.fr" });
});

test("messages are kept two months", async () => {
  await following("tout");
  await db.outgoingMail.updateMany({ data: { status: "sent" } });
  await writeDigests(new Date("2027-02-18T09:59:59Z"));
  expect(await mails()).toHaveLength(1);
  await writeDigests(new Date("2027-02-18T10:00:00Z"));
  expect(await mails()).toHaveLength(0);
});
