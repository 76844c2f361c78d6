import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import type { RegistrationInput } from "#lib/enrolment/schema";
import { cancel, reinstate } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makePartnerLink, makeWebinar } from "#tests/support/factories";
import { input, mails, withQueues } from "#tests/support/registrations";

withQueues();

const come = (slug: string, partnerLink: string, person: Partial<RegistrationInput> = {}, at = AT) =>
  register([slug], input(person), { partnerLink }, at);

/** Addresses of those who came through a link, whatever became of them. */
const through = async (partnerLinkId: string | null) =>
  (await db.person.findMany({ where: { registrations: { some: { partnerLinkId } } }, orderBy: { email: "asc" } })).map(
    ({ email }) => email,
  );

/** A session with a link to it. */
async function linked(quota: number | null = null, capacity: number | null = null) {
  const webinar = await makeWebinar({ capacity });
  const partnerLink = await makePartnerLink({ webinarId: webinar.id, quota, code: "region-sud" });
  return { ...webinar, partnerLink };
}

test("a registration keeps the link through which it came; a code that this session does not know is ignored", async () => {
  const { slug, partnerLink } = await linked();
  const other = await makePartnerLink();
  await come(slug, partnerLink.code);
  await come(slug, "inconnu", { email: "a@exemple.fr" });
  await come(slug, other.code, { email: "b@exemple.fr" });
  expect(await through(partnerLink.id)).toEqual(["elodie@exemple.fr"]);
  expect(await through(null)).toEqual(["a@exemple.fr", "b@exemple.fr"]);
});

test("it is about the session of the page, not those asked for with it", async () => {
  const { slug, cycleId, partnerLink } = await linked();
  const next = await makeWebinar({ cycleId, startsAt: later(40 * DAY) });
  await makePartnerLink({ webinarId: next.id, code: partnerLink.code, quota: 1 });
  await register([slug, next.slug], input(), { partnerLink: partnerLink.code }, AT);
  const rows = await db.registration.findMany({ select: { webinarId: true, partnerLinkId: true } });
  expect(rows).toHaveLength(2);
  expect(rows.find(({ webinarId }) => webinarId === next.id)?.partnerLinkId).toBeNull();
});

describe("a link that is used up", () => {
  test("refuses before anything is written, and the same form without it registers", async () => {
    const { slug, cycleId, partnerLink } = await linked(1);
    const next = await makeWebinar({ cycleId, startsAt: later(40 * DAY) });
    await come(slug, partnerLink.code);
    const person = input({ email: "b@exemple.fr", question: "Et nous ?" });
    const formToken = "a".repeat(43);
    expect(await register([slug, next.slug], person, { formToken, partnerLink: partnerLink.code }, AT)).toEqual({
      ok: false,
      reason: "partner-link-full",
    });
    expect([await db.registration.count(), await db.question.count(), (await mails()).length]).toEqual([1, 0, 1]);
    expect(await register([slug, next.slug], person, { formToken }, AT)).toMatchObject({ ok: true });
    expect(await through(partnerLink.id)).toEqual(["elodie@exemple.fr"]);
    expect(await db.registration.count()).toBe(3);
  });

  test("says so to those who are registered too: the answer tells nothing of an address", async () => {
    const { slug, partnerLink } = await linked(1);
    await come(slug, partnerLink.code);
    expect(await come(slug, partnerLink.code)).toEqual({ ok: false, reason: "partner-link-full" });
  });

  test("gives the same form sent twice the same answer", async () => {
    const { slug, partnerLink } = await linked(1);
    const options = { formToken: "b".repeat(43), partnerLink: partnerLink.code };
    const first = await register([slug], input(), options, AT);
    expect(first).toMatchObject({ ok: true });
    expect(await register([slug], input(), options, AT)).toEqual(first);
  });

  test("counts those who wait in line, and gives no seat", async () => {
    const { slug, partnerLink } = await linked(2, 1);
    for (const email of ["a@exemple.fr", "b@exemple.fr"]) await come(slug, partnerLink.code, { email });
    expect(await come(slug, partnerLink.code, { email: "c@exemple.fr" })).toEqual({
      ok: false,
      reason: "partner-link-full",
    });
    const rows = await db.registration.findMany({ orderBy: { person: { email: "asc" } } });
    expect(rows.map(({ status }) => status)).toEqual(["confirmed", "waiting"]);
  });
});

test("forty people at once through a link for three: exactly three came through it", async () => {
  const { slug, partnerLink } = await linked(3);
  const crowd = Array.from({ length: 40 }, (_, index) => `personne.${index}@exemple.fr`);
  const outcomes = await Promise.all(crowd.map((email) => come(slug, partnerLink.code, { email })));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === "partner-link-full")).toHaveLength(37);
  expect(await through(partnerLink.id)).toHaveLength(3);
});

describe("who is registered already", () => {
  test("keeps the way they came", async () => {
    const { id: webinarId, slug, partnerLink } = await linked(2);
    const other = await makePartnerLink({ webinarId });
    await come(slug, partnerLink.code);
    expect(await come(slug, other.code)).toMatchObject({ ok: true });
    expect(await through(partnerLink.id)).toEqual(["elodie@exemple.fr"]);
  });

  test("and gave their seat back comes again as they come now", async () => {
    const { id: webinarId, slug, partnerLink } = await linked(1);
    const other = await makePartnerLink({ webinarId });
    const leave = async (outcome: Awaited<ReturnType<typeof come>>) =>
      cancel(outcome.ok ? outcome.token : "", slug, null, AT);
    await leave(await come(slug, partnerLink.code));
    await leave(await come(slug, other.code));
    expect(await through(other.id)).toEqual(["elodie@exemple.fr"]);
    await register([slug], input(), {}, AT);
    expect(await through(null)).toEqual(["elodie@exemple.fr"]);
  });

  test("and undoes a cancellation keeps the link while it has a place, and is a registration like any other after", async () => {
    const { slug, partnerLink } = await linked(1);
    const mine = await come(slug, partnerLink.code);
    const token = mine.ok ? mine.token : "";
    await cancel(token, slug, null, AT);
    await reinstate(token, slug, later(MINUTE));
    expect(await through(partnerLink.id)).toEqual(["elodie@exemple.fr"]);
    await cancel(token, slug, null, later(2 * MINUTE));
    await come(slug, partnerLink.code, { email: "suivante@exemple.fr" }, later(3 * MINUTE));
    await reinstate(token, slug, later(4 * MINUTE));
    expect(await through(partnerLink.id)).toEqual(["suivante@exemple.fr"]);
    expect(await through(null)).toEqual(["elodie@exemple.fr"]);
  });
});
