import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { textAction, textAutosave, textReset } from "#lib/desks/texts/mutations";
import { openText, textHistory } from "#lib/desks/texts/queries";
import type { FormOutcome } from "#lib/edge/form-outcome";
import type { FormValues } from "#lib/forms/state";
import { findTemplate } from "#lib/mail/find-template";
import type { TemplateTarget } from "#lib/mail/template-form";
import { db } from "#lib/platform/db";
import { deleteItem, trashItem } from "#lib/publication/trash/mutations";
import { historyQuery } from "#lib/revisions/schema";
import { AT, later } from "#tests/support/clock";
import { makeEditor, makeWebinar, unknownId } from "#tests/support/factories";
import { mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

const CONFIRMED = "registration-confirmed";
const common: TemplateTarget = { kind: CONFIRMED, webinarId: null };

/** The form of a text as its page opens it. */
async function opened(editor: Editor, target = common): Promise<Record<string, string>> {
  const { text } = await openText(editor, target);
  return { ...(text.values as Record<string, string>), id: text.name, pen: text.pen, version: String(text.version) };
}

async function post(editor: Editor, form: FormValues, at = AT): Promise<FormOutcome> {
  const { schema, run } = textAction(() => at);
  return run(schema.parse(form), editor);
}

async function autosave(editor: Editor, form: FormValues): Promise<FormValues> {
  const { schema, run } = textAutosave(() => AT);
  const outcome = await run(schema.parse(form), editor);
  return outcome.ok ? {} : (outcome.echo ?? {});
}

const subjects = async (kind: string) => (await mails()).flatMap((mail) => (mail.kind === kind ? [mail.subject] : []));

test("no mail leaves with words that wait, of all sessions or of one; those that are published leave", async () => {
  const editor = await makeEditor();
  const { id, slug } = await makeWebinar();
  const form = await opened(editor);
  const own = await opened(editor, { kind: CONFIRMED, webinarId: id });
  expect(await autosave(editor, { ...form, subject: "Brouillon seul" })).toMatchObject({ status: "saved" });
  expect(await post(editor, { ...own, subject: "Brouillon de la séance" })).toMatchObject({
    redirectTo: expect.stringContaining(`/webinaires/${id}/messages/${CONFIRMED}?fait=garde-texte`),
  });
  await registered(slug, { email: "a@exemple.fr" });
  expect(await subjects(CONFIRMED)).toEqual([expect.not.stringContaining("Brouillon")]);

  expect(await post(editor, { ...form, subject: "En service", step: "publish" })).toMatchObject({ ok: true });
  await registered(slug, { email: "b@exemple.fr" });
  expect((await subjects(CONFIRMED)).at(-1)).toBe("En service");
  expect((await openText(editor, common)).text.copy).toBeNull();
  expect((await openText(editor, { kind: CONFIRMED, webinarId: id })).text.values).toMatchObject({
    subject: "Brouillon de la séance",
  });
});

test("what is wrong is told beside its field when it is published, and waits as it was typed", async () => {
  const editor = await makeEditor();
  const form = { ...(await opened(editor)), body: "Bonjour {prenon}" };
  expect(await post(editor, form)).toMatchObject({ ok: true });
  const { text, words } = await openText(editor, common);
  expect(text.missing).toMatchObject([{ name: "body", message: expect.stringContaining("{prenon}") }]);
  expect(words).toEqual(await findTemplate(db, CONFIRMED, null));
  const refused = await post(editor, { ...form, step: "publish" });
  expect(refused).toMatchObject({ ok: false, fieldErrors: { body: expect.stringContaining("{prénom}") } });
  expect(await db.mailTemplate.count()).toBe(0);
});

test("each version says who wrote it and what differs word by word, and comes back as words that wait", async () => {
  const editor = await makeEditor({ name: "Anne" });
  const first = await opened(editor);
  await post(editor, { ...first, subject: "Vous êtes attendue", step: "publish" }, later(1));
  await post(editor, { ...(await opened(editor)), subject: "Vous êtes inscrite", step: "publish" }, later(2));
  const history = (version?: number) => textHistory(editor, common, historyQuery.parse({ version }));
  const { revisions } = await history();
  expect(revisions.map(({ version, author, state }) => [version, author, state])).toEqual([
    [3, "Anne", "published"],
    [2, "Anne", "published"],
    [1, null, "published"],
  ]);
  const { shown } = await history(3);
  expect(shown?.changes).toEqual([
    {
      label: "Objet",
      parts: [
        { kind: "same", text: "Vous êtes " },
        { kind: "removed", text: "attendue" },
        { kind: "added", text: "inscrite" },
      ],
    },
  ]);
  const { posted } = await history(1);
  expect(await post(editor, { ...posted, revision: "1" })).toMatchObject({
    redirectTo: expect.stringContaining("fait=repris-version"),
  });
  expect((await openText(editor, common)).text).toMatchObject({ values: { subject: first.subject }, version: 4 });
  expect(await findTemplate(db, CONFIRMED, null)).toMatchObject({ subject: "Vous êtes inscrite" });
  expect(await post(editor, { id: CONFIRMED, step: "discard" })).toMatchObject({ ok: true });
  expect((await openText(editor, common)).text).toMatchObject({
    copy: null,
    values: { subject: "Vous êtes inscrite" },
  });
  expect(await post(editor, { ...posted, revision: "9" })).toMatchObject({ ok: false, formError: expect.any(String) });
});

test("two people on one text: the second sees both, and their own letter by letter", async () => {
  const [first, second] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
  const mine = await opened(second);
  await autosave(first, { ...(await opened(first)), subject: "Les mots d’Anne" });
  expect(await autosave(second, { ...mine, subject: "Les miens" })).toMatchObject({ status: "conflict" });
  const refused = await post(second, { ...mine, subject: "Les miens", step: "publish" });
  const echo = refused.ok ? {} : (refused.echo ?? {});
  expect(refused).toMatchObject({ formError: expect.stringContaining("Anne a enregistré") });
  expect(echo).toMatchObject({ "stored.subject": "Les mots d’Anne" });
  const again = { ...mine, pen: randomUUID(), subject: "Les miens", replaces: String(echo.storedVersion) };
  expect(await post(second, { ...again, step: "publish" })).toMatchObject({ ok: true });
  expect(await findTemplate(db, CONFIRMED, null)).toMatchObject({ subject: "Les miens" });
});

test("the words of before come back, and those that they replace stay in the history", async () => {
  const editor = await makeEditor();
  const before = await opened(editor);
  await post(editor, { ...before, subject: "Les nôtres", step: "publish" });
  const { schema, run } = textReset(() => later(1));
  const form = await opened(editor);
  expect(await run(schema.parse({ ...form, version: "1" }), editor)).toMatchObject({ ok: false });
  expect(await run(schema.parse(form), editor)).toMatchObject({ redirectTo: expect.stringContaining("fait=origine") });
  expect(await opened(editor)).toMatchObject({ subject: before.subject, version: "3" });
  const { revisions } = await textHistory(editor, common, historyQuery.parse({}));
  expect(revisions.map(({ version }) => version)).toEqual([3, 2, 1]);
  expect(await post(editor, { ...(await opened(editor)), subject: "Encore", step: "publish" })).toMatchObject({
    ok: true,
  });
});

test("the words of a session that is gone are refused, and leave with it", async () => {
  const editor = await makeEditor();
  const gone = `${CONFIRMED}.${unknownId()}`;
  const form = { ...(await opened(editor)), id: gone };
  expect(await post(editor, form)).toMatchObject({ ok: false, formError: expect.stringContaining("n’existe plus") });
  expect(await autosave(editor, form)).toEqual({ status: "gone" });
  const { id } = await makeWebinar({ publishedAt: null });
  await post(editor, { ...(await opened(editor, { kind: CONFIRMED, webinarId: id })), subject: "Ici" });
  await trashItem(editor, { noun: "webinar", id }, AT);
  await deleteItem(editor, id, AT);
  expect(await db.revision.count()).toBe(0);
});
