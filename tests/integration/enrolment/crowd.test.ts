import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import type { RegistrationInput } from "#lib/enrolment/schema";
import { cancel } from "#lib/enrolment/seat/mutations";
import { db } from "#lib/platform/db";
import { tokenHash } from "#lib/platform/tokens";
import { AT, HOUR, later } from "#tests/support/clock";
import { expectConsole } from "#tests/support/console";
import { makeWebinar } from "#tests/support/factories";
import { enter, input, liveJobs, mails, registered, seatOf, withQueues } from "#tests/support/registrations";
import { statementsOf } from "#tests/support/statements";

withQueues();

type Form = Partial<RegistrationInput> & { form?: string };

const numbered = (number: number): Form => ({
  email: `personne.${number}@exemple.fr`,
  lastName: `Personne ${number}`,
  form: `formulaire-${number}`,
});
const crowd = (count: number): Form[] => Array.from({ length: count }, (_, index) => numbered(index + 1));

/** Everyone presses the button at once. */
const press = (slug: string, forms: Form[], at = AT) =>
  Promise.all(forms.map(({ form = "", ...typed }) => register([slug], input(typed), { formToken: form }, at)));

const tokens = (outcomes: Awaited<ReturnType<typeof press>>) =>
  outcomes.map((outcome) => (outcome.ok ? outcome.token : outcome.reason));

const shown = async (outcomes: Awaited<ReturnType<typeof press>>, at = AT) =>
  Promise.all(tokens(outcomes).map(async (token) => (await seatOf(token, at))?.state));

describe("people who register at the same time", () => {
  test("are given the seats in their order, then places in line, each with their message, its job and their page", async () => {
    const { slug, id } = await makeWebinar({ capacity: 20 });
    const outcomes = await press(slug, crowd(30));
    expect(await shown(outcomes)).toEqual([...Array(20).fill("confirmed"), ...Array(10).fill("waiting")]);
    const line = await db.registration.findMany({
      where: { webinarId: id, status: "waiting" },
      select: { waitlistRank: true, person: { select: { email: true } } },
      orderBy: { waitlistRank: "asc" },
    });
    expect(line).toEqual(
      Array.from({ length: 10 }, (_, index) => ({
        waitlistRank: index + 1,
        person: { email: `personne.${index + 21}@exemple.fr` },
      })),
    );
    const written = await mails();
    expect(written.map(({ to }) => to).sort()).toEqual(
      crowd(30)
        .map(({ email }) => email)
        .sort(),
    );
    expect(written.filter(({ kind }) => kind === "registration-confirmed")).toHaveLength(20);
    expect((await liveJobs()).map(({ key }) => key).sort()).toEqual(written.map((mail) => mail.id).sort());
    expect(written.find(({ to }) => to === "personne.25@exemple.fr")?.text).toContain("position\u00A05");
    const [first = ""] = tokens(outcomes);
    expect(await cancel(first, slug, null, later(HOUR))).toEqual({ ok: true });
  });

  test("ask the database for little more than one of them does", async () => {
    const { slug } = await makeWebinar({ capacity: 100 });
    await enter(slug, { email: "premiere@exemple.fr" });
    const alone = await statementsOf(() => enter(slug, { email: "seule@exemple.fr" }));
    const together = await statementsOf(() => press(slug, crowd(30)));
    expect(await db.registration.count()).toBe(32);
    expect(together.length).toBeLessThan(2 * alone.length);
  });

  test("get what each would get alone: known, sent twice, typed twice, without reminders", async () => {
    const { slug } = await makeWebinar({ capacity: 10 });
    const other = await makeWebinar({ slug: "autre" });
    await registered(slug, { email: "deja@exemple.fr" });
    await registered(other.slug, { email: "ailleurs@exemple.fr" });
    await db.registration.updateMany({ where: { webinarId: other.id }, data: { remindersOffAt: AT } });
    const gone = await registered(slug, { email: "partie@exemple.fr" });
    await cancel(gone, slug, null, AT);
    const twice = { email: "deux.fois@exemple.fr", form: "deux" };
    const forms: Form[] = [
      numbered(1),
      twice,
      { email: "deja@exemple.fr", form: "deja" },
      twice,
      { email: "DEUX.fois@exemple.fr", form: "autre formulaire" },
      { email: "ailleurs@exemple.fr", form: "ailleurs" },
      { email: "partie@exemple.fr", form: "partie" },
      numbered(2),
    ];
    const outcomes = await press(slug, forms, later(HOUR));
    expect(await shown(outcomes, later(HOUR))).toEqual(forms.map(() => "confirmed"));
    expect(outcomes[1]).toEqual(outcomes[3]);
    expect(await db.registration.count({ where: { webinar: { slug } } })).toBe(6);
    const scopeOf = async (token = "") =>
      (await db.registrationGrant.findFirst({ where: { tokenHash: tokenHash(token) } }))?.scope;
    expect(await Promise.all(tokens(outcomes).map(scopeOf))).toEqual([
      "owner",
      "receipt",
      "receipt",
      "receipt",
      "receipt",
      "owner",
      "owner",
      "owner",
    ]);
    expect(await db.registration.count({ where: { status: "confirmed", person: { email: "deja@exemple.fr" } } })).toBe(
      1,
    );
    const silent = await db.registration.findFirstOrThrow({
      where: { webinar: { slug }, person: { email: "ailleurs@exemple.fr" } },
    });
    expect(silent.remindersOffAt).toEqual(AT);
    expect(await db.person.count({ where: { registrations: { none: {} } } })).toBe(0);
  });

  test("are not registered anew by a form that was answered before, nor once the last of them comes too late", async () => {
    const { slug, startsAt } = await makeWebinar({ capacity: 10 });
    const [before] = await press(slug, [numbered(1)]);
    const [token = ""] = tokens(before ? [before] : []);
    await cancel(token, slug, null, AT);
    const [again, ...others] = await press(slug, crowd(3), later(HOUR));
    expect(again).toEqual(before);
    expect((await seatOf(token, later(HOUR)))?.state).toBe("cancelled");
    expect(await shown(others, later(HOUR))).toEqual(["confirmed", "confirmed"]);

    const late = await Promise.all([
      press(slug, [numbered(4)], later(-1, startsAt)),
      press(slug, [numbered(5)], startsAt),
    ]);
    expect(late.flat()).toEqual(Array(2).fill({ ok: false, reason: "closed" }));
  });

  test("are not registered anew by a form whose person has taken another address since", async () => {
    const { slug } = await makeWebinar({ capacity: 10 });
    const [before] = await press(slug, [numbered(1)]);
    await db.person.updateMany({ data: { email: "nouvelle@exemple.fr", emailKey: "nouvelle@exemple.fr" } });
    const sent = await statementsOf(async () => {
      const [again] = await press(slug, crowd(3), later(HOUR));
      expect(again).toEqual(before);
    });
    // The others are registered together, at the first attempt.
    expect(sent.filter(({ text }) => text === "ROLLBACK")).toEqual([]);
    const people = await db.person.findMany({ select: { email: true }, orderBy: { email: "asc" } });
    expect(people.map(({ email }) => email)).toEqual([
      "nouvelle@exemple.fr",
      "personne.2@exemple.fr",
      "personne.3@exemple.fr",
    ]);
  });

  test("are each registered alone when one of them would not be written to", async () => {
    expectConsole(/could not be written together/);
    const { slug } = await makeWebinar({ capacity: 10 });
    await db.$executeRawUnsafe(`CREATE FUNCTION lose_one() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      RETURN CASE WHEN (SELECT count(*) FROM "Registration" WHERE xmin = pg_current_xact_id()::xid) = 1
        OR NEW."to" <> 'personne.2@exemple.fr' THEN NEW END; END $$`);
    await db.$executeRawUnsafe(
      `CREATE TRIGGER lose_one BEFORE INSERT ON "OutgoingMail" FOR EACH ROW EXECUTE FUNCTION lose_one()`,
    );
    try {
      const outcomes = await press(slug, crowd(3));
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
      expect((await mails()).map(({ to }) => to).sort()).toEqual(crowd(3).map(({ email }) => email));
      expect(await db.registration.count()).toBe(3);
    } finally {
      await db.$executeRawUnsafe(`DROP FUNCTION lose_one CASCADE`);
    }
  });

  test("are answered at the same moment: who is known there waits for nothing that a newcomer does not", async () => {
    const { slug } = await makeWebinar({ capacity: 10 });
    await registered(slug, { email: "deja@exemple.fr" });
    const answered: string[] = [];
    const forms: Form[] = [{ email: "deja@exemple.fr", form: "deja" }, numbered(1), numbered(2)];
    await Promise.all(
      forms.map(async ({ email = "", ...form }) => {
        await press(slug, [{ email, ...form }], later(HOUR));
        answered.push(email);
      }),
    );
    expect(answered).toEqual(forms.map(({ email }) => email));
  });

  test("do not fail with the one of them whom the database refuses", async () => {
    expectConsole(/could not be written together/);
    const { slug } = await makeWebinar({ capacity: 10 });
    await db.$executeRawUnsafe(`ALTER TABLE "Registration" ADD CONSTRAINT refused CHECK ("lastName" <> 'Refusée')`);
    try {
      const forms = crowd(8).map((form, index) => (index === 3 ? { ...form, lastName: "Refusée" } : form));
      const outcomes = await Promise.allSettled(
        forms.map(({ form = "", ...typed }) => register([slug], input(typed), { formToken: form }, AT)),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(
        forms.map((_, index) => (index === 3 ? "rejected" : "fulfilled")),
      );
      expect(await db.registration.count()).toBe(7);
      expect(await mails()).toHaveLength(7);
    } finally {
      await db.$executeRawUnsafe(`ALTER TABLE "Registration" DROP CONSTRAINT refused`);
    }
  });

  test("stand behind whoever is owed a seat", async () => {
    const { slug, id } = await makeWebinar({ capacity: 1 });
    const holder = await registered(slug, { email: "titulaire@exemple.fr" });
    await registered(slug, { email: "attend@exemple.fr" });
    await cancel(holder, slug, null, AT);
    await db.webinar.update({ where: { id }, data: { capacity: 3 } });
    const outcomes = await press(slug, crowd(4), later(HOUR));
    expect((await shown(outcomes, later(HOUR))).sort()).toEqual(["confirmed", "confirmed", "waiting", "waiting"]);
    expect(await db.registration.count({ where: { status: "offered" } })).toBe(1);
  });

  test.each([
    ["nobody can see", { publishedAt: null }, "unknown"],
    ["is cancelled", { cancelledAt: AT }, "cancelled"],
    ["has begun", { startsAt: AT }, "closed"],
  ])("are all refused by a session that %s", async (_, data, reason) => {
    const { slug, id } = await makeWebinar({ capacity: 10 });
    await db.webinar.update({ where: { id }, data });
    expect(await press(slug, crowd(3))).toEqual(Array(3).fill({ ok: false, reason }));
    expect(await db.person.count()).toBe(0);
  });
});
