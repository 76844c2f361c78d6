import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { isHoliday } from "#lib/calendar/holidays";
import { createCycle } from "#lib/cycles/mutations";
import { findCycle } from "#lib/cycles/queries";
import { proposeYear, USUAL_RULE } from "#lib/cycles/rules";
import { monthField, type NewCycle, newCycle, otherField } from "#lib/cycles/schema";
import { db } from "#lib/platform/db";
import { contentColumns } from "#lib/webinars/schema";
import { AT } from "#tests/support/clock";
import { makeCycle, makeEditor, makeNeed, makeWebinar, unknownId } from "#tests/support/factories";

/** What a browser posts when every proposal of the usual rule is kept. */
function form(year: number, typed: Record<string, string> = {}): Record<string, string> {
  const kept = proposeYear(USUAL_RULE, year, isHoliday).map(({ month, proposed }) => [
    monthField(month),
    `${proposed}T${USUAL_RULE.time}`,
  ]);
  const common = { id: randomUUID(), title: `Cycle ${year}`, year: String(year), durationMinutes: "60", textsFrom: "" };
  return { ...common, ...Object.fromEntries(kept), ...typed };
}

const input = (year: number, typed?: Record<string, string>): NewCycle => newCycle.parse(form(year, typed));

const inParis = (at: Date) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO("Europe/Paris")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

const sessionsOf = (cycleId: string) => db.webinar.findMany({ where: { cycleId }, orderBy: { startsAt: "asc" } });

/** The table of the source document: every session from 13:00 to 14:00 in Paris. */
const TABLE_2019 = [
  ["17/01", "Lancement du cycle de Webinaires"],
  ["21/02", "Qualifier l'innovation"],
  ["21/03", "Connaitre l'écosystème territorial"],
  ["18/04", "Développer des partenariats stratégiques"],
  ["16/05", "Définir sa stratégie"],
  ["20/06", "Evaluer sa capacité de co-construction"],
  ["18/07", "Mobiliser les compétences"],
  ["22/08", "Favoriser l'engagement de l'entreprise"],
  ["19/09", "Hybrider son modèle socio-économique"],
  ["17/10", "Accroître l'impact d'une fondation"],
  ["21/11", "Numériser l'innovation"],
  ["19/12", "Co-construire le bien commun"],
] as const;

test("asked for 2019 with 22 August accepted, it gives the table of the source document", async () => {
  const editor = await makeEditor();
  const before = await makeCycle({ title: "Cycle 2018" });
  for (const [index, [, title]] of TABLE_2019.entries())
    await makeWebinar({ cycleId: before.id, title, startsAt: new Date(Date.UTC(2018, index, 15, 12)) });
  const asked = input(2019, { textsFrom: before.id });
  expect(await createCycle(editor, asked, AT)).toEqual({ ok: true, id: asked.id });

  const sessions = await sessionsOf(asked.id);
  expect(sessions.map(({ startsAt, title }) => [inParis(startsAt), title])).toEqual(
    TABLE_2019.map(([day, title]) => [`2019-${day.slice(3)}-${day.slice(0, 2)}T13:00`, title]),
  );
  expect(sessions.every(({ durationMinutes }) => durationMinutes === 60)).toBe(true);
});

describe("a new cycle", () => {
  test("is provisional, its sessions are drafts, and the journal says who made it", async () => {
    const editor = await makeEditor();
    const asked = input(2028);
    await createCycle(editor, asked, AT);
    expect(await findCycle(editor, asked.id)).toMatchObject({ slug: "cycle-2028", provisional: true });
    const sessions = await sessionsOf(asked.id);
    expect(sessions).toHaveLength(12);
    for (const session of sessions)
      expect(session).toMatchObject({ publishedAt: null, confidence: "to_confirm", editedAt: AT, summary: "" });
    expect(sessions[3]).toMatchObject({ title: "Séance d’avril", slug: "seance-d-avril-2028" });
    expect(await db.auditEntry.findMany()).toMatchObject([
      { action: "cycle.create", target: asked.id, userId: editor.userId, details: { webinars: 12 } },
    ]);
  });

  test("keeps the dates moved by hand and leaves out what was left out", async () => {
    const asked = input(2027, {
      [monthField(8)]: "autre",
      [otherField(8)]: "2027-08-26T18:30",
      [monthField(7)]: "aucune",
    });
    await createCycle(await makeEditor(), asked, AT);
    const days = (await sessionsOf(asked.id)).map(({ startsAt }) => inParis(startsAt));
    expect(days).toHaveLength(11);
    expect(days.filter((day) => /^2027-0[78]/.test(day))).toEqual(["2027-08-26T18:30"]);
  });

  test("posted twice is one cycle", async () => {
    const editor = await makeEditor();
    const asked = input(2028);
    const both = await Promise.all([createCycle(editor, asked, AT), createCycle(editor, asked, AT)]);
    expect(both).toEqual([
      { ok: true, id: asked.id },
      { ok: true, id: asked.id },
    ]);
    expect([await db.cycle.count(), await db.webinar.count(), await db.auditEntry.count()]).toEqual([1, 12, 1]);
  });

  test.each(["Cycle 2019", "CYCLE 2019", "  cycle  2019 ", "Çycle 2019"])(
    "has a title of its own, not %s",
    async (title) => {
      // The address of the first cycle says nothing of its title.
      await makeCycle({ slug: "2019", title: "Cycle 2019" });
      const outcome = await createCycle(await makeEditor(), input(2019, { title }), AT);
      expect(outcome).toEqual({ ok: false, reason: "title-taken" });
      expect([await db.cycle.count(), await db.webinar.count()]).toEqual([1, 0]);
    },
  );

  test("of two made at once under one title, one is refused", async () => {
    const editor = await makeEditor();
    const titles = ["Été 2028", "ete 2028"];
    const outcomes = await Promise.all(titles.map((title) => createCycle(editor, input(2028, { title }), AT)));
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.cycle.count()).toBe(1);
  });

  test("may have the title that another one left, at an address of its own", async () => {
    await makeCycle({ slug: "cycle-2028", title: "Programme 2028" });
    const asked = input(2028);
    const editor = await makeEditor();
    expect(await createCycle(editor, asked, AT)).toEqual({ ok: true, id: asked.id });
    expect(await findCycle(editor, asked.id)).toMatchObject({ title: "Cycle 2028", slug: "cycle-2028-2" });
  });

  test("gives each session an address that nobody has, even when two are made at once", async () => {
    const editor = await makeEditor();
    await makeWebinar({ slug: "seance-de-mars-2028" });
    const outcomes = await Promise.all(["Un", "Deux"].map((title) => createCycle(editor, input(2028, { title }), AT)));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    const marches = await db.webinar.findMany({ where: { slug: { startsWith: "seance-de-mars" } } });
    expect(marches.map(({ slug }) => slug).sort()).toEqual([
      "seance-de-mars-2028",
      "seance-de-mars-2028-2",
      "seance-de-mars-2028-3",
    ]);
  });
});

describe("the texts of the cycle before", () => {
  test("are taken over, and nothing else of it", async () => {
    const need = await makeNeed();
    const before = await makeWebinar({
      title: "Définir sa stratégie",
      summary: "En trois phrases.",
      body: "## Pour qui",
      needId: need.id,
      durationMinutes: 90,
      capacity: 150,
      startsAt: new Date("2026-05-21T11:00:00Z"),
      speakers: ["Camille"],
      roomUrl: "https://salle.example/",
      replayUrl: "https://video.example/",
      replayPublishedAt: AT,
      transcript: "Bonjour.",
      cancelledAt: AT,
      documents: { create: { position: 1, label: "Diapositives", url: "https://diapos.example/" } },
    });
    const asked = input(2027, { textsFrom: before.cycleId });
    await createCycle(await makeEditor(), asked, AT);
    const sessions = await sessionsOf(asked.id);
    const may = sessions.filter(({ title }) => title === "Définir sa stratégie");
    expect(may).toMatchObject([
      {
        slug: "definir-sa-strategie-2027",
        summary: "En trois phrases.",
        body: "## Pour qui",
        needId: need.id,
        durationMinutes: 90,
        capacity: 150,
        startsAt: new Date("2027-05-20T11:00:00Z"),
        source: "Reprise de la séance du 21 mai 2026",
        speakers: [],
        roomUrl: null,
        replayUrl: null,
        replayPublishedAt: null,
        transcript: "",
        cancelledAt: null,
        publishedAt: null,
        version: 1,
      },
    ]);
    for (const column of Object.keys(contentColumns) as (keyof typeof contentColumns)[])
      expect([column, may[0]?.[column]]).toEqual([column, before[column]]);
    expect(await db.webinarDocument.count({ where: { webinarId: may[0]?.id } })).toBe(0);
    expect(sessions.filter(({ summary }) => summary === "")).toHaveLength(11);
  });

  test("under one title twice give two addresses", async () => {
    const { id: cycleId } = await makeCycle({ title: "Cycle 2026" });
    for (const startsAt of ["2026-05-21T11:00:00Z", "2026-06-18T11:00:00Z"])
      await makeWebinar({ cycleId, title: "Atelier", startsAt: new Date(startsAt) });
    const asked = input(2027, { textsFrom: cycleId });
    expect(await createCycle(await makeEditor(), asked, AT)).toEqual({ ok: true, id: asked.id });
    const workshops = (await sessionsOf(asked.id)).filter(({ title }) => title === "Atelier");
    expect(workshops.map(({ slug }) => slug)).toEqual(["atelier-2027", "atelier-2027-2"]);
  });

  test("of a cycle that is gone are said to be", async () => {
    const asked = input(2027, { textsFrom: unknownId() });
    expect(await createCycle(await makeEditor(), asked, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await db.cycle.count()).toBe(0);
  });
});
