import { describe, expect, test } from "vitest";
import { completeAttendance, markAttendance } from "#lib/attendance/mutations";
import { countAttendance } from "#lib/attendance/queries";
import { applyReport, discardReport, keepReport } from "#lib/attendance/reports/mutations";
import { findReport, pendingReport } from "#lib/attendance/reports/queries";
import type { Decision } from "#lib/attendance/reports/schema";
import { db } from "#lib/platform/db";
import { listRegistrants } from "#lib/roster/queries";
import { registrantListQuery } from "#lib/roster/schema";
import { AT, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { mails, withQueues } from "#tests/support/registrations";

withQueues();

const REPORT = `Name (Original Name),User Email,Duration (Minutes)
Camille Durand,camille@exemple.fr,40
MARTIN Élodie (Invité),,62
Jean Petit,,30
Sacha Nouveau,sacha@exemple.fr,50
iPad,,12`;

const session = () => makeWebinar({ startsAt: later(-2 * HOUR), durationMinutes: 60 });
const bring = async (webinarId: string, text = REPORT, at = AT) =>
  keepReport(await makeEditor(), webinarId, { name: "relevé.csv", bytes: new TextEncoder().encode(text) }, at);
const brought = async (webinarId: string) => {
  const kept = await bring(webinarId);
  if (!kept.ok) throw new Error(kept.reason);
  return kept.id;
};
const apply = async (webinarId: string, id: string, decisions: Decision[]) =>
  applyReport(await makeEditor(), { webinarId, id }, decisions, AT);
async function attendances(webinarId: string) {
  const rows = await db.registration.findMany({
    where: { webinarId, presentAt: { not: null } },
    select: { person: true, attendanceSource: true, presentMinutes: true, status: true, origin: true },
    orderBy: { person: { email: "asc" } },
  });
  return rows.map(({ person, ...row }) => ({ email: person?.email, ...row }));
}
const acts = async () =>
  (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action, details }) => [action, details]);

describe("a report that is brought", () => {
  test("offers the registrants of its session in the order of their names", async () => {
    const { id: webinarId } = await session();
    const id = await brought(webinarId);
    await expectOrder(
      ["Aubry Ali", "Aubry Zoé", "Martin Bob", "Zola Anne"],
      (name) => {
        const [lastName = "", firstName = ""] = name.split(" ");
        return makeRegistration({ webinarId, lastName, firstName });
      },
      async () => {
        const report = await findReport(await makeEditor(), webinarId, id);
        return (report?.registrants ?? []).map(({ lastName, firstName }) => `${lastName} ${firstName}`);
      },
    );
  });

  test("marks nobody, and proposes a match for each of its people", async () => {
    const { id: webinarId } = await session();
    const camille = await makeRegistration({ webinarId, email: "camille@exemple.fr", lastName: "Autre" });
    const elodie = await makeRegistration({ webinarId, firstName: "Elodie", lastName: "Martin" });
    const jean = await makeRegistration({ webinarId, firstName: "Jean", lastName: "Petit-Grand" });
    await makeRegistration({ webinarId, firstName: "Camille", lastName: "Durand", anonymisedAt: AT });
    const id = await brought(webinarId);
    const editor = await makeEditor();
    expect(await pendingReport(editor, webinarId)).toEqual({ id, fileName: "relevé.csv" });
    const report = await findReport(editor, webinarId, id);
    expect(report?.rows.map(({ match, addable }) => [match, addable])).toEqual([
      [{ by: "address", registrationId: camille.id }, true],
      [{ by: "name", registrationId: elodie.id }, false],
      [{ by: "doubt", candidates: [jean.id] }, false],
      [{ by: "nothing" }, true],
      [{ by: "nothing" }, false],
    ]);
    expect(report?.registrants).toHaveLength(3);
    expect(await attendances(webinarId)).toEqual([]);
    expect(await acts()).toEqual([["attendance.read", { count: 5 }]]);
  });

  test("keeps the end of a name too long for a file", async () => {
    const { id: webinarId } = await session();
    const editor = await makeEditor();
    const name = `${"x".repeat(250)}.csv`;
    await keepReport(editor, webinarId, { name, bytes: new TextEncoder().encode(REPORT) }, AT);
    expect(await pendingReport(editor, webinarId)).toMatchObject({ fileName: name.slice(-200) });
  });

  test("takes the place of the one before; it belongs to its session, and can be forgotten", async () => {
    const { id: webinarId } = await session();
    const first = await brought(webinarId);
    const second = await brought(webinarId);
    const editor = await makeEditor();
    expect(await findReport(editor, webinarId, first)).toBeNull();
    expect(await findReport(editor, (await session()).id, second)).toBeNull();
    await discardReport(editor, unknownId(), second);
    expect(await pendingReport(editor, webinarId)).not.toBeNull();
    await discardReport(editor, webinarId, second);
    expect(await pendingReport(editor, webinarId)).toBeNull();
  });

  test.each([
    ["early", REPORT, later(-3 * HOUR)],
    ["empty", "Bonjour", AT],
    ["crowded", `Nom,Durée\n${Array.from({ length: 1001 }, (_, n) => `Personne n${n},1`).join("\n")}`, AT],
  ])("is refused: %s", async (reason, text, at) => {
    const { id } = await session();
    expect(await bring(id, text, at)).toEqual({ ok: false, reason });
    expect(await db.attendanceImport.count()).toBe(0);
  });

  test("of a session that does not exist is refused", async () => {
    expect(await bring(unknownId())).toEqual({ ok: false, reason: "unknown" });
  });
});

describe("a report that is applied", () => {
  test("does what was decided, no longer than the session, and is forgotten", async () => {
    const { id: webinarId } = await session();
    const camille = await makeRegistration({ webinarId, email: "camille@exemple.fr" });
    const elodie = await makeRegistration({ webinarId, email: "elodie@exemple.fr" });
    const id = await brought(webinarId);
    const decisions = [
      { registrationId: camille.id },
      { registrationId: elodie.id },
      null,
      { add: "company" as const },
      { registrationId: camille.id },
    ];
    expect(await apply(webinarId, id, decisions)).toEqual({ ok: true, present: 3, added: 1 });
    const seen = { attendanceSource: "report", status: "confirmed" };
    expect(await attendances(webinarId)).toEqual([
      { email: "camille@exemple.fr", presentMinutes: 52, origin: "form", ...seen },
      { email: "elodie@exemple.fr", presentMinutes: 60, origin: "form", ...seen },
      { email: "sacha@exemple.fr", presentMinutes: 50, origin: "report", ...seen },
    ]);
    expect(await db.registration.findFirst({ where: { origin: "report" } })).toMatchObject({
      firstName: "Sacha",
      lastName: "Nouveau",
      profile: "company",
      confirmedAt: AT,
    });
    expect(await db.attendanceImport.count()).toBe(0);
    expect(await mails()).toEqual([]);
    expect((await acts()).at(-1)).toEqual(["attendance.apply", { count: 3, added: 1 }]);
  });

  test("twice, or by two editors at once, counts once", async () => {
    const { id: webinarId } = await session();
    const { id: registrationId } = await makeRegistration({ webinarId });
    const id = await brought(webinarId);
    const outcomes = await Promise.all([apply(webinarId, id, [{ registrationId }]), apply(webinarId, id, [null])]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await apply(webinarId, id, [{ registrationId }])).toEqual({ ok: false, reason: "unknown" });
  });

  test("brought and applied again changes nothing", async () => {
    const { id: webinarId } = await session();
    const decisions = [null, null, null, { add: "citizen" as const }];
    await apply(webinarId, await brought(webinarId), decisions);
    const before = await db.registration.findMany();
    expect(await apply(webinarId, await brought(webinarId), decisions)).toEqual({ ok: true, present: 1, added: 0 });
    expect(await db.registration.findMany()).toEqual(before);
  });

  test("marks nobody of another session, nobody erased, and adds nobody without an address", async () => {
    const { id: webinarId } = await session();
    const other = await makeRegistration();
    const erased = await makeRegistration({ webinarId, anonymisedAt: AT });
    const id = await brought(webinarId);
    const decisions = [{ registrationId: other.id }, { registrationId: erased.id }, { add: "citizen" as const }];
    expect(await apply(webinarId, id, decisions)).toEqual({ ok: true, present: 0, added: 0 });
    expect(await db.registration.count({ where: { presentAt: { not: null } } })).toBe(0);
  });
});

describe("the roll call", () => {
  const roll = async (webinarId: string, query = {}) =>
    (await listRegistrants(await makeEditor(), webinarId, registrantListQuery.parse(query), true)).items.map(
      ({ lastName }) => lastName,
    );

  test("has those who may come and those who came, by name; the others when they are looked for", async () => {
    const { id: webinarId } = await session();
    for (const [lastName, more] of [
      ["Zola", {}],
      ["Étienne", {}],
      ["Attente", { status: "waiting", waitlistRank: 1 }],
      ["Revenu", { status: "cancelled", presentAt: AT }],
      ["", { anonymisedAt: AT }],
      ["", { anonymisedAt: AT, status: "cancelled" }],
    ] as const)
      await makeRegistration({ webinarId, lastName, ...more });
    expect(await roll(webinarId)).toEqual(["Étienne", "Revenu", "Zola"]);
    expect(await roll(webinarId, { q: "attente" })).toEqual(["Attente"]);
    expect(await roll(webinarId, { presence: "oui" })).toEqual(["Revenu"]);
    const counts = { expected: 4, present: 1, absent: 3, anonymised: 1 };
    expect(await countAttendance(await makeEditor(), webinarId)).toEqual({ ...counts, complete: false });
    await completeAttendance(await makeEditor(), webinarId, true, AT);
    expect(await countAttendance(await makeEditor(), webinarId)).toEqual({ ...counts, complete: true });
  });

  test("of one name, is by first name", async () => {
    const { id: webinarId } = await session();
    await expectOrder(
      ["Ali", "Bob", "Éva", "Zoé"],
      (firstName) => makeRegistration({ webinarId, lastName: "Martin", firstName }),
      async () => {
        const query = registrantListQuery.parse({});
        const { items } = await listRegistrants(await makeEditor(), webinarId, query, true);
        return items.map(({ firstName }) => firstName);
      },
    );
  });

  test("is marked by hand, here only, and written in the journal when something changed", async () => {
    const { id: webinarId } = await session();
    const [here, gone, other] = [
      await makeRegistration({ webinarId }),
      await makeRegistration({ webinarId, presentAt: AT, attendanceSource: "join" }),
      await makeRegistration(),
    ];
    await markAttendance(await makeEditor(), webinarId, { present: [here.id, other.id], absent: [gone.id] }, AT);
    expect(await attendances(webinarId)).toMatchObject([{ email: here.email, attendanceSource: "editor" }]);
    expect(await attendances(other.webinarId)).toEqual([]);
    expect(await acts()).toEqual([["attendance.mark", { present: 1, absent: 1 }]]);
    await markAttendance(await makeEditor(), webinarId, { present: [], absent: [] }, AT);
    expect(await acts()).toHaveLength(1);
  });
});

describe("what real reports hold", () => {
  const rowsOf = async (webinarId: string, text: string, name = "relevé.csv") => {
    const kept = await keepReport(await makeEditor(), webinarId, { name, bytes: new TextEncoder().encode(text) }, AT);
    if (!kept.ok) throw new Error(kept.reason);
    return findReport(await makeEditor(), webinarId, kept.id);
  };

  test("two registrants of one name: the row with an address is one of them, the other is to be decided", async () => {
    const { id: webinarId } = await session();
    const one = await makeRegistration({
      webinarId,
      firstName: "Jean",
      lastName: "Martin",
      email: "jean.martin1@exemple.org",
    });
    const two = await makeRegistration({
      webinarId,
      firstName: "Jean",
      lastName: "Martin",
      email: "jean.martin2@exemple.org",
    });
    const report = await rowsOf(
      webinarId,
      "Nom,Email,Durée\nJean Martin,,58\nJean MARTIN,jean.martin2@exemple.org,55\n",
    );
    expect(report?.rows.map(({ match, seconds }) => [match, seconds])).toEqual([
      [{ by: "doubt", candidates: expect.arrayContaining([one.id, two.id]) }, 58 * 60],
      [{ by: "address", registrationId: two.id }, 55 * 60],
    ]);
  });

  test("signs that no column takes, in a name and in the name of the file", async () => {
    const { id: webinarId } = await session();
    const report = await rowsOf(webinarId, "Nom,Durée\nNo\u0000é Le Bris,12\n", "rele\u0000vé.csv");
    expect([report?.fileName, report?.rows[0]?.name]).toEqual(["relevé.csv", "Noé Le Bris"]);
  });

  test("a file that is none by its size is refused", async () => {
    const { id: webinarId } = await session();
    expect(await bring(webinarId, "\n".repeat(900_000))).toEqual({ ok: false, reason: "exhausted" });
  });
});
