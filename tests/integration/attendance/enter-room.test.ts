import { beforeEach, describe, expect, test } from "vitest";
import { enterRoom } from "#lib/attendance/mutations";
import { db } from "#lib/platform/db";
import { newToken } from "#lib/platform/tokens";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeRegistration, makeWebinar } from "#tests/support/factories";
import { grantedLink, mailboxLink } from "#tests/support/links";

const ROOM = "https://salle.example/1";
let registration: Awaited<ReturnType<typeof makeRegistration>>;
let join: string;

beforeEach(async () => {
  const webinar = await makeWebinar({ startsAt: later(10 * MINUTE), roomUrl: ROOM });
  registration = await makeRegistration({ webinarId: webinar.id });
  join = await grantedLink(registration.id, "join");
});

const presence = () =>
  db.registration.findUniqueOrThrow({
    where: { id: registration.id },
    select: { presentAt: true, attendanceSource: true, certificateCode: true },
  });
const NOBODY = { presentAt: null, attendanceSource: null, certificateCode: null };

describe("the click that enters a room", () => {
  test("records the presence once, and leads there every time", async () => {
    expect(await enterRoom(join, undefined, AT)).toEqual({ ok: true, url: ROOM });
    const first = await presence();
    expect(first).toMatchObject({ presentAt: AT, attendanceSource: "join" });
    expect(first.certificateCode).toMatch(/^([2-9A-HJKMNP-TV-Z]{4}-?){3}$/);
    expect(await enterRoom(join, undefined, later(HOUR))).toEqual({ ok: true, url: ROOM });
    expect(await presence()).toEqual(first);
  });

  test("leads to the room of that very instant", async () => {
    await enterRoom(join, undefined, AT);
    const moved = "https://autre-salle.example/2";
    await db.webinar.update({ where: { id: registration.webinarId }, data: { roomUrl: moved } });
    expect(await enterRoom(join, undefined, AT)).toEqual({ ok: true, url: moved });
  });

  test("also works from the page given on screen and from the one sent by mail", async () => {
    const owner = await grantedLink(registration.id, "owner");
    for (const token of [owner, await mailboxLink(registration.email)]) {
      await db.registration.update({ where: { id: registration.id }, data: { presentAt: null } });
      expect(await enterRoom(token, undefined, AT)).toEqual({ ok: true, url: ROOM });
      expect((await presence()).presentAt).toEqual(AT);
    }
  });

  test("of somebody who only typed a registered address records nothing", async () => {
    const receipt = await grantedLink(registration.id, "receipt");
    expect(await enterRoom(receipt, undefined, AT)).toEqual({ ok: true, url: ROOM });
    expect(await presence()).toEqual(NOBODY);
  });

  test("leads nowhere when the room cannot be entered, and records nothing", async () => {
    const refused = async (reason: string, at = AT) => {
      expect(await enterRoom(join, undefined, at)).toEqual({ ok: false, reason });
      expect(await presence()).toEqual(NOBODY);
    };
    await refused("early", later(-6 * MINUTE));
    await refused("over", later(2 * HOUR));
    await db.registration.update({ where: { id: registration.id }, data: { status: "waiting" } });
    await refused("waiting");
    await db.registration.update({ where: { id: registration.id }, data: { status: "confirmed" } });
    await db.webinar.update({ where: { id: registration.webinarId }, data: { roomUrl: "javascript:alert(1)" } });
    await refused("missing");
    expect(await enterRoom(newToken(), undefined, AT)).toEqual({ ok: false, reason: "unknown" });
  });
});
