import { describe, expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { resetTemplate, saveTemplate } from "#lib/desks/texts/template-mutations";
import { findTemplate } from "#lib/mail/find-template";
import type { MailKind } from "#lib/mail/schema";
import { type TemplateInput, type TemplateTarget, templateForm } from "#lib/mail/template-form";
import { findEditedTemplate, listCommonTemplates } from "#lib/mail/template-queries";
import { db } from "#lib/platform/db";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeWebinar, unknownId } from "#tests/support/factories";

const typed = (overrides: Record<string, string> = {}) =>
  templateForm.parse({
    id: "survey",
    version: "1",
    subject: "Bonjour {Prénom}",
    body: "Lisez {lien vers le questionnaire}",
    ...overrides,
  });

/** Saves a text as its screen does. */
async function write(editor: Editor, input: TemplateInput, at = AT) {
  const { subject, body } = await findEditedTemplate(editor, input.id);
  const edition = { values: { subject: input.subject, body: input.body }, title: "Un message", pen: null, auto: false };
  return saveTemplate(editor, input, at, { ...edition, stored: { subject, body } });
}

const reset = (editor: Editor, id: TemplateTarget, version: number, at = AT) =>
  resetTemplate(editor, { id, version }, at, "Un message");

const common = (kind: MailKind = "survey") => ({ kind, webinarId: null });

describe("the words of a message", () => {
  test("are kept with the names of what they stand for, and read again in French", async () => {
    const editor = await makeEditor();
    expect(await write(editor, typed())).toEqual({ ok: true });
    expect(await findTemplate(db, "survey", null)).toEqual({
      subject: "Bonjour {firstName}",
      body: "Lisez {surveyUrl}",
    });
    expect(await findEditedTemplate(editor, common())).toEqual({
      subject: "Bonjour {prénom}",
      body: "Lisez {lien vers le questionnaire}",
      origin: "common",
      version: 2,
    });
    const edited = (await listCommonTemplates(editor)).filter(({ editedAt }) => editedAt);
    expect(edited).toEqual([{ kind: "survey", editedAt: AT }]);
  });

  test("of one session leave the others alone", async () => {
    const editor = await makeEditor();
    const { id } = await makeWebinar();
    await write(editor, typed());
    expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({
      origin: "common",
      version: 0,
    });
    await write(editor, typed({ id: `survey.${id}`, subject: "Ici" }));
    expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({
      subject: "Ici",
      origin: "webinar",
      version: 2,
    });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Bonjour {prénom}" });
  });

  test("of a session that is gone are refused", async () => {
    const outcome = await write(await makeEditor(), typed({ id: `survey.${unknownId()}` }));
    expect(outcome).toEqual({ ok: false, reason: "unknown" });
  });

  test("leave an entry in the journal, without the words", async () => {
    const editor = await makeEditor();
    await write(editor, typed());
    await reset(editor, common(), 2, later(1));
    expect(await db.auditEntry.findMany({ orderBy: { at: "asc" } })).toMatchObject([
      { action: "mail-template.update", noun: "mail-template", target: "survey", userId: editor.userId, at: AT },
      { action: "mail-template.reset", target: "survey", details: {} },
    ]);
  });
});

describe("two editors", () => {
  test("writing the first version: one is saved, the other told", async () => {
    const editor = await makeEditor();
    const both = await Promise.all(["Un", "Deux"].map((subject) => write(editor, typed({ subject }))));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await db.mailTemplate.count()).toBe(1);
    expect(await db.auditEntry.count()).toBe(1);
  });

  test("on the same version: the second is refused and the first kept", async () => {
    const editor = await makeEditor();
    await write(editor, typed());
    expect(await write(editor, typed({ version: "2", subject: "Un" }))).toEqual({ ok: true });
    expect(await write(editor, typed({ version: "2", subject: "Deux" }))).toEqual({
      ok: false,
      reason: "stale",
    });
    expect(await reset(editor, common(), 2)).toEqual({ ok: false, reason: "stale" });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Un", version: 3 });
  });

  test("one who agrees to replace does", async () => {
    const editor = await makeEditor();
    await write(editor, typed());
    expect(await write(editor, typed({ version: "1", replaces: "2", subject: "Deux" }))).toEqual({
      ok: true,
    });
    expect(await findEditedTemplate(editor, common())).toMatchObject({ subject: "Deux", version: 3 });
  });
});

test("« revenir au texte d’origine » brings back what was there before", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar();
  const before = await findEditedTemplate(editor, common());
  expect(before).toMatchObject({ origin: "file", version: 0 });
  await write(editor, typed());
  await write(editor, typed({ id: `survey.${id}`, subject: "Ici" }));
  await reset(editor, { kind: "survey", webinarId: id }, 2);
  expect(await findEditedTemplate(editor, { kind: "survey", webinarId: id })).toMatchObject({ origin: "common" });
  await reset(editor, common(), 2);
  expect(await findEditedTemplate(editor, common())).toEqual(before);
});
