import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { db } from "#lib/platform/db";
import { countRegistrants, listRegistrants } from "#lib/roster/queries";
import { registrantListQuery } from "#lib/roster/schema";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";
import { enter, input, withQueues } from "#tests/support/registrations";

withQueues();

const listed = async (webinarId: string, query: Record<string, string> = {}) =>
  listRegistrants(await makeEditor(), webinarId, registrantListQuery.parse(query));
const names = async (webinarId: string, query: Record<string, string> = {}) =>
  (await listed(webinarId, query)).items.map(({ lastName }) => lastName);
const someone = (name: string) => input({ firstName: "A", lastName: name, email: `${name}@exemple.fr` });

describe("listRegistrants", () => {
  test("the confirmed first, in the order of arrival; other sessions left out", async () => {
    const { id: webinarId } = await makeWebinar();
    await makeRegistration({ webinarId, lastName: "Deuxième", createdAt: later(MINUTE) });
    await makeRegistration({ webinarId, lastName: "Parti", status: "cancelled", createdAt: later(-MINUTE) });
    await makeRegistration({ webinarId, lastName: "Premier" });
    await makeRegistration();
    expect(await names(webinarId)).toEqual(["Premier", "Deuxième", "Parti"]);
  });

  test("the waiting list in its order, with positions that leave no gap", async () => {
    const { id: webinarId } = await makeWebinar();
    for (const [lastName, waitlistRank] of [
      ["c", 9],
      ["a", 2],
      ["b", 5],
    ] as const)
      await makeRegistration({ webinarId, lastName, waitlistRank, status: "waiting" });
    const { items } = await listed(webinarId, { etat: "waiting" });
    expect(items.map(({ lastName, position }) => [lastName, position])).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ]);
  });

  test("by state, profile, presence, and letters whatever their accents", async () => {
    const { id: webinarId } = await makeWebinar();
    await makeRegistration({ webinarId, lastName: "Légère", profile: "company", presentAt: AT });
    await makeRegistration({ webinarId, lastName: "Autre", email: "100%_moi@exemple.fr" });
    await makeRegistration({ webinarId, lastName: "Parti", status: "cancelled" });
    expect(await names(webinarId, { etat: "cancelled" })).toEqual(["Parti"]);
    expect(await names(webinarId, { profil: "company" })).toEqual(["Légère"]);
    expect(await names(webinarId, { presence: "oui" })).toEqual(["Légère"]);
    expect(await names(webinarId, { presence: "non", etat: "confirmed" })).toEqual(["Autre"]);
    expect(await names(webinarId, { q: "legere CAMILLE" })).toEqual(["Légère"]);
    expect(await names(webinarId, { q: "%_" })).toEqual(["Autre"]);
    expect(await names(webinarId, { etat: "plumber", profil: "'; --" })).toHaveLength(3);
  });

  test("first those whose last confirmation was refused, with the words of the server", async () => {
    const { id: webinarId, slug } = await makeWebinar();
    const { slug: other } = await makeWebinar();
    await enter(slug, someone("heureuse"));
    await enter(slug, someone("refusee"), later(MINUTE));
    await enter(slug, someone("renvoyee"), later(2 * MINUTE));
    await enter(slug, someone("partie"), later(3 * MINUTE));
    await enter(other, someone("heureuse"), later(4 * MINUTE));
    const refuse = (to: string) =>
      db.outgoingMail.updateMany({ where: { to }, data: { status: "failed", lastError: "550 No such user" } });
    for (const name of ["refusee", "renvoyee", "partie"]) await refuse(`${name}@exemple.fr`);
    await db.outgoingMail.updateMany({
      where: { to: "heureuse@exemple.fr", createdAt: later(4 * MINUTE) },
      data: { status: "failed" },
    });
    const resent = await db.registration.findFirstOrThrow({
      where: { lastName: "renvoyee" },
      include: { person: true },
    });
    await db.outgoingMail.create({
      data: {
        kind: "registration-confirmed",
        to: resent.person?.email ?? "",
        subject: "",
        text: "",
        html: "",
        registrationId: resent.id,
        subjects: { create: { registrationId: resent.id } },
        createdAt: later(5 * MINUTE),
      },
    });
    await db.registration.updateMany({ where: { lastName: "partie" }, data: { status: "cancelled" } });
    const { items } = await listed(webinarId);
    expect(items.map(({ lastName, mailError }) => [lastName, mailError])).toEqual([
      ["refusee", "550 No such user"],
      ["heureuse", null],
      ["renvoyee", null],
      ["partie", null],
    ]);
  });

  test("a message about several sessions counts for each", async () => {
    const first = await makeWebinar();
    const second = await makeWebinar({ cycleId: first.cycleId, startsAt: later(40 * DAY) });
    await register([first.slug, second.slug], input(), {}, AT);
    await db.outgoingMail.updateMany({ data: { status: "failed", lastError: "550" } });
    expect((await listed(first.id)).items[0]?.mailError).toBe("550");
    expect((await listed(second.id)).items[0]?.mailError).toBe("550");
  });

  test("fifty a page; a page past the end is the last one", async () => {
    const { id: webinarId } = await makeWebinar();
    for (let index = 0; index < 52; index++) await makeRegistration({ webinarId });
    expect(await listed(webinarId)).toMatchObject({ total: 52, page: 1, pageCount: 2 });
    const last = await listed(webinarId, { page: "9" });
    expect(last).toMatchObject({ page: 2 });
    expect(last.items).toHaveLength(2);
  });

  test("with the questions of each", async () => {
    const { webinarId, id } = await makeRegistration();
    for (const text of ["Une ?", "Deux ?"]) await db.question.create({ data: { webinarId, registrationId: id, text } });
    expect((await listed(webinarId)).items[0]?.questions).toEqual(["Une ?", "Deux ?"]);
  });

  test("counts by state", async () => {
    const { webinarId } = await makeRegistration();
    await makeRegistration({ webinarId, status: "waiting", waitlistRank: 1 });
    await makeRegistration({ webinarId, status: "waiting", waitlistRank: 2 });
    expect(await countRegistrants(await makeEditor(), webinarId)).toEqual({ confirmed: 1, waiting: 2 });
  });
});

test.each([
  ["marilyn monroe", "Monroe"],
  ["MONROE, Marilyn", "Monroe"],
  ["jean pierre", "de La Fontaine"],
  ["jean-pierre fontaine", "de La Fontaine"],
  ["Martin, Zoé", "Martin"],
  ["zoe martin@", "Martin"],
  ["l’amie d’Arc", "d’Arc"],
  ["contact@mairie-évry.fr", "d’Arc"],
])("« %s » finds who has every word, in any order", async (q, found) => {
  const { id: webinarId } = await makeWebinar();
  for (const [firstName, lastName, email] of [
    ["Marilyn Susan", "Monroe", "m@exemple.fr"],
    ["Jean-Pierre", "de La Fontaine", "jp@exemple.fr"],
    ["Zoé", "Martin", "zoe.martin@exemple.fr"],
    ["L’Amie", "d’Arc", "contact@xn--mairie-vry-h7a.fr"],
  ] as const)
    await makeRegistration({ webinarId, firstName, lastName, email });
  expect(await names(webinarId, { q })).toEqual([found]);
  expect(await names(webinarId, { q: `${q} personne` })).toEqual([]);
});
