import { describe, expect, test } from "vitest";
import { broughtBy } from "#lib/enrolment/colleagues/labels";
import type { Colleague } from "#lib/enrolment/colleagues/rules";
import { register } from "#lib/enrolment/mutations";
import { db } from "#lib/platform/db";
import { registrationForm } from "#lib/site/registration-form";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makePartnerLink, makeWebinar } from "#tests/support/factories";
import { input, lineOf, mailboxToken, mails, registered, seatOf, withQueues } from "#tests/support/registrations";

withQueues();

const colleague = (name: string): Colleague => ({
  firstName: name,
  lastName: "Durand",
  email: `${name.toLowerCase()}@exemple.fr`,
});

const bring = (slug: string, names: string[], more: Parameters<typeof register>[2] = {}, at = AT) =>
  register([slug], input({ organisation: "La Fabrique" }), { colleagues: names.map(colleague), ...more }, at);

const kindsOf = async () => (await mails()).map(({ to, kind }) => [to, kind]).sort();

describe("somebody who registers colleagues too", () => {
  test("gives each their seat, their message and their own links", async () => {
    const { slug, id } = await makeWebinar({ capacity: 10 });
    expect(await bring(slug, ["Ada", "Blaise"])).toMatchObject({ ok: true, colleagues: "seated" });
    expect(await lineOf(id)).toMatchObject([
      { email: "elodie@exemple.fr", status: "confirmed" },
      { email: "ada@exemple.fr", status: "confirmed" },
      { email: "blaise@exemple.fr", status: "confirmed" },
    ]);
    const rows = await db.registration.findMany({ where: { lastName: "Durand" } });
    for (const row of rows)
      expect(row).toMatchObject({ organisation: "La Fabrique", profile: "association", newsletterAt: null });
    const [own, ...theirs] = (await mails()).toSorted(
      (a, b) => Number(b.to.startsWith("el")) - Number(a.to.startsWith("el")),
    );
    expect(own?.text).not.toContain("vous a inscrit");
    for (const mail of theirs) expect(mail.text).toContain("Élodie D’Arc vous a inscrit");
    expect((await seatOf(await mailboxToken("ada@exemple.fr")))?.state).toBe("confirmed");
  });

  test("takes the last seats in the order of the form; the others wait, in their turn", async () => {
    const { slug, id } = await makeWebinar({ capacity: 2 });
    expect(await bring(slug, ["Ada", "Blaise", "Chloé"])).toMatchObject({ colleagues: "both" });
    expect(await lineOf(id)).toMatchObject([
      { email: "elodie@exemple.fr", status: "confirmed", waitlistRank: null },
      { email: "ada@exemple.fr", status: "confirmed", waitlistRank: null },
      { email: "blaise@exemple.fr", status: "waiting", waitlistRank: 1 },
      { email: "chloé@exemple.fr", status: "waiting", waitlistRank: 2 },
    ]);
    expect(await kindsOf()).toEqual([
      ["ada@exemple.fr", "registration-confirmed"],
      ["blaise@exemple.fr", "registration-waiting"],
      ["chloé@exemple.fr", "registration-waiting"],
      ["elodie@exemple.fr", "registration-confirmed"],
    ]);
    const full = await makeWebinar({ capacity: 1 });
    expect(await bring(full.slug, ["Ada", "Blaise"])).toMatchObject({ colleagues: "waiting" });
  });

  test("learns nothing of an address that is registered already, whose owner alone is told, once an hour", async () => {
    const { slug } = await makeWebinar({ capacity: 10 });
    await registered(slug, { email: "ada@exemple.fr", organisation: null });
    expect(await bring(slug, ["Ada"], {}, later(2 * HOUR))).toMatchObject({ colleagues: "seated" });
    expect(await db.registration.count()).toBe(2);
    expect(await db.registration.findFirst({ where: { person: { email: "ada@exemple.fr" } } })).toMatchObject({
      organisation: null,
      lastName: "D’Arc",
    });
    const told = async () => (await kindsOf()).filter(([to]) => to === "ada@exemple.fr").map(([, kind]) => kind);
    expect(await told()).toEqual(["registration-already", "registration-confirmed"]);
    await register([slug], input({ email: "x@exemple.fr" }), { colleagues: [colleague("Ada")] }, later(2 * HOUR + 1));
    expect(await told()).toHaveLength(2);
  });

  test("gets the same page for the same form, which brings nobody twice; with another colleague it is another form", async () => {
    const { slug } = await makeWebinar({ capacity: 10 });
    const form = { formToken: "formulaire" };
    const first = await bring(slug, ["Ada"], form);
    expect(await bring(slug, ["Ada"], form)).toEqual({ ...first, colleagues: "written" });
    expect(await bring(slug, ["Blaise"], form)).toEqual({ ok: false, reason: "spent" });
    expect(await db.registration.count()).toBe(2);
    expect(await mails()).toHaveLength(2);
  });

  test("brings nobody where one may not register, and to the session of the page alone", async () => {
    const { slug, startsAt, cycleId } = await makeWebinar({ capacity: 10 });
    await makeWebinar({ cycleId, startsAt: later(40 * DAY) });
    expect(await bring(slug, ["Ada"], {}, startsAt)).toEqual({ ok: false, reason: "closed" });
    expect(await db.person.count()).toBe(0);
    await bring(slug, ["Ada"], { wholeCycle: true });
    expect(await db.registration.count({ where: { person: { email: "ada@exemple.fr" } } })).toBe(1);
    expect(await db.cycleSubscription.count()).toBe(1);
  });

  test("brings them through the partner’s link, as far as it goes", async () => {
    const { slug, id: webinarId } = await makeWebinar({ capacity: 10 });
    const { code } = await makePartnerLink({ webinarId, quota: 2 });
    expect(await bring(slug, ["Ada", "Blaise"], { partnerLink: code })).toMatchObject({ colleagues: "seated" });
    const through = { where: { partnerLinkId: { not: null } }, orderBy: { createdAt: "asc" } } as const;
    expect(await db.registration.count(through)).toBe(2);
    expect(await db.registration.count()).toBe(3);
  });
});

test("two forms at once give no more seats than there are", async () => {
  const { slug, id } = await makeWebinar({ capacity: 5 });
  const forms = Array.from({ length: 4 }, (_, index) =>
    register(
      [slug],
      input({ email: `${index}@exemple.fr` }),
      { colleagues: [`A${index}`, `B${index}`].map(colleague) },
      AT,
    ),
  );
  await Promise.all(forms);
  const line = await lineOf(id);
  expect(line.filter(({ status }) => status === "confirmed")).toHaveLength(5);
  expect(line.filter(({ status }) => status === "waiting").map(({ waitlistRank }) => waitlistRank)).toEqual([
    1, 2, 3, 4, 5, 6, 7,
  ]);
});

describe("the form", () => {
  const { schema, alsoWrong } = registrationForm(() => AT);
  const typed = (more: Record<string, string>) => ({
    ...{
      webinar: "seance",
      firstName: "Élodie",
      lastName: "D’Arc",
      email: "elodie@exemple.fr",
      profile: "association",
    },
    ...more,
  });
  const faultsOf = async (more: Record<string, string>) => {
    const parsed = await schema.safeParseAsync(typed(more));
    return (parsed.error?.issues ?? []).map(({ path, message }) => [path[0], message]);
  };

  const told = { colleaguesTold: "on" };

  test("reads those who are named, one a line, whatever stands between", async () => {
    const colleagues = "Ada Martin ada@exemple.fr\r\n\r\n Anne Marie, de la Tour ; <anne@exemple.fr>\n";
    expect((await schema.parseAsync(typed({ colleagues, ...told }))).colleagues).toEqual([
      { firstName: "Ada", lastName: "Martin", email: "ada@exemple.fr" },
      { firstName: "Anne Marie", lastName: "de la Tour", email: "anne@exemple.fr" },
    ]);
    expect((await schema.parseAsync(typed({}))).colleagues).toEqual([]);
  });

  test("says what a line lacks, that an address is there twice, and asks whether they were told", async () => {
    expect(await faultsOf({ colleagues: "Ada Martin ada@exemple.fr\nBlaise" })).toEqual([
      ["colleagues", "Ligne 2\u00A0: écrivez le prénom, le nom, puis l’adresse électronique."],
      ["colleaguesTold", "Confirmez que ces personnes savent que vous les inscrivez."],
    ]);
    const one = (colleagues: string) => faultsOf({ colleagues, ...told });
    expect(await one("Ada Martin ELODIE@exemple.fr")).toEqual([["colleagues", expect.stringContaining("déjà")]]);
    expect(await one("Ada M a@exemple.fr\nAda M A@exemple.fr")).toEqual([
      ["colleagues", expect.stringMatching(/^Ligne 2.*déjà/)],
    ]);
    expect(await one("Ada Martin a@exemple")).toEqual([["colleagues", expect.stringContaining("Ligne 1")]]);
    const lines = [1, 2, 3, 4, 5, 6].map((number) => `Ada Martin a${number}@exemple.fr`);
    expect(await one(lines.join("\n"))).toEqual([["colleagues", "Pas plus de 5 collègues par formulaire."]]);
    expect(await one(lines.slice(1).join("\n"))).toEqual([]);
    expect(await alsoWrong?.({ webinar: "seance", colleagues: "Ada" })).toHaveProperty("colleaguesTold");
  });
});

test("a name says nothing but a name in the message of another", () => {
  expect(broughtBy("Ada {personalLink}", "[x](y) D’Arc-Petit")).toMatch(
    /^Ada personalLink xy D’Arc-Petit vous a inscrit/,
  );
});
