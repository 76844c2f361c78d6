import { describe, expect, test } from "vitest";
import { countPublishedFigures } from "#lib/jobs/figures";
import { db } from "#lib/platform/db";
import { findPublishedFigures } from "#lib/statistics/queries";
import { findWebinar } from "#lib/webinars/queries";
import { areFewLeft, registrationState } from "#lib/webinars/rules";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeAnswer, makeRegistration, makeWebinar } from "#tests/support/factories";
import fc from "#tests/support/properties";

const registrations = async (count: number, more: object = {}) => {
  for (let one = 0; one < count; one++) await makeRegistration(more);
};

describe("what the public reads of people", () => {
  test("is nothing before it is counted, and zeros said as « fewer than five » on an empty portal", async () => {
    expect(await findPublishedFigures()).toBeNull();
    expect(await countPublishedFigures(AT)).toBe(true);
    expect(await findPublishedFigures()).toEqual({
      countedAt: AT,
      held: 0,
      registrations: null,
      byProfile: [],
      present: null,
      rate: null,
      survey: null,
      views: null,
    });
  });

  test("does not move during the day, whoever registers or leaves", async () => {
    await registrations(12);
    await countPublishedFigures(AT);
    const published = await findPublishedFigures();
    expect(published).toMatchObject({ registrations: 10, byProfile: [{ key: "association", count: 10 }] });
    await registrations(30, { profile: "company" });
    expect(await countPublishedFigures(later(HOUR))).toBe(false);
    expect(await findPublishedFigures()).toEqual(published);
    await db.registration.deleteMany();
    expect(await findPublishedFigures()).toEqual(published);
  });

  test("is counted again the next night, by one worker of several", async () => {
    await countPublishedFigures(AT);
    await registrations(7);
    const night = later(DAY);
    const counted = await Promise.all([1, 2, 3].map(() => countPublishedFigures(night)));
    expect(counted.filter(Boolean)).toHaveLength(1);
    expect(await findPublishedFigures()).toMatchObject({ countedAt: night, registrations: 5 });
  });

  test("is counted for the first time by one worker of several", async () => {
    const counted = await Promise.all([1, 2, 3].map(() => countPublishedFigures(AT)));
    expect(counted.filter(Boolean)).toHaveLength(1);
  });

  test("of the seats of a session does not move during the day either, but that it is full", async () => {
    const { id: webinarId, slug, updatedAt } = await makeWebinar({ capacity: 26 });
    const words = async (at: Date) => {
      const webinar = await findWebinar(slug, at);
      return webinar && [registrationState(webinar, at), areFewLeft(webinar)];
    };
    await registrations(4, { webinarId });
    await countPublishedFigures(AT);
    expect(await words(AT)).toEqual(["open", false]);
    await registrations(21, { webinarId });
    await countPublishedFigures(later(HOUR));
    expect(await words(later(HOUR))).toEqual(["open", false]);
    await countPublishedFigures(later(DAY));
    expect(await words(later(DAY))).toEqual(["open", true]);
    await registrations(1, { webinarId });
    expect(await words(later(DAY))).toEqual(["full", true]);
    expect(await db.webinar.findUnique({ where: { id: webinarId } })).toMatchObject({ seatsCounted: 25, updatedAt });
  });

  test("shows what five answers say, rounded", async () => {
    const { id: webinarId } = await makeWebinar();
    for (const usefulness of [5, 5, 5, 5, 4]) await makeAnswer({ webinarId, usefulness });
    await countPublishedFigures(AT);
    expect((await findPublishedFigures())?.survey).toEqual({
      answers: 5,
      mean: 5,
      usefulness: [],
      intentions: [{ key: "yes", count: 5 }],
    });
  });

  test("is the same during a day for any people, and for the same people and one more", async () => {
    const person = fc.record({
      profile: fc.constantFrom("association", "company", "foundation"),
      status: fc.constantFrom("confirmed", "waiting", "cancelled"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(person, { maxLength: 12 }), person, async (people, more) => {
        await db.registration.deleteMany();
        await db.publishedFigures.deleteMany();
        for (const one of people) await makeRegistration(one);
        await countPublishedFigures(AT);
        const before = await findPublishedFigures();
        const { id } = await makeRegistration(more);
        await countPublishedFigures(later(HOUR));
        expect(await findPublishedFigures()).toEqual(before);
        await db.registration.delete({ where: { id } });
        await countPublishedFigures(later(2 * HOUR));
        expect(await findPublishedFigures()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });
});
