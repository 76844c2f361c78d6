import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { openEdition } from "#lib/desks/opened";
import { editedDesk } from "#lib/desks/scruples";
import { termsAction } from "#lib/desks/terms/mutations";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { fieldValues } from "#lib/edit-forms/fields";
import type { FormValues } from "#lib/forms/state";
import { db } from "#lib/platform/db";
import { actFields, actsVersion, webinarFields, webinarValues } from "#lib/webinars/fields";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { SLUG_WRITTEN } from "#lib/webinars/terms/labels";
import { saveTerms } from "#lib/webinars/terms/mutations";
import { valuesFromWebinar } from "#lib/webinars/terms/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { editionAt } from "#tests/support/edition";
import { makeEditor, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { mails, registered, withQueues } from "#tests/support/registrations";

withQueues();

/** The two forms of a session, as its screens open them. */
async function opened(editor: Editor, id: string) {
  const row = (await findWebinarForEditor(editor, id)) ?? expect.fail("no session");
  const all = fieldValues(webinarFields({ needs: [], cycles: [] }), webinarValues(row));
  const acts = fieldValues(actFields, webinarValues(row));
  const texts = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in acts)));
  return {
    terms: { ...acts, id, version: actsVersion(row) },
    texts: { ...texts, id, pen: randomUUID(), version: String(row.version) },
  };
}

async function change(editor: Editor, form: FormValues, at = AT): Promise<FormOutcome> {
  const { schema, run } = termsAction(() => at);
  return run(schema.parse(form), editor);
}

const words = (outcome: FormOutcome) => (outcome.ok ? "" : (outcome.formError ?? ""));
const echo = (outcome: FormOutcome): FormValues => (outcome.ok ? {} : (outcome.echo ?? {}));

const { post, autosave } = editionAt();

test("the texts of a session wait for their publication; its acts are no part of them, whatever is posted", async () => {
  const editor = await makeEditor();
  const { id, startsAt } = await makeWebinar({ title: "Avant", capacity: 20, roomUrl: "https://salle.example/" });
  const { texts } = await opened(editor, id);
  const forged = {
    ...texts,
    title: "Après",
    startsAt: "2028-01-01T10:00",
    capacity: "1",
    cancelled: "on",
    roomUrl: "",
  };
  expect(await autosave("webinar", forged, editor)).toMatchObject({ status: "saved" });
  const copy = await db.revision.findFirstOrThrow({ where: { state: "working" } });
  expect(Object.keys(copy.values as object)).not.toEqual(expect.arrayContaining(["startsAt"]));
  expect(copy).toMatchObject({ noun: "webinar", itemId: id, title: "Après" });
  const acts = { startsAt, capacity: 20, cancelledAt: null, roomUrl: "https://salle.example/" };
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: "Avant", ...acts });

  const published = await post("webinar", { ...forged, step: "publish", changeNote: "Un autre titre." }, editor);
  expect(published).toMatchObject({ redirectTo: expect.stringContaining("fait=publie") });
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: "Après", ...acts });
  expect(await db.changeNote.findMany()).toMatchObject([{ noun: "webinar", itemId: id, note: "Un autre titre." }]);
});

test("an act changes at once what it says, and neither the texts nor what is being written of them", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ title: "Avant", capacity: 20 });
  const { texts, terms } = await opened(editor, id);
  await autosave("webinar", { ...texts, title: "Après" }, editor);
  expect(await change(editor, { ...terms, capacity: "30" })).toMatchObject({
    redirectTo: expect.stringContaining(`/webinaires/${id}/deroulement?fait=enregistre`),
  });
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: "Avant", capacity: 30 });
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ action: "webinar.update", target: id, details: { fields: ["capacity"] } });
  // Who was writing is not refused because a colleague changed the seats.
  expect(await post("webinar", { ...texts, title: "Après", step: "publish" }, editor)).toMatchObject({ ok: true });
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: "Après", capacity: 30 });
});

test("two people change one session: the second sees both, and replaces only what they read", async () => {
  const [first, second] = [await makeEditor({ name: "Anne" }), await makeEditor({ name: "Bruno" })];
  const { id } = await makeWebinar({ capacity: 20, durationMinutes: 60 });
  const { terms } = await opened(first, id);
  await change(first, { ...terms, capacity: "30" });
  const refused = await change(second, { ...terms, capacity: "40" });
  expect(words(refused)).toContain("Anne a enregistré cette fiche");
  expect(echo(refused)).toMatchObject({ "stored.capacity": "30" });
  expect(echo(refused)).not.toHaveProperty("stored.durationMinutes");
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ capacity: 30 });
  await change(first, { ...(await opened(first, id)).terms, capacity: "35" });
  const again = { ...terms, capacity: "40", replaces: String(echo(refused).storedVersion) };
  expect(words(await change(second, again))).toContain("Anne");
  const read = String(echo(await change(second, again)).storedVersion);
  expect(await change(second, { ...again, replaces: read })).toMatchObject({ ok: true });
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ capacity: 40 });
});

test("of two changes at once over the same terms, one is kept and the other told", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ capacity: 20 });
  const { terms } = await opened(editor, id);
  const both = await Promise.all(["30", "40"].map((capacity) => change(editor, { ...terms, capacity })));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const stored = (await findWebinarForEditor(editor, id)) ?? expect.fail("no session");
  const late = { ...stored, capacity: 50, version: terms.version };
  expect(await saveTerms(editor, late, AT, async () => {})).toEqual({ ok: false, reason: "stale" });
  expect(await findWebinarForEditor(editor, id)).toEqual(stored);
});

test("who is registered is told of a move once its editor has read the message, and of that move alone", async () => {
  const editor = await makeEditor();
  const { id, slug, startsAt } = await makeWebinar({ startsAt: later(40 * DAY) });
  await registered(slug, { email: "a@exemple.fr" });
  const before = (await mails()).length;
  const { terms } = await opened(editor, id);
  const asked = await change(editor, { ...terms, startsAt: "2027-03-18T13:00" });
  expect(words(asked)).toContain("mise à jour d’agenda");
  const { agreement = "", "agreement.text": text } = echo(asked);
  expect(text).toContain("18 mars 2027");
  const shown = String(agreement);
  expect(words(await change(editor, { ...terms, startsAt: "2027-03-25T13:00", shown }))).toContain("mise à jour");
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ startsAt });
  expect(await mails()).toHaveLength(before);
  expect(await change(editor, { ...terms, startsAt: "2027-03-18T13:00", shown })).toMatchObject({ ok: true });
  expect(await mails()).toHaveLength(before + 1);
});

test("a date that looks wrong is asked about where a session is made, and where it is moved", async () => {
  const editor = await makeEditor();
  const { id, cycleId } = await makeWebinar({ startsAt: later(40 * DAY) });
  const { terms, texts } = await opened(editor, id);
  expect(words(await change(editor, { ...terms, startsAt: "2027-03-20T13:00" }))).toContain("un samedi");
  const made = { ...texts, ...terms, id: randomUUID(), cycleId, slug: "", version: "0", startsAt: "2027-03-20T13:00" };
  const asked = await post("webinar", made, editor);
  expect(words(asked)).toContain("un samedi");
  expect(await db.webinar.count()).toBe(1);
  expect(await post("webinar", { ...made, shown: String(echo(asked).agreement) }, editor)).toMatchObject({ ok: true });
  expect(await db.webinar.findFirstOrThrow({ where: { id: made.id } })).toMatchObject({ durationMinutes: 60 });
  expect(words(await change(editor, { ...terms, id: unknownId() }))).toContain("n’existe plus");
});

test("a version of before comes back without the acts that it held while it was a draft", async () => {
  const editor = await makeEditor();
  const { id: other, cycleId } = await makeWebinar();
  const { terms, texts } = await opened(editor, other);
  const id = randomUUID();
  const draft = { ...terms, ...texts, id, cycleId, slug: "la-seance", title: "Première", version: "0" };
  await post("webinar", draft, editor);
  await post(
    "webinar",
    { ...texts, id, cycleId, slug: "la-seance", title: "Seconde", version: "1", step: "publish" },
    editor,
  );
  expect(await post("webinar", { id, step: "restore", revision: "1", version: "2" }, editor)).toMatchObject({
    redirectTo: expect.stringContaining("fait=repris-version"),
  });
  const copy = await db.revision.findFirstOrThrow({ where: { itemId: id, state: "working" } });
  expect(copy).toMatchObject({ title: "Première", version: 3 });
  expect(copy.values).not.toHaveProperty("startsAt");
});

test("a session that is made from another begins with its texts, and with nothing that happens once", async () => {
  const editor = await makeEditor();
  const { id, cycleId } = await makeWebinar({
    title: "Le titre",
    body: "Le déroulé.",
    durationMinutes: 90,
    speakers: ["Ada Martin"],
    roomUrl: "https://salle.example/",
    replayUrl: "https://video.example/1",
    transcript: "Bonjour.",
    cancelledAt: AT,
  });
  const begun = await valuesFromWebinar(editor, id);
  const { values, draft, isStored } = await openEdition(
    editor,
    "webinar",
    { row: null, latest: null, id: "nouveau" },
    AT,
    begun,
  );
  expect(values).toMatchObject({ title: "Le titre", body: "Le déroulé.", durationMinutes: "90", cycleId });
  expect(values).toMatchObject({ speakers: "Ada Martin", slug: "", startsAt: "", roomUrl: "", replayUrl: "" });
  expect(values).toMatchObject({ transcript: "", cancelled: "", replayPublished: "", source: "" });
  expect({ isStored, version: draft.version }).toEqual({ isStored: false, version: 0 });
  expect(await valuesFromWebinar(editor, unknownId())).toEqual({});
  const typed = {
    ...values,
    id: draft.id,
    version: "0",
    startsAt: "2027-04-15T13:00",
    source: "Ici",
    confidence: "documented",
  };
  expect(await post("webinar", typed, editor)).toMatchObject({ ok: true });
  expect(await db.webinar.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({
    title: "Le titre",
    roomUrl: null,
  });
  expect(draft.id).not.toBe(id);
});

test("subtitles that are pasted over a session that is online are paragraphs at once, for its editor alone", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ transcript: "Avant." });
  const { texts } = await opened(editor, id);
  const pasted = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour à toutes.\n\n00:03.000 --> 00:04.000\nEt à tous.\n";
  expect(await post("webinar", { ...texts, transcript: pasted }, editor)).toMatchObject({
    redirectTo: expect.stringMatching(/fait=garde.*soustitres=2&mots=6/),
  });
  const copy = await db.revision.findFirstOrThrow({ where: { state: "working" } });
  expect(copy.values).toMatchObject({ transcript: "[00:00:01] Bonjour à toutes. Et à tous." });
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ transcript: "Avant." });
});

test("the address of a session that somebody holds a seat of is kept, not that of any other", async () => {
  const editor = await makeEditor();
  const [{ id }, other] = [
    await makeWebinar({ slug: "inscrite", publishedAt: null }),
    await makeWebinar({ slug: "libre", publishedAt: null }),
  ];
  await makeRegistration({ webinarId: id });
  const { keptSlug } = editedDesk("webinar");
  const row = async (one: string) => (await findWebinarForEditor(editor, one)) ?? expect.fail("no session");
  expect(await keptSlug?.(editor, await row(id))).toBe(SLUG_WRITTEN);
  expect(await keptSlug?.(editor, await row(other.id))).toBeNull();
});
