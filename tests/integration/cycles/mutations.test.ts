import { describe, expect, test } from "vitest";
import { publishCycle, saveCycle } from "#lib/cycles/mutations";
import { doubtedDates, findCycle, listCycles, listCyclesForEditor } from "#lib/cycles/queries";
import { readyDrafts } from "#lib/cycles/rules";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeCycle, makeEditor, makeWebinar, unknownId } from "#tests/support/factories";

describe("the title of a cycle", () => {
  const shown = { shownTitle: "Cycle 2027", shownProvisional: true };

  test("is saved, with whether it is provisional; its address stays", async () => {
    const editor = await makeEditor();
    const { id, slug } = await makeCycle({ title: "Cycle 2027", provisional: true });
    const typed = { id, title: "Programme 2027", provisional: false, ...shown };
    expect(await saveCycle(editor, typed, AT)).toEqual({ ok: true });
    expect(await findCycle(editor, id)).toMatchObject({ title: "Programme 2027", provisional: false, slug });
    expect(await db.auditEntry.findFirst()).toMatchObject({
      action: "cycle.update",
      details: { fields: ["title", "provisional"] },
    });
  });

  test("of two editors, the second is refused", async () => {
    const editor = await makeEditor();
    const { id } = await makeCycle({ title: "Cycle 2027", provisional: true });
    const outcomes = await Promise.all(
      ["Un", "Deux"].map((title) => saveCycle(editor, { id, title, provisional: true, ...shown }, AT)),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes).toContainEqual({ ok: false, reason: "stale" });
  });

  test("is no other cycle's, whatever its case and its accents", async () => {
    const editor = await makeEditor();
    await makeCycle({ title: "Cycle d’été" });
    const { id } = await makeCycle({ title: "Cycle 2027", provisional: true });
    const typed = { id, title: "CYCLE D’ETE", provisional: true, ...shown };
    expect(await saveCycle(editor, typed, AT)).toEqual({ ok: false, reason: "title-taken" });
    expect(await saveCycle(editor, { ...typed, title: "Cycle 2027" }, AT)).toEqual({ ok: true });
    expect(await saveCycle(editor, { ...typed, title: "cycle 2027" }, AT)).toEqual({ ok: true });
  });

  test("borne by another cycle since before that was refused keeps neither from being saved", async () => {
    const [{ id }] = [
      await makeCycle({ title: "Cycle 2027", provisional: true }),
      await makeCycle({ title: "Cycle 2027" }),
    ];
    const typed = { id, title: "Cycle 2027", provisional: false, ...shown };
    expect(await saveCycle(await makeEditor(), typed, AT)).toEqual({ ok: true });
  });

  test("goes to one of two cycles renamed alike at once", async () => {
    const editor = await makeEditor();
    const cycles = [await makeCycle({ title: "Un" }), await makeCycle({ title: "Deux" })];
    const outcomes = await Promise.all(
      cycles.map(({ id, title: shownTitle }) =>
        saveCycle(editor, { id, title: "Trois", provisional: false, shownTitle, shownProvisional: false }, AT),
      ),
    );
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("is not written over by one who saw the cycle still provisional", async () => {
    const { id } = await makeCycle({ title: "Cycle 2027", provisional: false });
    const typed = { id, title: "Autre", provisional: true, ...shown };
    expect(await saveCycle(await makeEditor(), typed, AT)).toEqual({ ok: false, reason: "stale" });
    expect(await saveCycle(await makeEditor(), { ...typed, id: unknownId() }, AT)).toEqual({
      ok: false,
      reason: "unknown",
    });
  });
});

test("a cycle that is confirmed dates its sessions anew, and a new title does not: calendars read their date", async () => {
  const { id } = await makeCycle({ title: "Cycle 2027", provisional: true });
  const webinar = await makeWebinar({ cycleId: id });
  const typed = { id, shownTitle: "Cycle 2027", shownProvisional: true };
  const dated = async () => (await db.webinar.findUniqueOrThrow({ where: { id: webinar.id } })).updatedAt;
  const editor = await makeEditor();
  expect(await saveCycle(editor, { ...typed, title: "Autre", provisional: true }, later(DAY))).toEqual({ ok: true });
  expect(await dated()).toEqual(webinar.updatedAt);
  const confirmed = { ...typed, title: "Autre", shownTitle: "Autre", provisional: false };
  expect(await saveCycle(editor, confirmed, later(2 * DAY))).toEqual({ ok: true });
  expect(await dated()).toEqual(later(2 * DAY));
});

describe("publishing the drafts of a cycle", () => {
  const draft = { publishedAt: null } as const;

  /** What an editor who opens the cycle is shown, and sends back. */
  async function opened(id: string, at = AT) {
    const cycle = await findCycle(await makeEditor(), id);
    return { id, shown: (await doubtedDates(readyDrafts(cycle?.webinars ?? [], at), at)).shown };
  }

  test("puts those that are written online together, and touches nothing else", async () => {
    const editor = await makeEditor();
    const { id: cycleId } = await makeCycle();
    const drafts = [await makeWebinar({ cycleId, ...draft }), await makeWebinar({ cycleId, ...draft })];
    const others = [
      await makeWebinar({ cycleId, ...draft, summary: "" }),
      await makeWebinar({ cycleId, ...draft, body: "" }),
      await makeWebinar({ cycleId, ...draft, withdrawnAt: AT }),
      await makeWebinar({ cycleId, publishedAt: later(DAY) }),
      await makeWebinar({ ...draft }),
    ];
    expect(await publishCycle(editor, await opened(cycleId), AT)).toEqual({ ok: true, published: 2 });
    const online = await db.webinar.findMany({ where: { publishedAt: AT } });
    expect(online.map(({ id }) => id).sort()).toEqual(drafts.map(({ id }) => id).sort());
    for (const { id, publishedAt, withdrawnAt } of others)
      expect(await db.webinar.findUnique({ where: { id } })).toMatchObject({ publishedAt, withdrawnAt });
    expect((await db.auditEntry.findMany()).map(({ action }) => action).sort()).toEqual([
      "cycle.publish",
      "webinar.publish",
      "webinar.publish",
    ]);
  });

  test("twice publishes once", async () => {
    const editor = await makeEditor();
    const { cycleId } = await makeWebinar(draft);
    const form = await opened(cycleId);
    const both = await Promise.all([publishCycle(editor, form, AT), publishCycle(editor, form, AT)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await publishCycle(editor, { ...form, id: unknownId() }, AT)).toEqual({ ok: false, reason: "nothing" });
  });
});

describe("of the drafts of a cycle, what nobody was shown does not appear:", () => {
  const MONDAY = new Date("2027-01-18T12:00:00Z");

  async function shownDraft() {
    const webinar = await makeWebinar({ publishedAt: null, startsAt: MONDAY });
    const { doubts, shown } = await doubtedDates([webinar], AT);
    expect(doubts).toEqual([]);
    return { webinar, form: { id: webinar.cycleId, shown } };
  }

  test.each<[string, (webinar: { id: string; cycleId: string }) => Promise<unknown>]>([
    [
      "a draft that was moved",
      ({ id }) => db.webinar.update({ where: { id }, data: { startsAt: new Date("2027-01-19T12:00:00Z") } }),
    ],
    ["one that was made longer", ({ id }) => db.webinar.update({ where: { id }, data: { durationMinutes: 90 } })],
    ["one that was added", ({ cycleId }) => makeWebinar({ cycleId, publishedAt: null, startsAt: MONDAY })],
    [
      "a date that fell in school holidays",
      () =>
        db.schoolHoliday.create({
          data: {
            label: "Vacances d’hiver - Zone A",
            startsOn: new Date("2027-01-18"),
            endsOn: new Date("2027-01-31"),
          },
        }),
    ],
  ])("%s", async (_, change) => {
    const { webinar, form } = await shownDraft();
    await change(webinar);
    expect(await publishCycle(await makeEditor(), form, AT)).toEqual({ ok: false, reason: "unconfirmed" });
    expect(await db.webinar.count({ where: { publishedAt: { not: null } } })).toBe(0);
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("a date that passed since, and any date when nothing was shown", async () => {
    const { form } = await shownDraft();
    const editor = await makeEditor();
    const refused = { ok: false, reason: "unconfirmed" };
    expect(await publishCycle(editor, form, new Date(MONDAY.getTime() + 1))).toEqual(refused);
    expect(await publishCycle(editor, { ...form, shown: "" }, AT)).toEqual(refused);
    expect(await publishCycle(editor, form, AT)).toEqual({ ok: true, published: 1 });
  });
});

test("cycles are listed latest first, their sessions in order, one being made on top", async () => {
  const at = (day: string) => new Date(`${day}T11:00:00Z`);
  const editor = await makeEditor();
  const first = await makeCycle({ title: "2027" });
  await makeWebinar({ cycleId: first.id, startsAt: at("2027-02-18") });
  await makeWebinar({ cycleId: first.id, startsAt: at("2027-01-21"), summary: "" });
  const second = await makeCycle({ title: "2019" });
  await makeWebinar({ cycleId: second.id, startsAt: at("2019-01-17") });
  await makeCycle({ title: "vide" });
  const listed = await listCycles(editor);
  expect(listed.map(({ title }) => title)).toEqual(["vide", "2027", "2019"]);
  expect(listed[1]?.webinars.map(({ startsAt, written }) => [startsAt.toISOString().slice(0, 10), written])).toEqual([
    ["2027-01-21", false],
    ["2027-02-18", true],
  ]);
  expect(await findCycle(editor, unknownId())).toBeNull();
});

test("a session is put into one of the cycles, the newest proposed first", async () => {
  const editor = await makeEditor();
  const first = await makeCycle();
  const second = await makeCycle();
  expect((await listCyclesForEditor(editor)).map(({ id }) => id)).toEqual([second.id, first.id]);
});
