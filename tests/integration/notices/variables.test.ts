import { describe, expect, test } from "vitest";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { register } from "#lib/enrolment/mutations";
import { cancel } from "#lib/enrolment/seat/mutations";
import { writeMessage } from "#lib/notices/mutations";
import { recipientsAmong } from "#lib/notices/variables/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCycle, makeRegistration, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { input, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const lastText = async () => (await mails()).at(-1)?.text;

test.each([
  [10 * DAY, "Jusqu’au 12 janvier 2027 à 10\u00A0h (heure de Paris)"],
  [5 * HOUR, "Jusqu’au 11 janvier 2027 à 15\u00A0h (heure de Paris)"],
])("a cancellation says until when it can be undone: %i ms before the session", async (away, words) => {
  const { slug } = await makeWebinar({ startsAt: later(away) });
  await cancel(await registered(slug), slug, null, AT);
  expect(await lastText()).toContain(words);
  // The team may have cancelled it.
  expect(await lastText()).not.toContain("Merci de nous avoir prévenus");
});

test("the date of erasure is that of the last session asked for, whatever the message is about", async () => {
  const cycle = await makeCycle();
  const at = (days: number) => makeWebinar({ cycleId: cycle.id, startsAt: later(days * DAY) });
  const { slug } = await at(40);
  await register([slug], input(), { wholeCycle: true }, AT);
  const told = /jusqu’au (.+?), puis/.exec((await lastText()) ?? "")?.[1] ?? "";
  expect(told).toMatch(/août 2027$/);
  await at(10);
  await addCycleWebinars(later(HOUR));
  expect((await mails()).at(-1)?.kind).toBe("cycle-session-added");
  expect(await lastText()).toContain(`jusqu’au ${told}, puis`);
});

test("a confirmation leads to the hours overseas, which a text of the team may list, and promises no more", async () => {
  const { id, slug } = await makeWebinar({ startsAt: new Date("2027-01-21T12:00:00Z") });
  await registered(slug, { email: "autre@exemple.fr" });
  expect(await lastText()).toMatch(/Votre heure\u00A0: https:\S+\/inscriptions\//);
  expect(await lastText()).not.toMatch(/Guadeloupe|rappel/);
  await db.mailTemplate.create({
    data: { kind: "registration-confirmed", webinarId: id, subject: "Ici", body: "Outre-mer\u00A0: {overseasHours}." },
  });
  await registered(slug);
  const text = await lastText();
  expect(text).toContain(
    "8\u00A0h (Guadeloupe, Martinique, Saint-Barthélemy, Saint-Martin)\u202F; 9\u00A0h (Guyane, Saint-Pierre-et-Miquelon)",
  );
  expect(text).toContain("0\u00A0h le vendredi 22 janvier 2027 (Wallis-et-Futuna).");
  expect(text).not.toMatch(/rappel/);
});

describe("a session that nobody confirmed", () => {
  const DOUBT = "annoncée, à confirmer";
  const forecast = async (days = 10, confidence: "to_confirm" | "documented" = "to_confirm") => {
    const { id: cycleId } = await makeCycle({ provisional: true });
    return makeWebinar({ cycleId, confidence, startsAt: later(days * DAY) });
  };
  const last = async () => (await mails()).at(-1);

  test("is told so by its confirmation, its reminders and the calendar; not once it is cancelled", async () => {
    const { id, slug } = await forecast();
    const token = await registered(slug);
    expect((await last())?.text).toContain(DOUBT);
    expect((await last())?.text).toContain("votre place est réservée, séance à confirmer");
    expect((await last())?.calendar).toContain("STATUS:TENTATIVE\r\n");
    const { id: registrationId } = await db.registration.findFirstOrThrow({ where: { webinarId: id } });
    const remind = () => db.$transaction((tx) => writeMessage(tx, "reminder-day", registrationId, { at: AT }));
    await remind();
    expect((await last())?.text).toContain(DOUBT);
    await db.cycle.updateMany({ data: { provisional: false } });
    await remind();
    expect((await last())?.text).not.toMatch(/à confirmer/);
    await db.cycle.updateMany({ data: { provisional: true } });
    await cancel(token, slug, null, AT);
    expect((await last())?.kind).toBe("registration-cancelled");
    expect((await last())?.text).not.toMatch(/à confirmer/);
  });

  test("and one that the team confirmed says nothing of it", async () => {
    await registered((await forecast(10, "documented")).slug);
    expect((await last())?.text).not.toMatch(/à confirmer/);
    expect((await last())?.calendar).toContain("STATUS:CONFIRMED\r\n");
  });

  test("stands among others: each line says it, and one sentence for all", async () => {
    const { cycleId, slug } = await forecast(10);
    await makeWebinar({ cycleId, confidence: "to_confirm", startsAt: later(11 * DAY) });
    await makeWebinar({ cycleId, startsAt: later(12 * DAY) });
    await register([slug], input(), { wholeCycle: true }, AT);
    const text = (await last())?.text ?? "";
    expect(text.match(/séance à confirmer\)/g)).toHaveLength(2);
    expect(text).toContain("Des séances de ce message sont annoncées, à confirmer");
  });
});

test("a message about several sessions speaks of them in their order", async () => {
  await expectOrder(
    ["first", "second", "third"],
    async (title, rank) => {
      const webinar = await makeWebinar({ title, startsAt: later((rank + 1) * DAY) });
      await makeRegistration({ webinarId: webinar.id });
    },
    async () => {
      const ids = (await db.registration.findMany({ select: { id: true } })).map(({ id }) => id);
      return (await db.$transaction((tx) => recipientsAmong(tx, ids))).map(({ webinar }) => webinar.title);
    },
  );
});

test("a message shows the day of the session it is about as a leaf, while its reader is expected there", async () => {
  const leaf = '<table role="presentation">';
  const lastHtml = async () => (await mails()).at(-1)?.html;
  const cycle = await makeCycle();
  const { slug } = await makeWebinar({ cycleId: cycle.id, startsAt: later(10 * DAY) });
  const link = await registered(slug);
  expect(await lastHtml()).toContain(`${leaf}<tbody><tr><td style="`);
  await cancel(link, slug, null, AT);
  expect(await lastHtml()).toContain("annulée");
  expect(await lastHtml()).not.toContain(leaf);
  await makeWebinar({ cycleId: cycle.id, startsAt: later(20 * DAY) });
  await register([slug], input({ email: "autre@exemple.fr" }), { wholeCycle: true }, AT);
  expect(await lastHtml()).not.toContain(leaf);
});
