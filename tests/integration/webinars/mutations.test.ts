import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinar, findWebinarForEditor } from "#lib/webinars/queries";
import { registrationState } from "#lib/webinars/rules";
import type { WebinarEdit } from "#lib/webinars/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";

async function edit(change: Partial<WebinarEdit>, at: Date = AT) {
  const editor = await makeEditor();
  const { id } = await db.webinar.findFirstOrThrow();
  const form = await findWebinarForEditor(editor, id);
  if (!form) throw new Error("no form");
  expect(await saveWebinar(editor, { ...form, ...change }, at)).toEqual({ ok: true, id });
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
