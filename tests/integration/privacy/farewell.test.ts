import ICAL from "ical.js";
import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { applyRetention, eraseOnRequest } from "#lib/privacy/mutations";
import { AT, HOUR, later } from "#tests/support/clock";
import { deliverThrough, withMailServer } from "#tests/support/delivery";
import { makeWebinar } from "#tests/support/factories";
import { mailboxToken, mails, registered } from "#tests/support/registrations";
import { tracesOf } from "#tests/support/traces";

const server = withMailServer();
const clock = () => AT;

const eventsIn = (file: string) => new ICAL.Component(ICAL.parse(file)).getAllSubcomponents("vevent");

test("one last message takes the session out of the calendar, and leaves no trace once it has left", async () => {
  const { slug } = await makeWebinar();
  await registered(slug);
  const [confirmation] = await mails();
  expect(await eraseOnRequest(await mailboxToken(), AT)).toEqual({ ok: true });
  const [last, ...others] = await mails();
  expect(others).toEqual([]);
  expect(last).toMatchObject({ kind: "person-erased", to: "elodie@exemple.fr", calendarMethod: "CANCEL" });
  expect(last?.text).not.toMatch(/inscriptions\/[\w-]{43}/);
  const uidOf = (file: string | null | undefined) => eventsIn(file ?? "")[0]?.getFirstPropertyValue("uid");
  expect(uidOf(last?.calendar)).toBe(uidOf(confirmation?.calendar));

  expect(await deliverThrough(last?.id ?? "", server.transport, clock)).toBe("settled");
  expect(server.sink.messages.map(({ subject }) => subject)).toEqual([
    "Vos informations sont effacées du portail des webinaires",
  ]);
  await applyRetention(AT);
  expect(await tracesOf(["elodie@exemple.fr", "Élodie"])).toEqual([]);
});

test("several sessions leave the calendar together", async () => {
  for (const { slug } of [await makeWebinar(), await makeWebinar()]) await registered(slug);
  await eraseOnRequest(await mailboxToken(), AT);
  const [last] = await mails();
  expect(last).toMatchObject({ kind: "person-erased", calendarMethod: "PUBLISH" });
  expect(eventsIn(last?.calendar ?? "").map((event) => event.getFirstPropertyValue("status"))).toEqual([
    "CANCELLED",
    "CANCELLED",
  ]);
});

test("a message that no mail server takes is not kept either", async () => {
  await registered((await makeWebinar()).slug);
  await eraseOnRequest(await mailboxToken(), AT);
  await applyRetention(later(71 * HOUR));
  expect(await db.outgoingMail.count()).toBe(1);
  await applyRetention(later(73 * HOUR));
  expect(await tracesOf(["elodie@exemple.fr"])).toEqual([]);
});
