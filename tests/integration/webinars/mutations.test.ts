import { beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "#lib/platform/db";
import { findWebinar } from "#lib/webinars/queries";
import { registrationState } from "#lib/webinars/rules";
import type { WebinarEdit } from "#lib/webinars/schema";
import type { NotifyChange } from "#lib/webinars/terms/mutations";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";
import { withQueues } from "#tests/support/registrations";
import { editSession } from "#tests/support/session-edit";

withQueues();

async function edit(change: Partial<WebinarEdit>, at: Date = AT, follow?: NotifyChange) {
  const editor = await makeEditor();
  const { id } = await db.webinar.findFirstOrThrow();
  await editSession(editor, id, change, at, follow);
  return db.webinar.findUniqueOrThrow({ where: { id } });
}

test.each([
  ["another instant", { startsAt: later(11 * DAY) }],
  ["another length", { durationMinutes: 90 }],
  ["a cancellation", { cancelled: true }],
] as const)("%s raises the sequence that calendars read", async (_, change) => {
  await makeWebinar({ sequence: 4 });
  expect(await edit(change)).toMatchObject({ sequence: 5 });
});

test.each([
  ["the same values", {}],
  ["another title", { title: "Un autre titre" }],
  ["another room", { roomUrl: "https://autre-salle.example/" }],
  ["another capacity", { capacity: 1 }],
])("%s leaves it as it is", async (_, change) => {
  await makeWebinar({ sequence: 4 });
  expect(await edit(change)).toMatchObject({ sequence: 4 });
});

test("a cancellation keeps the instant at which it was made, until it is undone", async () => {
  await makeWebinar();
  expect(await edit({ cancelled: true })).toMatchObject({ cancelledAt: AT });
  expect(await edit({ cancelled: true, title: "Annulé" }, later(DAY))).toMatchObject({ cancelledAt: AT });
  expect(await edit({ cancelled: false }, later(DAY))).toMatchObject({ cancelledAt: null, sequence: 2 });
});

test("a capacity lowered under the seats taken evicts nobody and fills the session", async () => {
  const { id } = await makeWebinar({ slug: "seance", capacity: 5 });
  for (let seat = 0; seat < 3; seat += 1) await makeRegistration({ webinarId: id });
  await edit({ capacity: 1 });
  expect(await db.registration.count({ where: { webinarId: id, status: "confirmed" } })).toBe(3);
  const webinar = await findWebinar("seance", AT);
  expect(webinar && registrationState(webinar, AT)).toBe("full");
});

describe("a session that moves says where it was", () => {
  const there = later(10 * DAY);
  const moved = later(17 * DAY);

  test("when the public could see it", async () => {
    await makeWebinar({ startsAt: there });
    expect(await edit({ startsAt: moved })).toMatchObject({ previousStartsAt: there });
    expect(await edit({ title: "Un autre titre" })).toMatchObject({ startsAt: moved, previousStartsAt: there });
    expect(await edit({ startsAt: there })).toMatchObject({ previousStartsAt: moved });
  });

  test.each(HIDDEN)("not when it was hidden ($slug)", async (hidden) => {
    await makeWebinar({ ...hidden, startsAt: there });
    expect(await edit({ startsAt: moved })).toMatchObject({ startsAt: moved, previousStartsAt: null });
  });

  test("not when only its length changes, nor when a past date was noted wrong", async () => {
    await makeWebinar({ startsAt: there });
    expect(await edit({ durationMinutes: 90 })).toMatchObject({ previousStartsAt: null });
    expect(await edit({ startsAt: later(9 * DAY) }, later(20 * DAY))).toMatchObject({ previousStartsAt: null });
  });
});

describe("what follows a change that registrants go by", () => {
  const follow = vi.fn<NotifyChange>(async () => {});
  beforeEach(() => {
    follow.mockClear();
  });

  test.each([
    ["another instant", { startsAt: later(11 * DAY) }],
    ["another length", { durationMinutes: 90 }],
    ["a cancellation", { cancelled: true }],
    ["another capacity", { capacity: null }],
  ])("%s: what it was and what it becomes", async (_, change) => {
    const { id } = await makeWebinar();
    await edit(change, AT, follow);
    const before = { startsAt: later(10 * DAY), durationMinutes: 60, cancelled: false, capacity: 20 };
    expect(follow.mock.calls).toEqual([[expect.anything(), id, { before, after: { ...before, ...change } }]]);
  });

  test("nothing follows a corrected typo, another room, or a speaker", async () => {
    await makeWebinar();
    await edit(
      { title: "Sans faute", roomUrl: "https://autre-salle.example/", speakers: ["Une personne"] },
      AT,
      follow,
    );
    expect(follow).not.toHaveBeenCalled();
  });

  test("it is all or nothing with the save", async () => {
    await makeWebinar({ sequence: 4 });
    follow.mockRejectedValueOnce(new Error("the mail could not be written"));
    await expect(edit({ startsAt: later(11 * DAY) }, AT, follow)).rejects.toThrow("could not be written");
    expect(await db.webinar.findFirst()).toMatchObject({ startsAt: later(10 * DAY), sequence: 4, version: 1 });
  });
});

test("a replay is published by a tick, keeps that instant, and is taken back by unticking it", async () => {
  await makeWebinar();
  const replayUrl = "https://video.example/1";
  expect(await edit({ replayUrl })).toMatchObject({ replayUrl, replayPublishedAt: null });
  expect(await edit({ replayPublished: true })).toMatchObject({ replayPublishedAt: AT });
  expect(await edit({ title: "Un autre titre" }, later(DAY))).toMatchObject({ replayPublishedAt: AT });
  expect(await edit({ replayPublished: false }, later(DAY))).toMatchObject({ replayUrl, replayPublishedAt: null });
});

test("documents are kept in the order in which they were typed", async () => {
  await makeWebinar({ slug: "seance" });
  const documents = [
    { url: "https://exemple.fr/z.pdf", label: "Le diaporama" },
    { url: "https://exemple.fr/a.pdf", label: "Un article" },
  ];
  await edit({ documents });
  expect(await findWebinar("seance", AT)).toMatchObject({ documents });
  await edit({ documents: documents.toReversed() });
  expect((await findWebinar("seance", AT))?.documents).toEqual(documents.toReversed());
});
