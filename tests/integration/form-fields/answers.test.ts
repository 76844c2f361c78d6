import { describe, expect, test } from "vitest";
import { register } from "#lib/enrolment/mutations";
import { findRegistrations } from "#lib/enrolment/page/queries";
import { cancel, correctAnswers } from "#lib/enrolment/seat/mutations";
import { withdrawFormField } from "#lib/form-fields/mutations";
import { fieldName } from "#lib/form-fields/rules";
import { db } from "#lib/platform/db";
import { exportPerson } from "#lib/privacy/queries";
import { registrantsTable } from "#lib/roster/export/mutations";
import { registrantExport } from "#lib/roster/export/schema";
import { registrationForm } from "#lib/site/registration-form";
import { tableFile } from "#lib/tables/files";
import { AT, DAY, later } from "#tests/support/clock";
import { eraseToTheEnd } from "#tests/support/erasure";
import { makeEditor, makeFormField, makeRegistration, makeWebinar } from "#tests/support/factories";
import { enter, input, mailboxToken, registered, withQueues } from "#tests/support/registrations";
import { statementsOf } from "#tests/support/statements";

withQueues();

/** A session whose form asks two things, the second of which is not optional. */
async function asking() {
  const webinar = await makeWebinar({ capacity: 10 });
  const webinarId = webinar.id;
  const role = await makeFormField({ webinarId, label: "Votre rôle" });
  const options = ["En salle", "À distance"];
  const place = await makeFormField({ webinarId, label: "D’où venez-vous", kind: "choice", options, required: true });
  return { ...webinar, role, place };
}

const answersOf = async (email = "elodie@exemple.fr") =>
  (await db.registration.findFirst({ where: { person: { email } }, select: { formAnswers: true } }))?.formAnswers;

describe("whoever registers", () => {
  test("answers what the form of the session asks; what it does not ask is dropped", async () => {
    const { slug, role, place } = await asking();
    const other = await makeFormField({ label: "Ailleurs" });
    await registered(slug, { formAnswers: { [place.id]: "En salle", [role.id]: "  Élue ", [other.id]: "x" } });
    expect(await answersOf()).toEqual({ [role.id]: "Élue", [place.id]: "En salle" });
  });

  test("is told all that is wrong at once, and nothing is written", async () => {
    const { slug, role, place } = await asking();
    const formAnswers = { [role.id]: "x".repeat(201), [place.id]: "Ailleurs" };
    expect(await enter(slug, { formAnswers })).toEqual({
      ok: false,
      reason: "form-fields",
      faults: {
        [fieldName(role.id)]: expect.stringContaining("trop long"),
        [fieldName(place.id)]: "Choisissez dans la liste de «\u202FD’où venez-vous\u202F».",
      },
    });
    expect(await enter(slug)).toMatchObject({
      faults: { [fieldName(place.id)]: "Répondez à «\u202FD’où venez-vous\u202F»." },
    });
    expect(await db.registration.count()).toBe(0);
    expect(await db.person.count()).toBe(0);
    const { alsoWrong } = registrationForm(() => AT);
    expect(await alsoWrong?.({ webinar: slug })).toEqual({
      [fieldName(place.id)]: expect.stringContaining("Répondez"),
    });
    expect(await alsoWrong?.({ webinar: slug, [fieldName(place.id)]: "En salle" })).toEqual({});
  });

  test("answers for the session of the page, not for those asked for with it", async () => {
    const { slug, cycleId, place } = await asking();
    const next = await makeWebinar({ cycleId, startsAt: later(40 * DAY) });
    await register([slug, next.slug], input({ formAnswers: { [place.id]: "En salle" } }), {}, AT);
    const rows = await db.registration.findMany({ select: { webinarId: true, formAnswers: true } });
    expect(rows).toHaveLength(2);
    expect(rows.find(({ webinarId }) => webinarId === next.id)?.formAnswers).toBeNull();
  });

  test("changes nothing of what the owner of a known address answered, and begins anew once the seat was given back", async () => {
    const { slug, place } = await asking();
    await registered(slug, { formAnswers: { [place.id]: "En salle" } });
    await registered(slug, { formAnswers: { [place.id]: "À distance" } });
    expect(await answersOf()).toEqual({ [place.id]: "En salle" });
    await cancel(await mailboxToken(), slug, null, AT);
    await registered(slug, { formAnswers: { [place.id]: "À distance" } });
    expect(await answersOf()).toEqual({ [place.id]: "À distance" });
  });

  test("gets the same answer to the same form, and in a crowd what each would get alone", async () => {
    const { slug, place } = await asking();
    const press = (number: number, answer?: string) =>
      register(
        [slug],
        input({ email: `${number}@exemple.fr`, ...(answer && { formAnswers: { [place.id]: answer } }) }),
        { formToken: `formulaire-${number}` },
        AT,
      );
    const people = Array.from({ length: 6 }, (_, index) => index);
    const sent = await statementsOf(async () => {
      const outcomes = await Promise.all(people.map((one) => press(one, one === 3 ? undefined : "En salle")));
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false, true, true]);
      expect(outcomes[3]).toMatchObject({ faults: { [fieldName(place.id)]: expect.any(String) } });
      expect(await press(2, "En salle")).toEqual(outcomes[2]);
    });
    expect(sent.filter(({ text }) => text === "ROLLBACK")).toEqual([]);
    expect(await db.registration.count()).toBe(5);
    expect(await answersOf("5@exemple.fr")).toEqual({ [place.id]: "En salle" });
  });
});

describe("on the personal page", () => {
  const pageOf = async (token: string, at = AT) => (await findRegistrations(token, at))?.seats[0]?.form;

  test("the owner reads and corrects; what is asked no more stays; a screen shows and changes nothing", async () => {
    const { id, slug, role, place } = await asking();
    const screen = await registered(slug, { formAnswers: { [place.id]: "En salle", [role.id]: "Élue" } });
    const token = await mailboxToken();
    expect(await pageOf(screen)).toEqual({ fields: [], answers: {} });
    expect(await correctAnswers(screen, slug, { [place.id]: "À distance" }, AT)).toMatchObject({ reason: "unknown" });
    expect((await pageOf(token))?.answers).toEqual({ [place.id]: "En salle", [role.id]: "Élue" });
    await withdrawFormField(await makeEditor(), { webinarId: id, id: role.id }, AT);
    expect((await pageOf(token))?.fields.map(({ label }) => label)).toEqual(["D’où venez-vous"]);
    expect(await correctAnswers(token, slug, {}, AT)).toMatchObject({ reason: "form-fields" });
    expect(await correctAnswers(token, slug, { [place.id]: "À distance" }, AT)).toEqual({ ok: true });
    expect(await answersOf()).toEqual({ [place.id]: "À distance", [role.id]: "Élue" });
  });

  test("nothing changes once the session began, nor of whoever was erased, answers included", async () => {
    const { slug, startsAt, place } = await asking();
    await registered(slug, { formAnswers: { [place.id]: "En salle" } });
    const token = await mailboxToken();
    const corrected = { [place.id]: "À distance" };
    expect(await correctAnswers(token, slug, corrected, startsAt)).toEqual({ ok: false, reason: "started" });
    await eraseToTheEnd(token, AT);
    expect(await correctAnswers(token, slug, corrected, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await db.registration.findFirst()).toMatchObject({ formAnswers: null, anonymisedAt: AT });
  });
});

test("a person is told what they answered, under what was asked", async () => {
  const { slug, role, place } = await asking();
  await registered(slug, { formAnswers: { [place.id]: "En salle", [role.id]: "Élue" } });
  const told = await exportPerson(await mailboxToken());
  expect(told?.registrations[0]?.formAnswers).toEqual([
    { label: "Votre rôle", answer: "Élue" },
    { label: "D’où venez-vous", answer: "En salle" },
  ]);
});

test("the file of registrants has a column for each field, those of before included", async () => {
  const { id: webinarId, role, place } = await asking();
  const formAnswers = { [place.id]: "En salle", [role.id]: "=1+1" };
  await makeRegistration({ webinarId, lastName: "Durand", formAnswers });
  await makeRegistration({ webinarId, lastName: "Zola" });
  const editor = await makeEditor();
  await withdrawFormField(editor, { webinarId, id: role.id }, AT);
  const asked = { ...registrantExport.parse({ format: "standard" }), columns: ["lastName", "formAnswers"] as const };
  const table = await registrantsTable(editor, webinarId, { ...asked, columns: [...asked.columns] }, AT);
  const csv = table && (await tableFile(table, "standard")).body;
  expect(csv).toBe("Nom,D’où venez-vous,Votre rôle\r\nDurand,En salle,'=1+1\r\nZola,,\r\n");
});
