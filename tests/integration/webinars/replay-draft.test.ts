import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { findResource, findResourceForEditor } from "#lib/resources/queries";
import { draftReplay } from "#lib/webinars/mutations";
import { findReplayDraftForEditor } from "#lib/webinars/replay/queries";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeEditor, makeNeed, makeResource, makeWebinar, unknownId } from "#tests/support/factories";

const QUESTIONS = [{ text: "Combien ?", theme: "Budget", answer: "Peu." }];

const over = async () =>
  makeWebinar({
    slug: "seance",
    title: "Évaluer",
    summary: "Ce dont il a été question.",
    startsAt: new Date("2027-01-07T12:00:00Z"),
    durationMinutes: 75,
    speakers: ["Ada Martin", "Lou Petit"],
    needId: (await makeNeed()).id,
    replayUrl: "https://video.example/1",
    transcript: "Bonjour.",
    documents: {
      create: [
        { position: 1, label: "Les notes", url: "https://exemple.fr/notes.pdf" },
        { position: 0, label: "Le diaporama", url: "https://exemple.fr/diapos.pdf" },
      ],
    },
  });

test("a session that is over becomes a draft of resource, with all that it left", async () => {
  const editor = await makeEditor();
  const { id: webinarId, needId } = await over();
  const outcome = await draftReplay(editor, webinarId, QUESTIONS, AT);
  if (!outcome.ok) throw new Error(outcome.reason);
  expect(await findResourceForEditor(editor, outcome.id)).toMatchObject({
    slug: "seance-replay",
    type: "replay",
    title: "Évaluer",
    summary: "Ce dont il a été question.",
    body: "Le déroulé.\n\n## Les questions posées\n\n**Combien ?**\n\nPeu.\n\n## Transcription\n\nBonjour.",
    authors: ["Ada Martin", "Lou Petit"],
    year: 2027,
    dateLabel: "7 janvier 2027",
    durationMinutes: 75,
    needIds: [needId],
    links: [
      { label: "Voir l’enregistrement", url: "https://video.example/1" },
      { label: "Le diaporama", url: "https://exemple.fr/diapos.pdf" },
      { label: "Les notes", url: "https://exemple.fr/notes.pdf" },
    ],
    source: "Webinaire «\u202FÉvaluer\u202F» du 7 janvier 2027",
    publishedAt: null,
  });
  expect(await findResource("seance-replay", AT)).toBeNull();
  expect(await findReplayDraftForEditor(editor, webinarId)).toBe(outcome.id);
  expect(await db.auditEntry.findFirst({ where: { action: "webinar.replay" } })).toMatchObject({
    noun: "webinar",
    target: webinarId,
    userId: editor.userId,
    at: AT,
  });
});

test("asked again, even at once and whatever its address became, it is the same draft", async () => {
  const editor = await makeEditor();
  const { id } = await over();
  const both = await Promise.all([draftReplay(editor, id, [], AT), draftReplay(editor, id, [], AT)]);
  expect(both[0]).toEqual(both[1]);
  await db.resource.updateMany({ data: { slug: "autre-adresse" } });
  expect(await draftReplay(editor, id, [], later(DAY))).toEqual(both[0]);
  expect(await db.resource.count()).toBe(1);
  expect(await db.auditEntry.count()).toBe(1);
});

test("the resource itself says where it comes from; once it is gone, another can be made", async () => {
  const editor = await makeEditor();
  const { id } = await over();
  const first = await draftReplay(editor, id, [], AT);
  await db.$transaction([db.$executeRaw`SET LOCAL session_replication_role = replica`, db.auditEntry.deleteMany()]);
  expect(await draftReplay(editor, id, [], AT)).toEqual(first);
  await expect(makeResource({ fromWebinarId: id })).rejects.toThrow("Unique constraint");
  await db.resource.deleteMany();
  expect(await findReplayDraftForEditor(editor, id)).toBeNull();
  const second = await draftReplay(editor, id, [], AT);
  expect(second.ok && first.ok && second.id !== first.id).toBe(true);
});

test("a resource outlives the session that it comes from", async () => {
  const { id } = await over();
  await draftReplay(await makeEditor(), id, [], AT);
  await db.webinar.delete({ where: { id } });
  expect(await db.resource.findMany()).toMatchObject([{ slug: "seance-replay", fromWebinarId: null }]);
});

test("an address that is taken is left to who has it", async () => {
  await makeResource({ slug: "seance-replay" });
  await makeResource({ slug: "seance-replay-2" });
  const outcome = await draftReplay(await makeEditor(), (await over()).id, [], AT);
  expect(outcome.ok && (await db.resource.findUnique({ where: { id: outcome.id } }))).toMatchObject({
    slug: "seance-replay-3",
  });
});

test("a session without a video gives one without it, and a video given twice is one link", async () => {
  const editor = await makeEditor();
  const url = "https://video.example/1";
  const silent = await makeWebinar({ startsAt: later(-DAY) });
  const twice = await makeWebinar({
    startsAt: later(-DAY),
    replayUrl: url,
    documents: { create: [{ position: 0, label: "La vidéo", url }] },
  });
  for (const [session, links] of [
    [silent, 0],
    [twice, 1],
  ] as const) {
    const outcome = await draftReplay(editor, session.id, [], AT);
    expect(outcome.ok && (await db.resourceLink.count({ where: { resourceId: outcome.id } }))).toBe(links);
  }
});

test("nothing is made of a session that is not over, nor of none", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ startsAt: later(-HOUR + 1), durationMinutes: 60 });
  expect(await draftReplay(editor, id, [], AT)).toEqual({ ok: false, reason: "upcoming" });
  expect(await draftReplay(editor, unknownId(), [], AT)).toEqual({ ok: false, reason: "unknown" });
  expect(await db.resource.count()).toBe(0);
  expect(await findReplayDraftForEditor(editor, id)).toBeNull();
});
