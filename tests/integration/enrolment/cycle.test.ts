import { describe, expect, test } from "vitest";
import { followCycle, leaveCycle } from "#lib/enrolment/cycle/mutations";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { register } from "#lib/enrolment/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { changeDetails, setReminders } from "#lib/enrolment/person/mutations";
import { cancel } from "#lib/enrolment/seat/mutations";
import { findLink } from "#lib/people/links/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCycle, makePerson, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { enter, input, lineOf, mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

/** A cycle of four sessions: one past, three to come. */
async function makeProgramme() {
  const cycle = await makeCycle();
  const at = (days: number, more: Parameters<typeof makeWebinar>[0] = {}) =>
    makeWebinar({ cycleId: cycle.id, startsAt: later(days * DAY), ...more });
  const past = await at(-10);
  const coming = [await at(10), await at(40), await at(70)] as const;
  return { cycle, past, coming, at };
}

const slugs = (sessions: readonly { slug: string }[]) => sessions.map(({ slug }) => slug);

describe("several sessions in one go", () => {
  test("are one message, with one calendar file that has one event a session", async () => {
    const { coming } = await makeProgramme();
    const outcome = await register(slugs(coming), input(), {}, AT);
    expect(outcome.ok).toBe(true);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.kind).toBe("registration-confirmed");
    for (const { title } of coming) expect(mail?.text).toContain(title);
    expect(mail?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    expect(new Set(mail?.calendar?.match(/^UID:.*$/gm)).size).toBe(3);
    // RFC 5546 §3.2.2: a REQUEST speaks of one UID only, and a published file names no attendee.
    expect(mail?.calendarMethod).toBe("PUBLISH");
    expect(mail?.calendar).not.toContain("ATTENDEE");
  });

  test("stand together behind one link", async () => {
    const { coming } = await makeProgramme();
    const outcome = await register(slugs(coming), input(), {}, AT);
    const view = await findRegistrations(outcome.ok ? outcome.token : "", AT);
    expect(view?.seats.map(({ webinar }) => webinar.slug)).toEqual(slugs(coming));
    expect(view?.person).toBeNull();
  });

  test("each have their own place: a full one is waited for", async () => {
    const { coming } = await makeProgramme();
    await db.webinar.update({ where: { id: coming[1].id }, data: { capacity: 1 } });
    await registered(coming[1].slug, { email: "autre@exemple.fr" });
    const outcome = await register(slugs(coming), input(), {}, AT);
    const view = await findRegistrations(outcome.ok ? outcome.token : "", AT);
    expect(view?.seats.map(({ state }) => state)).toEqual(["confirmed", "waiting", "confirmed"]);
    const mail = (await mails()).at(-1);
    expect(mail?.text).toContain("liste d’attente, position\u00A01");
    expect(mail?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });

  test("speak first of the next seat that is kept: its link is the one to the room", async () => {
    const { coming } = await makeProgramme();
    await db.webinar.update({ where: { id: coming[0].id }, data: { capacity: 1 } });
    await registered(coming[0].slug, { email: "autre@exemple.fr" });
    await register(slugs(coming), input(), {}, AT);
    const mail = (await mails()).at(-1);
    expect(mail?.subject).toContain(coming[1].title);
    const [, join = ""] = /\/rejoindre\/([\w-]{43})/.exec(mail?.text ?? "") ?? [];
    const { grants } = (await findLink(join)) ?? { grants: [] };
    const opened = await db.registration.findUnique({ where: { id: grants[0]?.registrationId } });
    expect(opened?.webinarId).toBe(coming[1].id);
  });

  test("of another cycle, past, cancelled or hidden are left out", async () => {
    const { coming, past, at } = await makeProgramme();
    const hidden = await at(20, { publishedAt: null });
    const cancelled = await at(25, { cancelledAt: AT });
    const foreign = await makeWebinar();
    await register(slugs([coming[0], past, hidden, cancelled, foreign]), input(), {}, AT);
    expect((await db.registration.findMany()).map(({ webinarId }) => webinarId)).toEqual([coming[0].id]);
  });

  test("asked for by two crowds in opposite orders, never wait for each other", async () => {
    const { coming } = await makeProgramme();
    const asked = (index: number) => (index % 2 ? slugs(coming) : slugs(coming).reverse());
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, index) =>
        register(asked(index), input({ email: `p${index}@exemple.fr` }), {}, AT),
      ),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await db.registration.count()).toBe(72);
  });
});

describe("the whole cycle", () => {
  test("takes the sessions to come, and later those that are added, once each", async () => {
    const { coming, past, at } = await makeProgramme();
    await register([coming[0].slug], input(), { wholeCycle: true }, AT);
    expect(await db.registration.count()).toBe(3);
    expect(await db.registration.count({ where: { webinarId: past.id } })).toBe(0);
    const planned = await at(100, { publishedAt: later(2 * DAY) });
    expect(await addCycleWebinars(later(DAY))).toBe(0);
    expect(await addCycleWebinars(later(3 * DAY))).toBe(1);
    expect(await addCycleWebinars(later(3 * DAY))).toBe(0);
    expect(await db.registration.findFirst({ where: { webinarId: planned.id } })).toMatchObject({
      status: "confirmed",
      origin: "cycle",
      firstName: "Élodie",
    });
    expect((await mails()).map(({ kind }) => kind)).toEqual(["registration-confirmed", "cycle-session-added"]);
  });

  test("brings what was asked for: help to take part, and no reminders", async () => {
    const { cycle, coming, at } = await makeProgramme();
    await register([coming[0].slug], input({ accessNeeds: "Langue des signes" }), { wholeCycle: true }, AT);
    await setReminders(await mailboxToken(), false, AT);
    const added = await at(100);
    expect(await addCycleWebinars(later(DAY))).toBe(1);
    const kept = () => db.registration.findFirstOrThrow({ where: { webinarId: added.id } });
    expect(await kept()).toMatchObject({ accessNeeds: "Langue des signes", remindersOffAt: AT });
    const other = await makeWebinar({ startsAt: later(20 * DAY), cycleId: cycle.id });
    await registered(other.slug, {}, later(2 * DAY));
    expect(await db.registration.count({ where: { remindersOffAt: null } })).toBe(0);
    expect(await db.registration.findFirst({ where: { webinarId: other.id } })).toMatchObject({ accessNeeds: null });
  });

  test("brings the help asked for when no other session is to come, as the page shows and changes it", async () => {
    const { coming, at } = await makeProgramme();
    await register([coming[0].slug], input({ accessNeeds: "Langue des signes" }), { wholeCycle: true }, AT);
    const token = await mailboxToken();
    const between = later(90 * DAY);
    const shown = async () => (await findRegistrations(token, between))?.person?.accessNeeds;
    const needsAt = async (days: number) => {
      const { id } = await at(days);
      await addCycleWebinars(between);
      return (await db.registration.findFirstOrThrow({ where: { webinarId: id } })).accessNeeds;
    };
    expect(await shown()).toBe("Langue des signes");
    const { question: _, email: __, ...said } = input({ accessNeeds: "Sous-titres" });
    await changeDetails(token, said, between);
    expect(await shown()).toBe("Sous-titres");
    expect(await needsAt(120)).toBe("Sous-titres");
  });

  test("gives the seats of a session that is added to those who followed first", async () => {
    const { id: cycleId } = await makeCycle();
    const { id: webinarId } = await makeWebinar({ cycleId, capacity: 2 });
    const { firstName, lastName, profile } = input();
    await expectOrder(
      ["aicha", "basile", "chloe", "denis"],
      async (name, rank) => {
        const person = { firstName, lastName, profile, personId: await makePerson(`${name}@exemple.fr`) };
        return db.cycleSubscription.create({ data: { cycleId, ...person, createdAt: later(rank) } });
      },
      async () => {
        expect(await addCycleWebinars(AT)).toBe(4);
        return (await lineOf(webinarId)).map(({ email }) => email.replace("@exemple.fr", ""));
      },
    );
    expect((await lineOf(webinarId)).map(({ status }) => status)).toEqual([
      "confirmed",
      "confirmed",
      "waiting",
      "waiting",
    ]);
  });

  test("run by two workers at once, brings each person in once", async () => {
    const { coming, at } = await makeProgramme();
    for (const name of ["a", "b", "c"]) {
      await register([coming[0].slug], input({ email: `${name}@exemple.fr` }), { wholeCycle: true }, AT);
    }
    await at(100);
    await Promise.all([addCycleWebinars(AT), addCycleWebinars(AT), addCycleWebinars(AT)]);
    expect((await mails()).filter(({ kind }) => kind === "cycle-session-added")).toHaveLength(3);
  });

  test("does not bring back somebody who cancelled, nor somebody who left the cycle", async () => {
    const { cycle, coming, at } = await makeProgramme();
    await register([coming[0].slug], input(), { wholeCycle: true }, AT);
    const token = await mailboxToken();
    await cancel(token, coming[1].slug, null, AT);
    expect(await addCycleWebinars(AT)).toBe(0);
    expect((await findRegistrations(token, AT))?.subscriptions).toMatchObject([
      { slug: cycle.slug, title: cycle.title, held: 2 },
    ]);
    expect(await leaveCycle(token, cycle.slug, false, AT)).toEqual({ ok: true });
    await at(100);
    expect(await addCycleWebinars(AT)).toBe(0);
  });
});

const written = async (since: number) => (await mails()).slice(since);

describe("following from the personal page", () => {
  test("takes every session to come at once, in one message with one calendar file, told beforehand", async () => {
    const { cycle, coming, at } = await makeProgramme();
    for (let month = 4; month < 12; month += 1) await at(month * 30);
    await registered(coming[0].slug, { accessNeeds: "Sous-titres" });
    const token = await mailboxToken();
    expect((await findRegistrations(token, AT))?.followable).toMatchObject([{ added: 10 }]);
    expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: true });
    expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: true });
    expect(await addCycleWebinars(AT)).toBe(0);
    expect(await db.registration.count({ where: { accessNeeds: "Sous-titres" } })).toBe(11);
    const [recap, ...others] = await written(1);
    expect(others).toEqual([]);
    expect(recap?.text).toContain("Vous suivez tout le cycle");
    expect(recap?.text).not.toContain("vient d’y entrer");
    expect(recap?.text.match(/votre place est réservée\)/g)).toHaveLength(11);
    expect(recap?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(11);
  });

  test("is done as who the latest registration says", async () => {
    const { cycle, coming } = await makeProgramme();
    await registered(coming[0].slug, { organisation: "Mairie" });
    await registered(coming[1].slug, { organisation: "Département" }, later(DAY));
    expect(await followCycle(await mailboxToken(), cycle.slug, later(DAY))).toEqual({ ok: true });
    expect(await db.cycleSubscription.findMany()).toMatchObject([{ organisation: "Département" }]);
  });

  test("leaves a seat given back where it is, and writes nothing when there is nothing new", async () => {
    const { cycle, coming } = await makeProgramme();
    await register(slugs(coming), input(), {}, AT);
    const token = await mailboxToken();
    await cancel(token, coming[1].slug, null, AT);
    const before = (await mails()).length;
    expect((await findRegistrations(token, AT))?.followable).toMatchObject([{ added: 0, held: 2 }]);
    expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: true });
    expect(await written(before)).toEqual([]);
    expect(await db.registration.count({ where: { status: "cancelled" } })).toBe(1);
  });

  test("waits in line where a session is full", async () => {
    const { cycle, coming } = await makeProgramme();
    await db.webinar.update({ where: { id: coming[1].id }, data: { capacity: 1 } });
    await registered(coming[1].slug, { email: "autre@exemple.fr" });
    await registered(coming[0].slug);
    const before = (await mails()).length;
    await followCycle(await mailboxToken(), cycle.slug, AT);
    const [recap, ...others] = await written(before);
    expect(others).toEqual([]);
    expect(recap?.text).toContain("liste d’attente, position\u00A01");
    expect(recap?.calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  });
});

test("leaving a cycle gives all its seats back in one message, that empties the calendar", async () => {
  const { cycle, coming } = await makeProgramme();
  await db.webinar.updateMany({ where: { cycleId: cycle.id }, data: { capacity: 1 } });
  await register([coming[0].slug], input(), { wholeCycle: true }, AT);
  const foreign = await makeWebinar();
  await registered(foreign.slug);
  for (const { slug } of coming) await registered(slug, { email: "suite@exemple.fr" });
  const token = await mailboxToken();
  const before = (await mails()).length;
  expect(await leaveCycle(token, cycle.slug, true, AT)).toEqual({ ok: true });
  const [own, next, ...others] = await written(before);
  expect(others).toEqual([]);
  expect(own).toMatchObject({ to: "elodie@exemple.fr", kind: "seats-changed", calendarMethod: "PUBLISH" });
  expect(own?.text.match(/inscription annulée\)/g)).toHaveLength(3);
  expect(own?.calendar?.match(/STATUS:CANCELLED/g)).toHaveLength(3);
  expect(next).toMatchObject({ to: "suite@exemple.fr", kind: "seats-changed", calendar: null });
  expect(next?.text.match(/une place vous est proposée jusqu’au/g)).toHaveLength(3);
  const view = await findRegistrations(token, AT);
  expect(view?.subscriptions).toEqual([]);
  expect(view?.seats.filter(({ state }) => state === "confirmed").map(({ webinar }) => webinar.slug)).toEqual([
    foreign.slug,
  ]);
  expect(await leaveCycle(token, cycle.slug, true, AT)).toEqual({ ok: true });
  expect(await written(before + 2)).toEqual([]);
});

test("a batch of new sessions is one message to each follower", async () => {
  const { coming, at } = await makeProgramme();
  for (const name of ["a", "b"])
    await register([coming[0].slug], input({ email: `${name}@exemple.fr` }), { wholeCycle: true }, AT);
  for (let month = 4; month < 15; month += 1) await at(month * 30);
  expect(await addCycleWebinars(later(DAY))).toBe(22);
  const batch = await written(2);
  expect(batch.map(({ to }) => to)).toEqual(["a@exemple.fr", "b@exemple.fr"]);
  for (const { text, calendar } of batch) {
    expect(text).toContain("ces séances viennent d’y entrer");
    expect(calendar?.match(/BEGIN:VEVENT/g)).toHaveLength(11);
  }
});

describe("a cycle that is followed", () => {
  const follows = async (token: string) => {
    const view = await findRegistrations(token, AT);
    return [view?.subscriptions.length, view?.followable.length];
  };

  test("says so in the confirmation, and how to stop", async () => {
    const { coming } = await makeProgramme();
    await register([coming[0].slug], input(), { wholeCycle: true }, AT);
    await register([coming[0].slug], input({ email: "autre@exemple.fr" }), {}, AT);
    const [followed, single] = await mails();
    for (const words of [followed?.text, followed?.html]) expect(words).toContain("Vous suivez tout le cycle");
    expect(single?.text).not.toContain("cycle");
  });

  test("is not for whoever types the address of somebody registered everywhere: the owner is asked", async () => {
    const { cycle, coming, at } = await makeProgramme();
    await register(slugs(coming), input(), {}, AT);
    await register([coming[0].slug], input({ firstName: "Inconnu" }), { wholeCycle: true }, AT);
    expect((await mails()).at(-1)?.text).toContain("Si c’est bien vous, suivez-le");
    const token = await mailboxToken();
    expect(await follows(token)).toEqual([0, 1]);
    await at(100);
    expect(await addCycleWebinars(AT)).toBe(0);

    expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: true });
    expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: true });
    expect(await follows(token)).toEqual([1, 0]);
    expect(await addCycleWebinars(AT)).toBe(0);
    expect(await db.registration.findFirst({ where: { origin: "cycle" } })).toMatchObject({ firstName: "Élodie" });
  });

  test("asks for the mailbox, and for a seat in it", async () => {
    const { cycle, coming } = await makeProgramme();
    const screen = await registered(coming[0].slug);
    const other = await makeWebinar();
    await registered(other.slug, { email: "autre@exemple.fr" });
    for (const token of [screen, await mailboxToken("autre@exemple.fr"), "inconnu"]) {
      expect(await followCycle(token, cycle.slug, AT)).toEqual({ ok: false, reason: "unknown" });
    }
  });
});

test("a question is asked of the session of the page, by who registers", async () => {
  const { coming } = await makeProgramme();
  await register(slugs(coming), input({ question: "Par où commencer ?" }), {}, AT);
  const registration = await db.registration.findFirstOrThrow({ where: { webinarId: coming[0].id } });
  expect(await db.question.findMany()).toMatchObject([
    { webinarId: coming[0].id, registrationId: registration.id, text: "Par où commencer ?", status: "pending" },
  ]);
  expect(await enter(coming[0].slug)).toMatchObject({ ok: true });
});
