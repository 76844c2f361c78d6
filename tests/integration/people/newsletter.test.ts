import { expect, test } from "vitest";
import { listAudit } from "#lib/audit/queries";
import { newsletterTable } from "#lib/people/newsletter/mutations";
import { db } from "#lib/platform/db";
import { anonymise } from "#lib/privacy/anonymisation-mutations";
import { tableFile } from "#lib/tables/files";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makePerson, makeRegistration, makeWebinar } from "#tests/support/factories";
import { readWorkbook } from "#tests/support/workbook";

async function readers() {
  const table = await newsletterTable(await makeEditor(), "xlsx", AT);
  return (await readWorkbook(await tableFile(table, "xlsx"))).rows.slice(1);
}

test("holds each address that agreed once, as it last did, with when, where and in which words", async () => {
  const startsAt = new Date("2027-02-01T12:00:00Z");
  const [first, second] = [
    await makeWebinar({ title: "Un", startsAt }),
    await makeWebinar({ title: "Deux", startsAt }),
  ];
  const personId = await makePerson("marie@exemple.fr");
  const marie = { personId, newsletterNotice: "Oui" };
  await makeRegistration({ ...marie, webinarId: first.id, newsletterAt: AT, firstName: "Marie", lastName: "Curie" });
  await makeRegistration({ ...marie, webinarId: second.id, newsletterAt: later(-DAY), lastName: "Sklodowska" });
  await makeRegistration({ webinarId: first.id, personId: await makePerson("sans@exemple.fr"), newsletterAt: null });
  await makeRegistration({
    webinarId: second.id,
    personId: await makePerson("albert@exemple.fr"),
    newsletterAt: later(-DAY),
    newsletterNotice: "=Oui",
    status: "cancelled",
  });
  expect(await readers()).toEqual([
    [
      "albert@exemple.fr",
      expect.any(String),
      expect.any(String),
      new Date("2027-01-10T10:00:00Z"),
      "Deux",
      new Date("2027-02-01T13:00:00Z"),
      "=Oui",
    ],
    [
      "marie@exemple.fr",
      "Marie",
      "Curie",
      new Date("2027-01-11T10:00:00Z"),
      "Un",
      new Date("2027-02-01T13:00:00Z"),
      "Oui",
    ],
  ]);
});

test("forgets who went back on it, and who was erased", async () => {
  const { id, webinarId } = await makeRegistration({ newsletterAt: AT });
  const { id: erased } = await makeRegistration({ webinarId, newsletterAt: AT });
  expect(await readers()).toHaveLength(2);
  await db.registration.update({ where: { id }, data: { newsletterAt: null } });
  expect(await readers()).toHaveLength(1);
  await db.$transaction((tx) => anonymise(tx, [erased], AT));
  expect(await readers()).toEqual([]);
});

test("is written in the journal: how many, which file, never whose", async () => {
  const editor = await makeEditor();
  await makeRegistration({ newsletterAt: AT, lastName: "Curie" });
  await newsletterTable(editor, "standard", AT);
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({
    action: "newsletter.export",
    userId: editor.userId,
    details: { count: 1, file: "lettre-d-information", format: "standard" },
  });
  expect(JSON.stringify(entry)).not.toContain("Curie");
  const { items } = await listAudit(editor);
  expect(items).toMatchObject([{ file: "1\u00A0ligne, CSV standard" }]);
});
