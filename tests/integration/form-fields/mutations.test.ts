import { describe, expect, test } from "vitest";
import { createCycle } from "#lib/cycles/mutations";
import {
  createFormField,
  moveFormField,
  restoreFormField,
  updateFormField,
  withdrawFormField,
} from "#lib/form-fields/mutations";
import { askedFormFields, everFormFields, listFormFields, sessionsWithFields } from "#lib/form-fields/queries";
import { changedFormField, newFormField } from "#lib/form-fields/schema";
import { db } from "#lib/platform/db";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { valuesFromWebinar } from "#lib/webinars/terms/queries";
import { AT, DAY, later } from "#tests/support/clock";
import {
  makeCycle,
  makeEditor,
  makeFormField,
  makeRegistration,
  makeWebinar,
  unknownId,
} from "#tests/support/factories";

const editor = () => makeEditor();

/** What a session asks, in order. */
const labelsOf = async (webinarId: string) =>
  (await listFormFields(await editor(), webinarId)).flatMap(({ label, archivedAt }) => (archivedAt ? [] : [label]));

const typed = (webinarId: string, more: Record<string, string> = {}) =>
  newFormField.parse({ webinarId, label: "Votre rôle", kind: "line", ...more });

describe("the form of a session", () => {
  test("asks what the team adds, in its order", async () => {
    const { id } = await makeWebinar();
    const who = await editor();
    for (const label of ["Un", "Deux", "Trois"])
      expect(await createFormField(who, typed(id, { label }), AT)).toEqual({ ok: true });
    const [first, , last] = await listFormFields(who, id);
    await moveFormField(who, { webinarId: id, id: last?.id ?? "", to: "up" }, AT);
    await moveFormField(who, { webinarId: id, id: first?.id ?? "", to: "up" }, AT);
    expect(await labelsOf(id)).toEqual(["Un", "Trois", "Deux"]);
    await moveFormField(who, { webinarId: id, id: first?.id ?? "", to: "down" }, AT);
    expect(await labelsOf(id)).toEqual(["Trois", "Un", "Deux"]);
    const acts = await db.auditEntry.findMany({ select: { action: true, target: true }, distinct: ["action"] });
    expect(acts).toEqual([
      { action: "form-field.create", target: id },
      { action: "form-field.update", target: id },
    ]);
  });

  test("asks in one order, of which a place held twice changes nothing; what it asks no more comes last", async () => {
    const { id: webinarId } = await makeWebinar();
    const ids = [1, 2, 3].map((last) => `0197aaaa-0000-7000-8000-00000000000${last}`);
    for (const id of ids.toReversed()) await makeFormField({ webinarId, id, position: 5 });
    const last = await makeFormField({ webinarId, position: 0, archivedAt: later(DAY) });
    const first = await makeFormField({ webinarId, position: 9, archivedAt: AT });
    const aside = [first.id, last.id];
    const listed = await listFormFields(await editor(), webinarId);
    expect(listed.map(({ id }) => id)).toEqual([...ids, ...aside]);
    const ordered = await db.formField.findMany({
      where: { webinarId, archivedAt: null },
      orderBy: askedFormFields.orderBy,
    });
    expect(ordered.map(({ id }) => id)).toEqual(ids);
    const ever = await db.webinar.findUnique({ where: { id: webinarId }, select: { formFields: everFormFields } });
    expect(ever?.formFields.map(({ id }) => id)).toEqual([...ids, ...aside]);
  });

  test("is proposed to other sessions, that of the latest first", async () => {
    const webinars = [await makeWebinar({ startsAt: AT }), await makeWebinar({ startsAt: later(DAY) })];
    for (const { id: webinarId } of webinars) await makeFormField({ webinarId });
    const proposed = await sessionsWithFields(await editor());
    expect(proposed.map(({ id }) => id)).toEqual(webinars.map(({ id }) => id).toReversed());
  });

  test("asks a few things at most, those put aside not counted", async () => {
    const { id } = await makeWebinar();
    const who = await editor();
    const aside = await makeFormField({ webinarId: id, archivedAt: AT });
    for (let count = 0; count < 8; count += 1) await createFormField(who, typed(id), AT);
    expect(await createFormField(who, typed(id), AT)).toEqual({ ok: false, reason: "many" });
    const chosen = { webinarId: id, id: aside.id };
    expect(await restoreFormField(who, chosen, AT)).toEqual({ ok: false, reason: "many" });
    expect(await labelsOf(id)).toHaveLength(8);
    expect(await createFormField(who, typed(unknownId()), AT)).toEqual({ ok: false, reason: "unknown" });
  });

  test("is not changed over a colleague, nor from another session", async () => {
    const { webinarId, id } = await makeFormField({ label: "Avant" });
    const who = await editor();
    const [read] = await listFormFields(who, webinarId);
    const change = (more: object) =>
      changedFormField.parse({ webinarId, id, kind: "line", label: "Après", shown: read?.shown, ...more });
    expect(await updateFormField(who, change({}), AT)).toEqual({ ok: true });
    expect(await updateFormField(who, change({ label: "Encore" }), AT)).toEqual({ ok: false, reason: "stale" });
    const elsewhere = await makeWebinar();
    const moved = { webinarId: elsewhere.id, id };
    expect(await updateFormField(who, change(moved), AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await withdrawFormField(who, moved, AT)).toEqual({ ok: false, reason: "unknown" });
    expect(await labelsOf(webinarId)).toEqual(["Après"]);
  });

  test("keeps aside what was answered, and deletes what was not", async () => {
    const { webinarId, ...plain } = await makeFormField({ label: "Sans" });
    const answered = await makeFormField({ webinarId, label: "Avec" });
    await makeRegistration({ webinarId, formAnswers: { [answered.id]: "Élue" } });
    const who = await editor();
    const [, read] = await listFormFields(who, webinarId);
    expect(read).toMatchObject({ label: "Avec", answers: 1 });
    const other = { webinarId, id: answered.id, kind: "text", label: "Avec", shown: read?.shown };
    expect(await updateFormField(who, changedFormField.parse(other), AT)).toEqual({ ok: false, reason: "answered" });
    for (const id of [plain.id, answered.id]) await withdrawFormField(who, { webinarId, id }, AT);
    expect(await listFormFields(who, webinarId)).toMatchObject([{ id: answered.id, archivedAt: AT, answers: 1 }]);
    await restoreFormField(who, { webinarId, id: answered.id }, AT);
    expect(await labelsOf(webinarId)).toEqual(["Avec"]);
  });
});

describe("what the form of a session asks goes along", () => {
  const asked = async (webinarId: string) =>
    db.formField.findMany({
      where: { webinarId },
      select: { label: true, kind: true, required: true, options: true, hint: true },
      orderBy: { position: "asc" },
    });

  async function asking(more: Parameters<typeof makeWebinar>[0] = {}) {
    const { id, cycleId } = await makeWebinar(more);
    const choice = { kind: "choice" as const, options: ["A", "B"], required: true, hint: "Pour la salle." };
    await makeFormField({ webinarId: id, label: "Le choix", position: 0, ...choice });
    await makeFormField({ webinarId: id, label: "Le texte", position: 1, kind: "text" });
    await makeFormField({ webinarId: id, label: "Autrefois", position: 2, archivedAt: AT });
    return { id, cycleId, fields: (await asked(id)).slice(0, 2) };
  }

  test("to a session that is made from it, once", async () => {
    const who = await editor();
    const { id, fields } = await asking();
    await makeWebinar();
    expect(await sessionsWithFields(who)).toMatchObject([{ id }]);
    expect(await valuesFromWebinar(who, id)).toMatchObject({ formFrom: id });
    const source = (await findWebinarForEditor(who, id)) ?? expect.fail("no session");
    const { id: _, ...values } = source;
    const saved = await saveWebinar(who, { ...values, slug: "copie", version: 0, formFrom: id }, AT);
    const made = saved.ok ? saved.id : "";
    expect(await asked(made)).toEqual(fields);
    const row = (await findWebinarForEditor(who, made)) ?? expect.fail("no session");
    expect(row.formFrom).toBeNull();
    await saveWebinar(who, { ...row, formFrom: id }, AT);
    expect(await asked(made)).toEqual(fields);
  });

  test("to the sessions that a cycle makes of its texts, each its own", async () => {
    const before = await makeCycle();
    const { fields } = await asking({ cycleId: before.id, startsAt: new Date("2026-01-15T12:00:00Z") });
    await makeWebinar({ cycleId: before.id, startsAt: new Date("2026-02-19T12:00:00Z") });
    const id = "0199aaaa-0000-7000-8000-000000000001";
    const webinars = [1, 2, 3].map((month) => ({ month, startsAt: later(month * 30 * DAY) }));
    const cycle = { id, title: "Cycle 2027", year: 2027, durationMinutes: 60, textsFrom: before.id, webinars };
    await createCycle(await editor(), cycle as Parameters<typeof createCycle>[1], AT);
    const made = await db.webinar.findMany({ where: { cycleId: id }, orderBy: { startsAt: "asc" } });
    expect(made).toHaveLength(3);
    expect(await Promise.all(made.map((one) => asked(one.id)))).toEqual([fields, [], []]);
  });
});
