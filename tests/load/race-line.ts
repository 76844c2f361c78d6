import { expect, test } from "vitest";
import { db } from "#lib/platform/db";
import { chance, pause, shuffled } from "#tests/support/chance";
import { openAll, people, rush, tally, verdict } from "#tests/support/crowd";
import { makeEditor } from "#tests/support/factories";
import { openForm } from "#tests/support/html-form";
import { testClock } from "#tests/support/portal";
import type { Portals } from "#tests/support/portals";
import { registered } from "#tests/support/registrations";
import { editSession } from "#tests/support/session-edit";
import type { Place } from "#tests/support/witness";

const random = chance(5);
const numbers = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const inState = (places: Place[], status: string) => places.filter((place) => place.status === status);

/** What a session looked like at one instant: seats, and people who hold one or were offered one. */
type Sight = { capacity: number; held: number };

/** Looks at a session as often as it can until told to stop. */
function watched({ database }: Portals, slug: string) {
  const sights: Sight[] = [];
  let watching = true;
  const look = async () => {
    while (watching) {
      const [sight] = await database.rows<Sight>(
        `SELECT w."capacity", count(r."id") FILTER (WHERE r."status" IN ('confirmed', 'offered'))::int AS "held"
         FROM "Webinar" w LEFT JOIN "Registration" r ON r."webinarId" = w."id" WHERE w."slug" = $1 GROUP BY w."id"`,
        [slug],
      );
      if (sight) sights.push(sight);
      await pause(5);
    }
    return sights;
  };
  const looking = look();
  return () => {
    watching = false;
    return looking;
  };
}

/** Gives a session so many seats as the back office does: from this process, a third one beside those that register. */
async function resize(slug: string, capacity: number): Promise<void> {
  const at = new Date(testClock());
  const editor = await makeEditor();
  const { id } = await db.webinar.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  await editSession(editor, id, { capacity }, at);
}

/** People who come, leave and wait while the seats change. @param urls the processes that register */
export function linesAreKept(opened: Portals, urls: () => string[]): void {
  test("50 people leave while 50 come: the first in line are offered the seats, and nobody overtakes", async () => {
    const { database } = opened;
    const slug = await database.newSession(100);
    const tokens: string[] = [];
    for (const { email } of people(300, "partant."))
      tokens.push(await registered(slug, { email }, new Date(testClock())));
    const leaving = shuffled(tokens.slice(0, 100), random).slice(0, 50);
    const newcomers = people(50, "nouveau.");
    const doors = await Promise.all(
      leaving.map((token, index) => openForm(`${urls()[index % 2]}/inscriptions/${token}`, "reason")),
    );
    const forms = await openAll(urls(), slug, newcomers.length, random);
    const stop = watched(opened, slug);
    const answers = await Promise.all([
      ...doors.map((door) => door.submit({ reason: "" })),
      ...forms.map((form, index) => form.submit(newcomers[index] ?? {})),
    ]);
    const sights = await stop();

    expect(tally(answers.map(verdict))).toEqual({ in: 100 });
    expect(Math.max(...sights.map(({ held }) => held))).toBeLessThanOrEqual(100);
    const places = await database.places(slug);
    expect(inState(places, "confirmed")).toHaveLength(50);
    expect(inState(places, "cancelled")).toHaveLength(50);
    expect(inState(places, "offered").map(({ waitlistRank }) => waitlistRank)).toEqual(numbers(1, 50));
    expect(inState(places, "waiting").map(({ waitlistRank }) => waitlistRank)).toEqual(numbers(51, 250));
    const last = inState(places, "waiting").slice(-50);
    expect(last.map(({ email }) => email).sort()).toEqual(newcomers.map(({ email }) => email).sort());
    expect(await database.mails(slug)).toMatchObject({ "seat-offered": 50, "registration-cancelled": 50 });
  });

  test("seats lowered then raised in the middle of a rush: nobody loses one, none is given that does not exist", async () => {
    const { database } = opened;
    const slug = await database.newSession(100);
    const stop = watched(opened, slug);
    const reached = async (count: number) => {
      while ((await database.places(slug)).length < count) await pause(20);
    };
    const changing = reached(60)
      .then(() => resize(slug, 80))
      .then(() => reached(180))
      .then(() => resize(slug, 150));
    const trips = await rush(urls(), slug, people(300), { random, spreadMs: 500 });
    await changing;
    const sights = await stop();

    expect(tally(trips.map(({ answer }) => verdict(answer)))).toEqual({ in: 300 });
    expect([...new Set(sights.map(({ capacity }) => capacity))]).toEqual([100, 80, 150]);
    for (const [index, { capacity, held }] of sights.entries()) {
      const earlier = sights[index - 1] ?? { capacity, held: 0 };
      expect(held).toBeGreaterThanOrEqual(earlier.held);
      expect(held).toBeLessThanOrEqual(Math.max(capacity, earlier.held, earlier.capacity));
    }
    const places = await database.places(slug);
    expect(inState(places, "confirmed")).toHaveLength(150);
    const turns = inState(places, "waiting").map(({ waitlistRank }) => waitlistRank ?? 0);
    expect(turns).toHaveLength(150);
    expect(turns).toEqual(numbers(turns[0] ?? 0, (turns[0] ?? 0) + 149));
  });
}
