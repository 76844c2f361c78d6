import { describe, expect, test } from "vitest";
import { addCycleWebinars } from "#lib/enrolment/groups/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { changeDetails, sendLinks, sendLinksBehind } from "#lib/enrolment/person/mutations";
import { askFromPage } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCycle, makePerson, makeQuestion, makeRegistration, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { input, mailboxToken, mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const kinds = async () => (await mails()).map(({ kind }) => kind);

describe("links sent again", () => {
  test("leave once, however many ask at once", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    await Promise.all(Array.from({ length: 6 }, () => sendLinks(" ÉLODIE@exemple.fr".replace("É", "e"), AT)));
    expect((await kinds()).filter((kind) => kind === "personal-links")).toHaveLength(1);
    await sendLinks("elodie@exemple.fr", later(HOUR + 1));
    expect((await kinds()).filter((kind) => kind === "personal-links")).toHaveLength(2);
  });

  test("name the sessions of the fifty latest registrations", async () => {
    const titles: string[] = [];
    for (let number = 0; number < 51; number++) {
      const { id: webinarId, title } = await makeWebinar({ title: `Séance nº ${number}.` });
      await makeRegistration({ webinarId, email: "elodie@exemple.fr" });
      titles.push(title);
    }
    await sendLinks("elodie@exemple.fr", AT);
    const [mail] = await mails();
    expect(titles.filter((title) => mail?.text.includes(title))).toEqual(titles.slice(1));
  });

  test("leave from any page that shows a registration, to its owner and nobody else", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const typedByAStranger = await registered(slug, { firstName: "Mallory" });
    expect(await sendLinksBehind(typedByAStranger, AT)).toEqual({ ok: true });
    expect((await mails()).at(-1)).toMatchObject({ kind: "personal-links", to: "elodie@exemple.fr" });
    expect(await sendLinksBehind("A".repeat(43), AT)).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("a question from the personal page", () => {
  test("is asked once, whoever presses twice; five at most for a session", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const token = await mailboxToken();
    await Promise.all(Array.from({ length: 20 }, () => askFromPage(token, slug, "Qui finance ?", AT)));
    expect(await db.question.findMany()).toMatchObject([{ text: "Qui finance ?", status: "pending" }]);
    for (const text of ["2", "3", "4", "5"]) expect(await askFromPage(token, slug, text, AT)).toEqual({ ok: true });
    expect(await askFromPage(token, slug, "6", AT)).toEqual({ ok: false, reason: "many" });
    const view = await findRegistrations(token, AT);
    expect(view?.seats[0]?.questions).toEqual(["Qui finance ?", "2", "3", "4", "5"]);
  });

  test("stands below the seat with the others, in the order in which they were asked", async () => {
    const { slug } = await makeWebinar();
    await registered(slug);
    const token = await mailboxToken();
    const { id: registrationId, webinarId } = await db.registration.findFirstOrThrow();
    await expectOrder(
      ["Qui ?", "Quoi ?", "Quand ?", "Combien ?"],
      (text, rank) => makeQuestion({ webinarId, registrationId, text, createdAt: later(rank) }),
      async () => (await findRegistrations(token, AT))?.seats[0]?.questions ?? [],
    );
  });

  test("is refused on a screen link, and once the session has begun", async () => {
    const { slug, startsAt } = await makeWebinar();
    const screen = await registered(slug, { question: "La mienne" });
    expect(await askFromPage(screen, slug, "Une autre", AT)).toEqual({ ok: false, reason: "unknown" });
    expect((await findRegistrations(screen, AT))?.seats[0]?.questions).toEqual([]);
    expect(await askFromPage(await mailboxToken(), slug, "Trop tard", startsAt)).toEqual({
      ok: false,
      reason: "started",
    });
  });
});

test("what would help is what was said for the sessions to come: once withdrawn, it is not shown again", async () => {
  const past = await makeWebinar({ startsAt: later(-3 * DAY) });
  const known = { email: "elodie@exemple.fr", accessNeeds: "Sous-titres" };
  await makeRegistration({ webinarId: past.id, ...known });
  const { slug } = await makeWebinar();
  await registered(slug, { accessNeeds: "Sous-titres" });
  const token = await mailboxToken();
  const needs = async () => (await findRegistrations(token, AT))?.person?.accessNeeds;
  expect(await needs()).toBe("Sous-titres");
  const said = {
    firstName: "Élodie",
    lastName: "D’Arc",
    profile: "citizen",
    organisation: null,
    territory: null,
  } as const;
  await changeDetails(token, { ...said, accessNeeds: null, newsletter: false }, AT);
  expect(await needs()).toBeNull();
});

test("what would help at one session to come is brought to those that a cycle receives", async () => {
  const { firstName, lastName, email, profile } = input();
  const { id: cycleId } = await makeCycle({
    subscriptions: { create: { firstName, lastName, profile, createdAt: AT, personId: await makePerson(email) } },
  });
  const session = async (days: number) => (await makeWebinar({ cycleId, startsAt: later(days * DAY) })).id;
  await makeRegistration({ webinarId: await session(10), email, accessNeeds: "Sous-titres" });
  await makeRegistration({ webinarId: await session(40), email });
  const added = await session(70);
  expect(await addCycleWebinars(AT)).toBe(1);
  expect(await db.registration.findFirst({ where: { webinarId: added } })).toMatchObject({
    accessNeeds: "Sous-titres",
  });
});
