import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { listRegistrants, registrantsCsv } from "#lib/registrations/editing";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";

describe("listRegistrants", () => {
  test("the confirmed first, in the order of arrival; other sessions left out", async () => {
    const { id: webinarId } = await makeWebinar();
    await makeRegistration({ webinarId, lastName: "Deuxième", createdAt: later(MINUTE) });
    await makeRegistration({ webinarId, lastName: "Parti", status: "cancelled", createdAt: later(-MINUTE) });
    await makeRegistration({ webinarId, lastName: "Premier" });
    await makeRegistration();
    const people = await listRegistrants(await makeEditor(), webinarId);
    expect(people.map(({ lastName }) => lastName)).toEqual(["Premier", "Deuxième", "Parti"]);
  });
});

describe("registrantsCsv", () => {
  const exported = async (webinarId: string) => (await registrantsCsv(await makeEditor(), webinarId, AT)) ?? "";

  test("opens right in French Excel: byte order mark, semicolons, CRLF, French headings", async () => {
    const { webinarId } = await makeRegistration({ firstName: "Zoé", question: "Une\nquestion ; et « une » autre" });
    const csv = await exported(webinarId);
    expect(csv).toMatch(/^\uFEFFÉtat;Prénom;Nom;Adresse électronique;Profil;/);
    expect(csv.split("\r\n")).toHaveLength(3);
    const [line] = parse<Record<string, string>>(csv, { bom: true, columns: true, delimiter: ";" });
    expect(line).toMatchObject({
      État: "Inscrit·e",
      Prénom: "Zoé",
      Profil: "Association",
      Question: "Une\nquestion ; et « une » autre",
      "Lettre d’information": "Non",
      "Inscription (heure de Paris)": "2027-01-11 10:00",
    });
  });

  test.each(["=1+1", "+33", "-2", "@SUM(A1)", "\tx", "\rx"])("a spreadsheet does not run %j", async (organisation) => {
    const { webinarId } = await makeRegistration({ organisation });
    const [line] = parse<Record<string, string>>(await exported(webinarId), {
      bom: true,
      columns: true,
      delimiter: ";",
    });
    expect(line?.Organisation).toBe(`'${organisation}`);
  });

  test("is written in the journal, with no personal datum", async () => {
    const { webinarId } = await makeRegistration();
    const editor = await makeEditor();
    await registrantsCsv(editor, webinarId, AT);
    expect(await db.auditEntry.findMany()).toMatchObject([
      {
        action: "registrants.export",
        noun: "webinar",
        target: webinarId,
        userId: editor.userId,
        details: { count: 1 },
      },
    ]);
  });

  test("of a session that does not exist is nothing, and leaves no trace", async () => {
    expect(await registrantsCsv(await makeEditor(), unknownId(), AT)).toBeNull();
    expect(await db.auditEntry.count()).toBe(0);
  });
});
