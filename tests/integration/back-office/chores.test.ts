import { expect, test } from "vitest";
import { completeAttendance } from "#lib/attendance/mutations";
import { webinarsAwaitingAttendance } from "#lib/attendance/queries";
import { db } from "#lib/platform/db";
import { webinarsWithPendingQuestions } from "#lib/questions/queries";
import { webinarsAwaitingReplay } from "#lib/webinars/replay/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeQuestion, makeRegistration, makeWebinar } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";

test("the dashboard names the sessions whose replay is awaited, until it is public or they are old", async () => {
  const editor = await makeEditor();
  const over = await makeWebinar({ startsAt: later(-DAY) });
  const others = [
    await makeWebinar({ startsAt: later(-DAY), replayUrl: "https://video.example/1", replayPublishedAt: AT }),
    await makeWebinar({ startsAt: later(-DAY), cancelledAt: later(-2 * DAY) }),
    await makeWebinar({ startsAt: later(-31 * DAY) }),
    await makeWebinar({ startsAt: later(-1) }),
  ];
  for (const { id } of [over, ...others]) await makeRegistration({ webinarId: id });
  await makeWebinar({ startsAt: later(-DAY) });
  expect(await webinarsAwaitingReplay(editor, AT)).toEqual([{ id: over.id, title: over.title, registrants: 1 }]);
});

test("the session that ended last comes first among those whose replay is awaited", async () => {
  const editor = await makeEditor();
  await expectOrder(
    ["Hier", "La semaine passée", "Il y a deux semaines", "Il y a trois semaines"],
    async (title, rank) => {
      const { id: webinarId } = await makeWebinar({ title, startsAt: later(-(1 + rank * 7) * DAY) });
      await makeRegistration({ webinarId });
    },
    async () => (await webinarsAwaitingReplay(editor, AT)).map(({ title }) => title),
  );
});

test("the next session comes first among those whose questions wait", async () => {
  const editor = await makeEditor();
  await expectOrder(
    ["Demain", "Après-demain", "Dans trois jours", "Dans quatre jours"],
    async (title, rank) => {
      const { id: webinarId } = await makeWebinar({ title, startsAt: later((1 + rank) * DAY) });
      await makeQuestion({ webinarId });
    },
    async () => (await webinarsWithPendingQuestions(editor, AT)).map(({ title }) => title),
  );
});

test("and those whose questions wait to be sorted before the session", async () => {
  const editor = await makeEditor();
  const [coming, past] = [await makeWebinar(), await makeWebinar({ startsAt: later(-DAY) })];
  for (const webinarId of [coming.id, coming.id, past.id]) await db.question.create({ data: { webinarId, text: "?" } });
  await db.question.create({ data: { webinarId: coming.id, text: "?", status: "dismissed" } });
  expect(await webinarsWithPendingQuestions(editor, AT)).toEqual([{ id: coming.id, title: coming.title, pending: 2 }]);
});

test("and first those of which nobody said who came, as long as a message waits for it", async () => {
  const editor = await makeEditor();
  const over = await makeWebinar({ startsAt: later(-DAY) });
  const others = [
    await makeWebinar({ startsAt: later(-DAY), attendanceCompleteAt: AT }),
    await makeWebinar({ startsAt: later(-DAY), cancelledAt: later(-2 * DAY) }),
    await makeWebinar({ startsAt: later(-31 * DAY) }),
    await makeWebinar({ startsAt: later(-1) }),
  ];
  for (const { id } of [over, ...others]) await makeRegistration({ webinarId: id });
  await makeRegistration({ webinarId: over.id, presentAt: AT });
  await makeRegistration({ webinarId: (await makeWebinar({ startsAt: later(-DAY) })).id, presentAt: AT });
  expect(await webinarsAwaitingAttendance(editor, AT)).toEqual([{ id: over.id, title: over.title, unnoted: 1 }]);
  expect(await completeAttendance(editor, over.id, true, AT)).toBe(true);
  expect(await webinarsAwaitingAttendance(editor, AT)).toEqual([]);
  expect(await completeAttendance(editor, over.id, false, AT)).toBe(true);
  expect(await webinarsAwaitingAttendance(editor, AT)).toHaveLength(1);
});

test("nothing is complete before it has begun", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ startsAt: later(1) });
  expect(await completeAttendance(editor, id, true, AT)).toBe(false);
  expect(await db.webinar.findUniqueOrThrow({ where: { id } })).toMatchObject({ attendanceCompleteAt: null });
  expect(await db.auditEntry.count()).toBe(0);
});

test("the session that ended last comes first among those whose presence is awaited", async () => {
  const editor = await makeEditor();
  await expectOrder(
    ["Hier", "La semaine passée", "Il y a deux semaines", "Il y a trois semaines"],
    async (title, rank) => {
      const { id: webinarId } = await makeWebinar({ title, startsAt: later(-(1 + rank * 7) * DAY) });
      await makeRegistration({ webinarId });
    },
    async () => (await webinarsAwaitingAttendance(editor, AT)).map(({ title }) => title),
  );
});
