import { describe, expect, test } from "vitest";
import { markPresent, unmarkPresent } from "#lib/attendance/mutations";
import { readCode } from "#lib/attendance/rules";
import { db } from "#lib/platform/db";
import { AT, later, MINUTE } from "#tests/support/clock";
import { makeRegistration } from "#tests/support/factories";

type Sign = Parameters<typeof markPresent>[2];
const mark = (id: string, sign: Partial<Sign> = {}) =>
  db.$transaction((tx) => markPresent(tx, id, { at: AT, source: "join", ...sign }));
const presence = (id: string) =>
  db.registration.findUniqueOrThrow({
    where: { id },
    select: { presentAt: true, attendanceSource: true, presentMinutes: true, certificateCode: true },
  });

describe("markPresent", () => {
  test("keeps the first sign and the longest length", async () => {
    const { id } = await makeRegistration();
    await mark(id);
    await mark(id, { at: later(MINUTE), source: "report", minutes: 47 });
    await mark(id, { at: later(2 * MINUTE), source: "editor", minutes: 12 });
    expect(await presence(id)).toMatchObject({ presentAt: AT, attendanceSource: "join", presentMinutes: 47 });
    await mark(id, { at: later(3 * MINUTE) });
    expect(await presence(id)).toMatchObject({ presentAt: AT, presentMinutes: 47 });
  });

  test("gives a code once, that is read back whatever the hand that typed it", async () => {
    const { id } = await makeRegistration();
    await mark(id);
    const { certificateCode } = await presence(id);
    expect(certificateCode).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
    expect(readCode(` ${certificateCode?.toLowerCase().replaceAll("-", " ")}`)).toBe(certificateCode);
    await mark(id);
    expect((await presence(id)).certificateCode).toBe(certificateCode);
  });

  test("twenty at once are one", async () => {
    const { id } = await makeRegistration();
    await Promise.all(Array.from({ length: 20 }, (_, index) => mark(id, { minutes: index })));
    const first = await presence(id);
    expect(first).toMatchObject({ presentAt: AT, presentMinutes: 19 });
    await mark(id);
    expect(await presence(id)).toEqual(first);
  });

  test("codes differ", async () => {
    const people = await Promise.all([makeRegistration(), makeRegistration(), makeRegistration()]);
    for (const { id } of people) await mark(id);
    const codes = await Promise.all(people.map(async ({ id }) => (await presence(id)).certificateCode));
    expect(new Set(codes).size).toBe(people.length);
  });

  test("says nothing of a person who was erased", async () => {
    const { id } = await makeRegistration({ anonymisedAt: AT });
    await mark(id);
    expect(await presence(id)).toMatchObject({ presentAt: null, certificateCode: null });
  });
});

describe("unmarkPresent", () => {
  test("takes the presence back, and keeps the code for when it is given again", async () => {
    const { id } = await makeRegistration();
    await mark(id, { minutes: 50 });
    const { certificateCode } = await presence(id);
    await db.$transaction((tx) => unmarkPresent(tx, id));
    expect(await presence(id)).toEqual({
      presentAt: null,
      attendanceSource: null,
      presentMinutes: null,
      certificateCode,
    });
    await mark(id, { source: "editor" });
    expect(await presence(id)).toMatchObject({ attendanceSource: "editor", presentMinutes: null, certificateCode });
  });
});
