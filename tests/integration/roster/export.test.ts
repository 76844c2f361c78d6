import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { registrantsTable } from "#lib/roster/export/mutations";
import { chosenColumns } from "#lib/roster/export/queries";
import { REGISTRANT_COLUMNS, type RegistrantExport, registrantExport, USUAL_COLUMNS } from "#lib/roster/export/schema";
import { tableFile } from "#lib/tables/files";
import { AT } from "#tests/support/clock";
import { makeEditor, makePartnerLink, makeRegistration, unknownId } from "#tests/support/factories";
import { readWorkbook } from "#tests/support/workbook";

const audit = () => db.auditEntry.findMany({ select: { action: true, noun: true, target: true, details: true } });

describe("registrantsTable", () => {
  const options = (chosen: Partial<RegistrantExport> = {}) => ({
    ...registrantExport.parse({ format: "excel" }),
    ...chosen,
  });
  const exported = async (webinarId: string, chosen: Partial<RegistrantExport> = {}) => {
    const asked = options(chosen);
    const table = await registrantsTable(await makeEditor(), webinarId, asked, AT);
    return table ? String((await tableFile(table, asked.format)).body) : "";
  };

  test("opens right in French Excel: byte order mark, semicolons, CRLF, French headings", async () => {
    const { webinarId, id } = await makeRegistration({ firstName: "Zoé" });
    const text = "Une\nquestion ; et « une » autre";
    await db.question.create({ data: { webinarId, registrationId: id, text } });
    const csv = await exported(webinarId, { columns: [...REGISTRANT_COLUMNS] });
    expect(csv).toMatch(/^\uFEFFÉtat;Prénom;Nom;Adresse électronique;Profil;/);
    expect(csv.split("\r\n")).toHaveLength(3);
    const [line] = parse<Record<string, string>>(csv, { bom: true, columns: true, delimiter: ";" });
    expect(line).toMatchObject({
      État: "Inscription confirmée",
      Prénom: "Zoé",
      Profil: "Association",
      Questions: text,
      "Lettre d’information": "Non",
      "Inscription (heure de Paris)": "2027-01-11 10:00",
      Présence: "Non relevée",
    });
    await db.webinar.update({ where: { id: webinarId }, data: { startsAt: AT, attendanceCompleteAt: AT } });
    expect(await exported(webinarId, { columns: ["presence"] })).toBe("\uFEFFPrésence\r\nNon\r\n");
  });

  test("says through which partner somebody came, and to which words they agreed", async () => {
    const { id: partnerLinkId, webinarId } = await makePartnerLink({ partner: "La Région" });
    await makeRegistration({ webinarId, partnerLinkId, newsletterAt: AT, newsletterNotice: "Oui, écrivez-moi" });
    expect(await exported(webinarId, { format: "standard", columns: ["newsletterNotice", "partner"] })).toBe(
      'Lettre d’information\u00A0: phrase acceptée,Partenaire\r\n"Oui, écrivez-moi",La Région\r\n',
    );
  });

  test("as a workbook: dates and minutes are true cells, at the hour of Paris, and a text is one whatever it begins with", async () => {
    const { webinarId } = await makeRegistration({
      organisation: "=1+1",
      createdAt: AT,
      presentAt: AT,
      presentMinutes: 42,
    });
    const asked = options({ format: "xlsx", columns: ["organisation", "createdAt", "cancelledAt", "minutes"] });
    const table = await registrantsTable(await makeEditor(), webinarId, asked, AT);
    const { rows } = await readWorkbook(table && (await tableFile(table, "xlsx")));
    expect(rows).toEqual([
      ["Organisation", "Inscription (heure de Paris)", "Annulation (heure de Paris)", "Minutes de présence"],
      ["=1+1", new Date("2027-01-11T10:00:00Z"), null, 42],
    ]);
  });

  test("in standard form: no byte order mark, commas, CRLF", async () => {
    const { webinarId } = await makeRegistration({ lastName: "Durand, Camille" });
    expect(await exported(webinarId, { format: "standard", columns: ["lastName", "status"] })).toBe(
      'Nom,État\r\n"Durand, Camille",Inscription confirmée\r\n',
    );
  });

  test.each(["excel", "standard"] as const)("a spreadsheet runs no formula of the %s file", async (format) => {
    for (const organisation of ["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"]) {
      const { webinarId } = await makeRegistration({ organisation });
      const csv = await exported(webinarId, { format, columns: ["organisation"] });
      expect(parse(csv, { bom: true })[1]).toEqual([`'${organisation}`]);
    }
  });

  test("holds the people of the filter, the columns ticked in their order, and the usual ones without a tick", async () => {
    const { webinarId } = await makeRegistration({ lastName: "Un" });
    await makeRegistration({ webinarId, lastName: "Deux", status: "cancelled" });
    const { columns } = registrantExport.parse({ columns: ["status", "lastName"] });
    expect(await exported(webinarId, { columns, etat: "cancelled" })).toBe("\uFEFFÉtat;Nom\r\nAnnulée;Deux\r\n");
    expect(registrantExport.parse({}).columns).toEqual([...USUAL_COLUMNS]);
    expect(USUAL_COLUMNS).not.toContain("accessNeeds");
  });

  test.each([
    { columns: ["status", "motDePasse"] },
    { columns: ["__proto__"] },
    { q: "a".repeat(201) },
    { etat: "inconnu" },
    { profil: "" },
    { presence: "peut-être" },
    { format: "ods" },
    null,
  ])("designates nobody by a choice that does not exist: %o", (typed) => {
    expect(registrantExport.safeParse(typed).success).toBe(false);
  });

  test("is written in the journal with its columns, and no personal datum; the next one starts from them", async () => {
    const { webinarId } = await makeRegistration();
    const editor = await makeEditor();
    expect(await chosenColumns(editor)).toEqual(USUAL_COLUMNS);
    await registrantsTable(editor, webinarId, options({ columns: ["lastName", "email"], q: "Camille" }), AT);
    expect(await audit()).toEqual([
      {
        action: "registrants.export",
        noun: "webinar",
        target: webinarId,
        details: { count: 1, columns: ["lastName", "email"], format: "excel" },
      },
    ]);
    expect(await chosenColumns(editor)).toEqual(["lastName", "email"]);
    expect(await chosenColumns(await makeEditor())).toEqual(USUAL_COLUMNS);
  });

  test("of a session that does not exist is nothing, and leaves no trace", async () => {
    expect(await registrantsTable(await makeEditor(), unknownId(), options(), AT)).toBeNull();
    expect(await db.auditEntry.count()).toBe(0);
  });
});
