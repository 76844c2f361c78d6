import { expect, test } from "vitest";
import { listMails } from "#lib/mail/queries";
import { mailListQuery } from "#lib/mail/schema";
import { db } from "#lib/platform/db";
import { listMailings } from "#lib/roster/mailings/queries";
import { mailingsQuery } from "#lib/roster/mailings/schema";
import { AT, DAY, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeMail, makeRegistration, makeWebinar } from "#tests/support/factories";

const mailings = async (mois?: string) => listMailings(await makeEditor(), mailingsQuery.parse({ mois }).mois, AT);

/** Messages to so many people of a session. */
async function written(kind: string, webinarId: string, people: number, more = {}) {
  for (let person = 0; person < people; person += 1)
    await makeMail({ kind, registrationId: (await makeRegistration({ webinarId })).id, status: "sent", ...more });
}

test("what was written of one kind, of one session, on one day of Paris is one line, the latest first", async () => {
  const [one, other] = [await makeWebinar(), await makeWebinar()];
  await written("reminder-day", one.id, 2);
  await written("reminder-day", one.id, 1, { status: "failed", createdAt: later(MINUTE) });
  await written("reminder-day", other.id, 1, { createdAt: later(2 * MINUTE) });
  await written("webinar-moved", one.id, 1, { status: "queued", createdAt: later(3 * MINUTE) });
  await written("reminder-day", one.id, 1, { status: "dropped", createdAt: later(DAY) });
  await makeMail({ kind: "digest", createdAt: later(-MINUTE) });
  const counts = { queued: 0, sent: 0, failed: 0, dropped: 0 };
  expect((await mailings()).mailings).toMatchObject([
    { kind: "reminder-day", day: "2027-01-12", webinar: { id: one.id }, deliveries: { ...counts, dropped: 1 } },
    { kind: "webinar-moved", day: "2027-01-11", deliveries: { ...counts, queued: 1 } },
    { kind: "reminder-day", webinar: { id: other.id }, deliveries: { ...counts, sent: 1 } },
    { kind: "reminder-day", webinar: { id: one.id }, firstAt: AT, deliveries: { ...counts, sent: 2, failed: 1 } },
    { kind: "digest", webinar: null, deliveries: { ...counts, queued: 1 } },
  ]);
});

test("two messages of the team on one day are two lines, each under its subject", async () => {
  const { id: webinarId } = await makeWebinar();
  for (const subject of ["Une précision", "Une autre"]) {
    const announcement = await db.announcement.create({
      data: { webinarId, subject, body: "", filter: {}, recipients: 1, sentAt: AT },
    });
    await written("announcement", webinarId, 1, { announcementId: announcement.id });
  }
  const found = (await mailings()).mailings;
  expect(found.map(({ announcement }) => announcement?.subject).toSorted()).toEqual(["Une autre", "Une précision"]);
  for (const { announcement } of found) {
    const query = mailListQuery.parse({ annonce: announcement?.id, jour: "2027-01-11" });
    expect((await listMails(await makeEditor(), query)).total).toBe(1);
  }
});

test("a month begins and ends at midnight in Paris, and leads to those where something was written", async () => {
  const { id: webinarId } = await makeWebinar();
  for (const instant of ["2026-10-31T22:59:59Z", "2026-12-31T22:59:59Z", "2026-12-31T23:00:00Z"])
    await written("survey", webinarId, 1, { createdAt: new Date(instant) });
  expect(await mailings()).toMatchObject({ month: "2027-01", previous: "2026-12", next: null, mailings: [{}] });
  expect(await mailings("2026-12")).toMatchObject({
    previous: "2026-10",
    next: "2027-01",
    mailings: [{ day: "2026-12-31" }],
  });
  expect(await mailings("2026-11")).toMatchObject({ previous: "2026-10", next: "2026-12", mailings: [] });
  expect(await mailings("n’importe quoi")).toMatchObject({ month: "2027-01" });
});

test("nothing was ever written: the present month is empty", async () => {
  expect(await mailings()).toEqual({ month: "2027-01", previous: null, next: null, mailings: [] });
});

test("the people of a mailing are the messages of its kind, its session and its day", async () => {
  const { id: webinarId } = await makeWebinar();
  await written("reminder-day", webinarId, 2);
  await written("reminder-day", webinarId, 1, { createdAt: later(DAY) });
  await written("survey", webinarId, 1);
  const query = { type: "reminder-day", seance: webinarId, jour: "2027-01-11" };
  expect((await listMails(await makeEditor(), mailListQuery.parse(query))).total).toBe(2);
  expect((await listMails(await makeEditor(), mailListQuery.parse({ jour: "hier" }))).total).toBe(4);
});
