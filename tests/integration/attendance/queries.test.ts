import { describe, expect, test } from "vitest";
import { unmarkPresent } from "#lib/attendance/mutations";
import {
  attendanceStatistics,
  checkCertificate,
  expectedPeople,
  findCertificate,
  findRoom,
  roomSeat,
} from "#lib/attendance/queries";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { anonymise } from "#lib/privacy/anonymisation-mutations";
import type { Prisma } from "#prisma/client";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";
import { grantedLink, mailboxLink } from "#tests/support/links";

const ROOM = "https://salle.example/reunion-du-jour";
const CODE = "7K3M-9QWX-2B4D";

/** A session that has just begun, with a room, and someone who has a seat. */
async function begun(overrides: Partial<Prisma.WebinarUncheckedCreateInput> = {}) {
  const webinar = await makeWebinar({ startsAt: later(-5 * MINUTE), roomUrl: ROOM, ...overrides });
  const registration = await makeRegistration({ webinarId: webinar.id });
  return { webinar, registration };
}

describe("the room behind a link", () => {
  test("is reached by its own link, by the link given on screen and by the one sent by mail", async () => {
    const { webinar, registration } = await begun();
    const join = await grantedLink(registration.id, "join");
    const owner = await grantedLink(registration.id, "owner");
    const mailbox = await mailboxLink(registration.email);
    for (const token of [join, owner, mailbox]) {
      const seat = await roomSeat(token, webinar.slug, AT);
      expect(seat).toMatchObject({ roomUrl: ROOM, recorded: registration.id, view: { state: "open" } });
      expect(seat?.view.opensPage).toBe(token !== join);
    }
  });

  test("opens to a receipt as to its owner, and records nothing", async () => {
    const { registration } = await begun();
    const token = await grantedLink(registration.id, "receipt");
    expect(await roomSeat(token, undefined, AT)).toMatchObject({ roomUrl: ROOM, recorded: null });
    const waiting = await grantedLink(registration.id, "receipt", 3);
    expect((await roomSeat(waiting, undefined, AT))?.view.state).toBe("waiting");
  });

  test("is told to nobody who has no seat, nor before or after its hours", async () => {
    const { webinar, registration } = await begun();
    const token = await grantedLink(registration.id, "join");
    for (const status of ["waiting", "offered", "cancelled", "expired"] as const) {
      await db.registration.update({ where: { id: registration.id }, data: { status } });
      expect(await roomSeat(token, undefined, AT)).toMatchObject({ roomUrl: null, recorded: null });
    }
    await db.registration.update({ where: { id: registration.id }, data: { status: "confirmed" } });
    for (const at of [later(-HOUR), later(2 * HOUR)]) {
      expect((await roomSeat(token, webinar.slug, at))?.roomUrl).toBeNull();
    }
  });

  test("is never in what the page is given", async () => {
    const { registration } = await begun();
    const token = await grantedLink(registration.id, "join");
    expect(JSON.stringify(await findRoom(token, undefined, AT))).not.toContain("salle.example");
  });

  test("is the one of the session asked for, else of the session whose room closes next", async () => {
    const { registration } = await begun({ startsAt: later(-DAY) });
    const soon = await makeWebinar({ startsAt: later(DAY) });
    const far = await makeWebinar({ startsAt: later(8 * DAY) });
    for (const { id } of [far, soon]) await makeRegistration({ webinarId: id, email: registration.email });
    const token = await mailboxLink(registration.email);
    const slugAt = async (slug?: string) => (await findRoom(token, slug, AT))?.webinar.slug;
    expect(await slugAt()).toBe(soon.slug);
    expect(await slugAt(far.slug)).toBe(far.slug);
    expect(await slugAt("ailleurs")).toBeUndefined();
  });

  test("is not behind the link of a survey, an unknown one, nor somebody else's", async () => {
    const { webinar, registration } = await begun();
    const other = await makeRegistration({ webinarId: (await makeWebinar()).id });
    expect(await findRoom(await grantedLink(registration.id, "survey"), undefined, AT)).toBeNull();
    expect(await findRoom(newToken(), undefined, AT)).toBeNull();
    expect(await findRoom(await mailboxLink(other.email), webinar.slug, AT)).toBeNull();
  });

  test("tells whether the replay is public", async () => {
    const { webinar, registration } = await begun();
    const token = await grantedLink(registration.id, "join");
    const replay = async () => (await findRoom(token, undefined, later(DAY)))?.webinar.replayPublic;
    expect(await replay()).toBe(false);
    const data = { replayUrl: "https://videos.example/1", replayPublishedAt: later(HOUR) };
    await db.webinar.update({ where: { id: webinar.id }, data });
    expect(await replay()).toBe(true);
  });
});

describe("a certificate", () => {
  const present = { presentAt: later(-MINUTE), attendanceSource: "join", certificateCode: CODE } as const;

  test("is given by mail to who was there, once the session is over", async () => {
    const { webinar, registration } = await begun();
    const token = await mailboxLink(registration.email);
    const found = (at: Date, by = token) => findCertificate(by, webinar.slug, at);
    expect(await found(later(DAY))).toBe("none");
    await db.registration.update({ where: { id: registration.id }, data: present });
    expect(await found(AT)).toBe("none");
    expect(await found(later(55 * MINUTE))).toMatchObject({ code: CODE, lastName: registration.lastName });
    expect(await found(later(DAY), await grantedLink(registration.id, "owner"))).toBe("none");
    expect(await found(later(DAY), await grantedLink(registration.id, "join"))).toBe("none");
    expect(await found(later(DAY), newToken())).toBeNull();
    expect(await findCertificate(token, "ailleurs", later(DAY))).toBe("none");
  });

  test("is checked by its code, however it is typed, and by nothing shorter", async () => {
    const { webinar, registration } = await begun();
    await db.registration.update({ where: { id: registration.id }, data: present });
    for (const typed of [CODE, "7k3m 9qwx 2b4d", "7k3m9qwx2b4d"]) {
      expect(await checkCertificate(typed)).toEqual({
        state: "valid",
        name: `Camille ${registration.lastName}`,
        webinar: { title: webinar.title, startsAt: webinar.startsAt, durationMinutes: 60 },
      });
    }
    for (const typed of ["", " ", "7K3M", "7K3M-9QWX-2B4E", "%"]) {
      expect(await checkCertificate(typed)).toEqual({ state: "unknown" });
    }
    await unmarkPresent(db, registration.id);
    expect(await checkCertificate(CODE)).toEqual({ state: "unknown" });
  });

  test("can no longer be checked once the person is erased", async () => {
    const { registration } = await begun();
    await db.registration.update({ where: { id: registration.id }, data: present });
    await anonymise(db, [registration.id], AT);
    expect(await checkCertificate(CODE)).toEqual({ state: "unknown" });
  });
});

describe("public statistics", () => {
  test("count what took place, and do not change by one when people are erased", async () => {
    const past = await makeWebinar({ startsAt: later(-2 * DAY) });
    await makeWebinar({ startsAt: later(-DAY), cancelledAt: later(-2 * DAY) });
    await makeWebinar({ startsAt: later(-DAY), publishedAt: null });
    await makeWebinar({ startsAt: later(-30 * MINUTE) });
    // Announced, and nothing shows that it took place.
    await makeWebinar({ startsAt: later(-4 * DAY) });
    const unnoted = await makeWebinar({ startsAt: later(-3 * DAY) });
    const seats: Partial<Prisma.RegistrationUncheckedCreateInput>[] = [
      { presentAt: later(-2 * DAY), profile: "company" },
      { presentAt: later(-2 * DAY) },
      { presentAt: later(-2 * DAY), status: "cancelled" },
      {},
      { status: "waiting" },
      { status: "cancelled" },
    ];
    for (const seat of seats) await makeRegistration({ webinarId: past.id, ...seat });
    await makeRegistration({ webinarId: unnoted.id });

    const expected = {
      held: 2,
      registrations: 4,
      byProfile: [
        { profile: "association", count: 3 },
        { profile: "company", count: 1 },
      ],
      present: 3,
      rate: 0.75,
    };
    expect(await attendanceStatistics(AT)).toEqual(expected);
    const everyone = await db.registration.findMany({ select: { id: true } });
    await anonymise(
      db,
      everyone.map(({ id }) => id),
      AT,
    );
    expect(await attendanceStatistics(AT)).toEqual(expected);
  });

  test("know no rate while no presence was noted", async () => {
    await makeRegistration();
    expect(await attendanceStatistics(AT)).toMatchObject({ held: 0, registrations: 1, present: 0, rate: null });
  });
});

test("a sheet to sign has those who hold a seat and are still known, in the order of a French list", async () => {
  const { id: webinarId } = await makeWebinar();
  for (const lastName of ["Étienne", "durand", "Faure", "Dupont"]) await makeRegistration({ webinarId, lastName });
  await makeRegistration({ webinarId, lastName: "Attend", status: "waiting", waitlistRank: 1 });
  await makeRegistration({ webinarId, lastName: "Annulé", status: "cancelled" });
  await makeRegistration({ webinarId, lastName: "", anonymisedAt: AT });
  await makeRegistration({ lastName: "Ailleurs" });
  const people = await expectedPeople(await makeEditor(), webinarId);
  expect(people.map(({ lastName }) => lastName)).toEqual(["Dupont", "durand", "Étienne", "Faure"]);
});
