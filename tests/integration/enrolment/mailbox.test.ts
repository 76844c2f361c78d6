import { describe, expect, test } from "vitest";
import { followCycle, leaveCycle } from "#lib/enrolment/cycle/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { changeDetails, sendLinks, setReminders } from "#lib/enrolment/person/mutations";
import { cancel } from "#lib/enrolment/seat/mutations";
import { NEWSLETTER } from "#lib/people/labels";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCycle, makePerson, makeRegistration, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { input, mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

describe("a link that came by mail", () => {
  test("opens everything under the address, and says who it is", async () => {
    const coming = [await makeWebinar(), await makeWebinar()] as const;
    await registered(coming[0].slug);
    await registered(coming[1].slug, { newsletter: true });
    const view = await findRegistrations(await mailboxToken(), AT);
    expect(view?.seats).toHaveLength(2);
    expect(view?.person).toMatchObject({
      firstName: "Élodie",
      email: "elodie@exemple.fr",
      newsletter: true,
      reminders: true,
    });
  });

  test("changes what the person said, everywhere", async () => {
    const coming = [await makeWebinar(), await makeWebinar()] as const;
    await registered(coming[0].slug, { newsletter: true });
    await registered(coming[1].slug);
    const details = {
      firstName: "Éloïse",
      lastName: "Darc",
      profile: "company",
      organisation: "Une entreprise",
      territory: null,
    } as const;
    const done = await changeDetails(
      await mailboxToken(),
      { ...details, accessNeeds: "Sous-titres", newsletter: false },
      AT,
    );
    expect(done).toEqual({ ok: true });
    for (const row of await db.registration.findMany()) {
      const unticked = { newsletterAt: null, newsletterNotice: null };
      expect(row).toMatchObject({ ...details, accessNeeds: "Sous-titres", ...unticked });
    }
  });

  test("agrees to the newsletter in the words of its box; saved again, nothing changes of it", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const { firstName, lastName, profile } = input();
    const said = { firstName, lastName, profile, organisation: null, territory: null, accessNeeds: null };
    for (const at of [AT, later(HOUR)]) await changeDetails(await mailboxToken(), { ...said, newsletter: true }, at);
    expect(await db.registration.findFirst()).toMatchObject({ newsletterAt: AT, newsletterNotice: NEWSLETTER });
  });

  test("turns reminders off and on, and keeps the seats", async () => {
    const coming = [await makeWebinar(), await makeWebinar()] as const;
    await registered(coming[0].slug);
    const token = await mailboxToken();
    await setReminders(token, false, AT);
    expect(await db.registration.findFirst()).toMatchObject({ status: "confirmed", remindersOffAt: AT });
    await setReminders(token, true, AT);
    expect(await db.registration.findFirst()).toMatchObject({ remindersOffAt: null });
  });

  test("is more than what a screen showed", async () => {
    const coming = [await makeWebinar(), await makeWebinar()] as const;
    const screen = await registered(coming[0].slug);
    const details = { firstName: "X", lastName: "Y", profile: "company", organisation: null, territory: null } as const;
    expect(await changeDetails(screen, { ...details, accessNeeds: null, newsletter: false }, AT)).toEqual({
      ok: false,
      reason: "unknown",
    });
    expect(await setReminders(screen, false, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await leaveCycle(screen, "cycle", false, AT)).toEqual({ ok: false, reason: "unknown" });
  });

  test("is sent again to whoever asks for it, once an hour, and to nobody unknown", async () => {
    const coming = [await makeWebinar(), await makeWebinar()] as const;
    await registered(coming[0].slug);
    await registered(coming[1].slug);
    await sendLinks("personne@exemple.fr", AT);
    for (const minutes of [0, 10, 59]) await sendLinks(" ELODIE@exemple.fr ", later(minutes * 60_000));
    const letters = (await mails()).filter(({ kind }) => kind === "personal-links");
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain(coming[1].title);
    await sendLinks("elodie@exemple.fr", later(2 * HOUR));
    expect((await mails()).filter(({ kind }) => kind === "personal-links")).toHaveLength(2);
  });
});

test("reminders are said to come when one will, whatever a seat given back had refused", async () => {
  const [soon, last] = [
    await makeWebinar({ startsAt: later(5 * DAY) }),
    await makeWebinar({ startsAt: later(50 * DAY) }),
  ];
  await registered(last.slug);
  const token = await mailboxToken();
  const reminders = async () => (await findRegistrations(token, AT))?.person?.reminders;
  await setReminders(token, false, AT);
  expect(await reminders()).toBe(false);
  await cancel(token, last.slug, null, AT);
  expect(await reminders()).toBe(false);
  await registered(soon.slug);
  expect(await reminders()).toBe(true);
});

test("the cycles that are followed stand by title", async () => {
  await registered((await makeWebinar()).slug);
  const token = await mailboxToken();
  const { firstName, lastName, email, profile } = input();
  await expectOrder(
    ["Agir", "Bâtir", "Comprendre", "Durer"],
    async (title) => {
      const personId = await makePerson(email);
      return makeCycle({
        title,
        subscriptions: { create: { firstName, lastName, personId, profile, createdAt: AT } },
      });
    },
    async () => ((await findRegistrations(token, AT))?.subscriptions ?? []).map(({ title }) => title),
  );
});

test("a cycle is followed under the name last given in it", async () => {
  const { id: cycleId, slug } = await makeCycle();
  for (const firstName of ["Mme", "Élo", "Élodie"])
    await makeRegistration({
      webinarId: (await makeWebinar({ cycleId })).id,
      email: "elodie@exemple.fr",
      firstName,
    });
  await sendLinks("elodie@exemple.fr", AT);
  expect(await followCycle(await mailboxToken(), slug, AT)).toEqual({ ok: true });
  expect(await db.cycleSubscription.findMany()).toMatchObject([{ firstName: "Élodie" }]);
});

test("the link to the room opens the room only: not the personal page, and it cancels nothing", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const [mail] = await mails();
  const [, join = ""] = /\/rejoindre\/([\w-]{43})/.exec(mail?.text ?? "") ?? [];
  expect(join).toHaveLength(43);
  expect(await findRegistrations(join, AT)).toBeNull();
  expect(await cancel(join, slug, null, AT)).toEqual({ ok: false, reason: "unknown" });
  expect(await setReminders(join, false, AT)).toEqual({ ok: false, reason: "unknown" });
});
