import { describe, expect, test } from "vitest";
import { findTemplate } from "#lib/mail/find-template";
import type { MailKind } from "#lib/mail/schema";
import { templateForm } from "#lib/mail/template-form";
import { resetTemplate, saveTemplate } from "#lib/mail/template-mutations";
import { findEditedTemplate, listCommonTemplates } from "#lib/mail/template-queries";
import { db } from "#lib/platform/db";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeWebinar, unknownId } from "#tests/support/factories";

const typed = (overrides: Record<string, string> = {}) =>
  templateForm.parse({
    id: "survey",
    version: "0",
    subject: "Bonjour {Prénom}",
    body: "Lisez {lien vers le questionnaire}",
    ...overrides,
  });

const common = (kind: MailKind = "survey") => ({ kind, webinarId: null });

describe("the words of a message", () => {
  test("are kept with the names of what they stand for, and read again in French", async () => {
    const editor = await makeEditor();
    expect(await saveTemplate(editor, typed(), AT)).toEqual({ ok: true });
    expect(await findTemplate(db, "survey", null)).toEqual({
      subject: "Bonjour {firstName}",
      body: "Lisez {surveyUrl}",
    });
    expect(await findEditedTemplate(editor, common())).toEqual({
      subject: "Bonjour {prénom}",
      body: "Lisez {lien vers le questionnaire}",
      origin: "common",
      version: 1,
    });
    const edited = (await listCommonTemplates(editor)).filter(({ editedAt }) => editedAt);
    expect(edited).toEqual([{ kind: "survey", editedAt: AT }]);
  });

  test("of one session leave the others alone", async () => {
    const editor = await makeEditor();
    const { id } = await makeWebinar();
    await saveTemplate(editor, typed(), AT);
    expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({
      origin: "common",
      version: 0,
    });
    await saveTemplate(editor, typed({ id: `survey.${id}`, subject: "Ici" }), AT);
    expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({
      subject: "Ici",
      origin: "webinar",
      version: 1,
    });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Bonjour {prénom}" });
  });

  test("of a session that is gone are refused", async () => {
    const outcome = await saveTemplate(await makeEditor(), typed({ id: `survey.${unknownId()}` }), AT);
    expect(outcome).toEqual({ ok: false, reason: "unknown" });
  });

  test("leave an entry in the journal, without the words", async () => {
    const editor = await makeEditor();
    await saveTemplate(editor, typed(), AT);
    await resetTemplate(editor, { id: common(), version: 1 }, later(1));
    expect(await db.auditEntry.findMany({ orderBy: { at: "asc" } })).toMatchObject([
      { action: "mail-template.update", noun: "mail-template", target: "survey", userId: editor.userId, at: AT },
      { action: "mail-template.reset", target: "survey", details: {} },
    ]);
  });
});

describe("two editors", () => {
  test("writing the first version: one is saved, the other told", async () => {
    const editor = await makeEditor();
    const both = await Promise.all(["Un", "Deux"].map((subject) => saveTemplate(editor, typed({ subject }), AT)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.mailTemplate.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });

  test("on the same version: the second is refused and the first kept", async () => {
    const editor = await makeEditor();
    await saveTemplate(editor, typed(), AT);
    expect(await saveTemplate(editor, typed({ version: "1", subject: "Un" }), AT)).toEqual({ ok: true });
    expect(await saveTemplate(editor, typed({ version: "1", subject: "Deux" }), AT)).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await resetTemplate(editor, { id: common(), version: 1 }, AT)).toEqual({ ok: false, reason: "stale" });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Un", version: 2 });
  });

  test("one who agrees to replace does", async () => {
    const editor = await makeEditor();
    await saveTemplate(editor, typed(), AT);
    expect(await saveTemplate(editor, typed({ version: "0", replaces: "1", subject: "Deux" }), AT)).toEqual({
      ok: true,
    });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Deux", version: 2 });
  });
});

test("« revenir au texte d’origine » brings back what was there before", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar();
  const before = await findEditedTemplate(editor, common());
  expect(before).toMatchObject({ origin: "file", version: 0 });
  await saveTemplate(editor, typed(), AT);
  await saveTemplate(editor, typed({ id: `survey.${id}`, subject: "Ici" }), AT);
  await resetTemplate(editor, { id: { kind: "survey", webinarId: id }, version: 1 }, AT);
  expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({ origin: "common" });
  await resetTemplate(editor, { id: common(), version: 1 }, AT);
  expect(await findEditedTemplate(editor, common())).toEqual(before);
});
