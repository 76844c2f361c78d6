import { describe, expect, test } from "vitest";
import { linesAreKept } from "#tests/load/race-line";
import { chance, shuffled } from "#tests/support/chance";
import { openAll, people, person, registrationForm, rush, type Trip, tally, verdict } from "#tests/support/crowd";
import { withPortals } from "#tests/support/portals";
import { inFull } from "#tests/support/scale";
import type { Place } from "#tests/support/witness";

/** Two processes on one database; the third has its lock taken out, to show that these tests can fail. */
const opened = withPortals([{}, { REGISTRATION_LOCK: "off" }]);
const both = () => opened.urls.slice(0, 2);
const unlocked = () => opened.urls.slice(2);

const SEATS = 100;
const PEOPLE = 500;
/** A rush takes no longer than so many times what its people take one after the other, on the same machine just before. */
const RUSH = 4;
const ALONE = 20;
const SEEDS = Array.from({ length: inFull ? 10 : 2 }, (_, index) => index + 1);
const ROUNDS = inFull ? 200 : 20;
const UNLOCKED_RUNS = 5;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const inState = (places: Place[], status: string) => places.filter((place) => place.status === status);
const turns = (places: Place[]) => places.map(({ waitlistRank }) => waitlistRank);

/** Pairs in which the one who was answered before the other sent their form stands behind them. */
function overtakings(trips: Trip[], places: Place[]): string[] {
  const turnOf = new Map(places.map(({ email, waitlistRank }) => [email, waitlistRank ?? 0]));
  const order = (trip: Trip) => turnOf.get(trip.typed.email) ?? Number.NaN;
  return trips.flatMap((early) =>
    trips
      .filter((late) => early.answered < late.sent && order(early) > order(late))
      .map((late) => `${late.typed.email} before ${early.typed.email}`),
  );
}

/** Milliseconds that somebody takes to register when nobody else does. */
async function timeAlone(): Promise<number> {
  const slug = await opened.database.newSession(null);
  const forms = await openAll(both(), slug, ALONE);
  const started = performance.now();
  for (const [index, form] of forms.entries()) await form.submit(person(`seul.${index}`));
  return (performance.now() - started) / ALONE;
}

/** People in line whose message tells another position than theirs; nobody has left yet. */
const toldOtherwise = (slug: string) =>
  opened.database.rows(
    `SELECT p."email" FROM "Registration" r JOIN "Person" p ON p."id" = r."personId" JOIN "Webinar" w ON w."id" = r."webinarId" AND w."slug" = $1
     JOIN "OutgoingMail" m ON m."registrationId" = r."id"
     WHERE r."status" = 'waiting' AND m."text" NOT LIKE '%position' || chr(160) || r."waitlistRank" || ')%'`,
    [slug],
  );

describe.each(SEEDS)(`${PEOPLE} people for ${SEATS} seats, drawn with %i`, (seed) => {
  test("exactly the seats are taken, everyone else is in line, in order, and each is written to once", async () => {
    const { database } = opened;
    const random = chance(seed);
    const alone = await timeAlone();
    const slug = await database.newSession(SEATS);
    const trips = await rush(both(), slug, shuffled(people(PEOPLE), random), { random, spreadMs: 300 * (seed % 3) });

    expect(tally(trips.map(({ answer }) => verdict(answer)))).toEqual({ in: PEOPLE });
    const places = await database.places(slug);
    expect(inState(places, "confirmed")).toHaveLength(SEATS);
    expect(turns(inState(places, "waiting"))).toEqual(numbers(PEOPLE - SEATS));
    expect(overtakings(trips, places)).toEqual([]);
    expect(await database.mails(slug)).toEqual({
      "registration-confirmed": SEATS,
      "registration-waiting": PEOPLE - SEATS,
    });
    expect(await toldOtherwise(slug)).toEqual([]);
    const duration = Math.max(...trips.map(({ answered }) => answered)) - Math.min(...trips.map(({ sent }) => sent));
    expect(duration).toBeLessThan(RUSH * PEOPLE * alone);
  });
});

test(`two people for the last seat, each in a process of their own: one has it, ${ROUNDS} times over`, async () => {
  const { database } = opened;
  for (const round of numbers(ROUNDS)) {
    const slug = await database.newSession(1);
    const forms = await Promise.all(both().map((url) => registrationForm(url, slug)));
    const answers = await Promise.all(forms.map((form, index) => form.submit(person(`duel.${round}.${index}`))));
    expect(tally(answers.map(verdict))).toEqual({ in: 2 });
    expect((await database.places(slug)).map(({ status, waitlistRank }) => [status, waitlistRank])).toEqual([
      ["confirmed", null],
      ["waiting", 1],
    ]);
  }
});

test("the same form twenty times at once, and later again, is one registration; with another address it is another", async () => {
  const { database } = opened;
  const slug = await database.newSession(SEATS);
  const [form, elsewhere] = await Promise.all(both().map((url) => registrationForm(url, slug)));
  if (!form || !elsewhere) throw new Error("two processes are needed");
  const typed = { ...person("meme"), formToken: form.hidden("formToken") };
  expect(typed.formToken).not.toBe("");

  const answers = await Promise.all(numbers(20).map((tap) => (tap % 2 ? form : elsewhere).submit(typed)));
  const [{ location } = { location: null }] = answers;
  expect(tally(answers.map(verdict))).toEqual({ in: 20 });
  expect(new Set(answers.map((answer) => answer.location))).toEqual(new Set([location]));
  expect((await elsewhere.submit(typed)).location).toBe(location);

  expect((await database.places(slug)).map(({ email }) => email)).toEqual([typed.email]);
  expect(await database.mails(slug)).toEqual({ "registration-confirmed": 1 });

  // A colleague goes back to the page of the first.
  const colleague = await Promise.all(numbers(4).map(() => form.submit({ ...typed, email: "autre@exemple.fr" })));
  expect(tally(colleague.map(verdict))).toEqual({ in: 4 });
  expect(new Set(colleague.map((answer) => answer.location)).size).toBe(1);
  expect(colleague[0]?.location).not.toBe(location);
  expect(await database.places(slug)).toHaveLength(2);
  expect(await database.mails(slug)).toEqual({ "registration-confirmed": 2 });
});

test("one person who writes their address in twenty ways is registered once, and written to twice at most", async () => {
  const { database } = opened;
  const slug = await database.newSession(SEATS);
  const ways = [
    "zoé.x@exemple.fr",
    "ZOÉ.X@exemple.fr",
    " zoé.x@EXEMPLE.fr ",
    "zoe\u0301.x@exemple.fr",
    "ｚoé.x@exemple.fr",
  ];
  const forms = await openAll(both(), slug, 20);
  const answers = await Promise.all(
    forms.map((form, index) => form.submit({ ...person("zoe"), email: ways[index % ways.length] ?? "" })),
  );
  expect(tally(answers.map(verdict))).toEqual({ in: 20 });
  expect(await database.places(slug)).toHaveLength(1);
  expect(await database.mails(slug)).toEqual({ "registration-confirmed": 1, "registration-already": 1 });
});

linesAreKept(opened, both);

test("with the lock taken out, a smaller rush overbooks: the tests above can fail", async () => {
  const { database } = opened;
  const seats = 10;
  let most = 0;
  for (let run = 1; run <= UNLOCKED_RUNS && most <= seats; run++) {
    const slug = await database.newSession(seats);
    await rush(unlocked(), slug, people(60));
    most = Math.max(most, (await database.confirmed(slug)).length);
  }
  expect(most).toBeGreaterThan(seats);
});
