import { expect, test } from "vitest";
import { saveAction } from "#lib/edge/save-action";
import { db } from "#lib/platform/db";
import { findResourceForEditor } from "#lib/resources/queries";
import { webinarFields, webinarValues } from "#lib/webinars/fields";
import { draftReplay, saveWebinar } from "#lib/webinars/mutations";
import { findWebinar, findWebinarForEditor } from "#lib/webinars/queries";
import { type EditedWebinar, webinarEdit } from "#lib/webinars/schema";
import { AT } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";
import { POSTED_FORMS } from "#tests/support/posted-forms";

const desk = {
  noun: "webinar",
  clock: () => AT,
  schema: webinarEdit,
  fields: () => webinarFields({ needs: [], cycles: [] }),
  values: webinarValues,
  find: findWebinarForEditor,
  save: saveWebinar,
} satisfies Parameters<typeof saveAction<typeof webinarEdit, EditedWebinar>>[0];
const { schema, run } = saveAction(desk);

const SUBTITLES =
  "WEBVTT\r\n\r\n1\r\n00:00:04.000 --> 00:00:06.000\r\n<v Ada Martin>Bonjour.</v>\r\n\r\n2\r\n00:12:34.500 --> 00:12:36.000\r\n<v Lou Petit>Combien ?</v>\r\n";
const SAID = "[00:00:04] **Ada Martin :** Bonjour.\n\n[00:12:34] **Lou Petit :** Combien ?";

async function typed(transcript: string) {
  const form = await POSTED_FORMS.find(({ noun }) => noun === "webinar")?.form();
  return { ...form, startsAt: "2026-11-19T13:00", transcript };
}

test("subtitles that are pasted are kept as a text, which is shown with the replay and edited like any other", async () => {
  const editor = await makeEditor();
  const form = await typed(SUBTITLES);
  expect(await run(await schema.parseAsync(form), editor)).toMatchObject({ ok: true });
  const { id, slug } = await db.webinar.findFirstOrThrow();
  expect(await findWebinarForEditor(editor, id)).toMatchObject({ transcript: SAID });
  await db.webinar.update({ where: { id }, data: { publishedAt: AT } });
  expect(await findWebinar(slug, AT)).toMatchObject({ transcript: SAID });

  const corrected = { ...form, id, version: "1", transcript: SAID.replace("Combien", "Pour combien") };
  expect(await run(await schema.parseAsync(corrected), editor)).toMatchObject({ ok: true });
  expect(await findWebinarForEditor(editor, id)).toMatchObject({ transcript: corrected.transcript });
});

test("a resource made from the session says its times in words, and leads to where they are links", async () => {
  const editor = await makeEditor();
  await run(await schema.parseAsync(await typed(SUBTITLES)), editor);
  const { id, slug } = await db.webinar.findFirstOrThrow();
  const outcome = await draftReplay(editor, id, [], AT);
  if (!outcome.ok) throw new Error(outcome.reason);
  const body = (await findResourceForEditor(editor, outcome.id))?.body;
  expect(body).toContain(`[La page de la séance](/webinaires/${slug}?transcription=ici#transcription)`);
  expect(body).toContain("*4\u00A0s* – **Ada Martin :** Bonjour.");
  expect(body).toContain("*12\u00A0min\u00A034\u00A0s* – **Lou Petit :** Combien ?");
});

test("subtitles that cannot be read write nothing", async () => {
  const refused = await schema.safeParseAsync(await typed(SUBTITLES.replace("00:12:34.500", "00:12:99.500")));
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([["transcript"]]);
  expect(await db.webinar.count()).toBe(0);
});
