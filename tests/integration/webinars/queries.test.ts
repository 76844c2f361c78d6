import { describe, expect, test } from "vitest";
import { listItems } from "#lib/items/queries";
import {
  findWebinar,
  findWebinarForEditor,
  latestReplay,
  listCalendarWebinars,
  listWebinars,
  listWebinarsForEditor,
  nextWebinar,
  otherWebinars,
  webinarsOfNeed,
  webinarYears,
} from "#lib/webinars/queries";
import { openInstead } from "#lib/webinars/rules";
import { findWebinarTerms } from "#lib/webinars/terms/queries";
import { AT, DAY, HOUR, later } from "#tests/support/clock";
import { makeCycle, makeEditor, makeNeed, makeRegistration, makeWebinar, unknownId } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN, slugsOf } from "#tests/support/publication";

const onDay = (slug: string, startsAt: string) => makeWebinar({ slug, startsAt: new Date(startsAt) });

describe("the programme of a year", () => {
  test("is that of Paris, from midnight to midnight, in order", async () => {
    await onDay("reveillon", "2018-12-31T22:59:59Z");
    await onDay("nouvel-an", "2018-12-31T23:00:00Z");
    await onDay("saint-sylvestre", "2019-12-31T22:59:59Z");
    await onDay("ete", "2019-07-18T11:00:00Z");
    await onDay("an-d-apres", "2019-12-31T23:00:00Z");
    expect(slugsOf(await listWebinars(AT, 2019))).toEqual(["nouvel-an", "ete", "saint-sylvestre"]);
    expect(await webinarYears(AT)).toEqual([2020, 2019, 2018]);
  });

  test("keeps cancelled sessions and leaves out what is hidden", async () => {
    for (const hidden of HIDDEN) await makeWebinar({ ...hidden, startsAt: new Date("2031-01-16T12:00:00Z") });
    await makeWebinar({ slug: "annule", cancelledAt: AT, startsAt: new Date("2027-02-18T12:00:00Z") });
    expect(slugsOf(await listWebinars(AT, 2027))).toEqual(["annule"]);
    expect(await listWebinars(AT, 2031)).toEqual([]);
    expect(await webinarYears(AT)).toEqual([2027]);
  });
});

describe("the next webinar", () => {
  test("is the first that has not started, is not cancelled and is visible", async () => {
    await makeWebinar({ slug: "commence", startsAt: AT });
    await makeWebinar({ slug: "annule", startsAt: later(1), cancelledAt: AT });
    for (const hidden of HIDDEN) await makeWebinar({ ...hidden, startsAt: later(2) });
    await makeWebinar({ slug: "apres", startsAt: later(2 * DAY) });
    await makeWebinar({ slug: "prochain", startsAt: later(DAY) });
    expect(await nextWebinar(AT)).toMatchObject({ slug: "prochain" });
  });

  test("is nothing when the programme is over", async () => {
    await makeWebinar({ startsAt: later(-DAY) });
    expect(await nextWebinar(AT)).toBeNull();
  });
});

test("seats taken are confirmed or kept for an answer; who waits is counted apart", async () => {
  const { id } = await makeWebinar({ slug: "seance", capacity: 3 });
  await makeRegistration({ webinarId: id });
  await makeRegistration({ webinarId: id, status: "offered", waitlistRank: 1, offerExpiresAt: later(HOUR) });
  await makeRegistration({ webinarId: id, status: "waiting", waitlistRank: 2 });
  await makeRegistration({ webinarId: id, status: "cancelled", cancelledAt: AT });
  await makeRegistration({ webinarId: id, status: "expired" });
  await makeRegistration();
  expect(await listWebinarsForEditor(await makeEditor(), [id])).toContainEqual(
    expect.objectContaining({ id, taken: 2, waiting: 1 }),
  );
});

test.each([
  ["nobody came yet", [], 2, false],
  ["a seat is free", ["confirmed", "cancelled", "expired"], 2, false],
  ["every seat is taken, one by an offer", ["confirmed", "offered"], 2, true],
  ["more seats are taken than there are", ["confirmed", "confirmed", "confirmed"], 2, true],
  ["somebody waits for the seat that is free", ["confirmed", "waiting"], 2, true],
  ["there is no seat at all", [], 0, true],
  ["there is no limit", ["confirmed", "confirmed", "waiting"], null, false],
] as const)("a session is full or not when %s", async (_, statuses, capacity, full) => {
  const { id } = await makeWebinar({ slug: "seance", capacity, startsAt: later(HOUR) });
  await makeWebinar({ slug: "autre", capacity: 1, startsAt: later(HOUR) });
  for (const [index, status] of statuses.entries())
    await makeRegistration({ webinarId: id, status, ...(status !== "confirmed" && { waitlistRank: index + 1 }) });
  expect(await findWebinar("seance", AT)).toMatchObject({ capacity, full });
  const listed = await listWebinars(AT, 2027);
  expect(listed).toContainEqual(expect.objectContaining({ slug: "seance", full }));
  expect(listed).toContainEqual(expect.objectContaining({ slug: "autre", full: false }));
});

test("a replay and what is said in it are shown once they are public, not before", async () => {
  const replay = { replayUrl: "https://video.example/1", transcript: "Bonjour à tous." };
  await makeWebinar({ slug: "seance", ...replay, replayPublishedAt: AT });
  expect(await findWebinar("seance", later(-1))).toMatchObject({ replayUrl: null, transcript: "" });
  expect(await findWebinar("seance", AT)).toMatchObject({ ...replay, replayPublishedAt: AT });
});

test("the sessions of a need are its own, in order", async () => {
  const need = await makeNeed({ slug: "besoin" });
  await makeWebinar({ slug: "apres", needId: need.id, startsAt: later(DAY) });
  await makeWebinar({ slug: "avant", needId: need.id, startsAt: later(-DAY) });
  await makeWebinar({ ...HIDDEN[0], needId: need.id });
  await makeWebinar();
  expect(slugsOf(await webinarsOfNeed("besoin", AT))).toEqual(["avant", "apres"]);
});

test("a session outlives the withdrawal of its need, which it no longer names", async () => {
  const need = await makeNeed({ slug: "besoin", withdrawnAt: AT });
  await makeWebinar({ slug: "seance", needId: need.id, startsAt: later(DAY) });
  expect(await findWebinar("seance", AT)).toMatchObject({ need: null });
  expect(await nextWebinar(AT)).toMatchObject({ slug: "seance", need: null });
});

test("the page of a session has what it shows, and never the room", async () => {
  const { id: cycleId } = await makeCycle({ slug: "cycle-2027", title: "Cycle 2027", provisional: true });
  const need = await makeNeed({ slug: "besoin", title: "Un besoin", position: 4 });
  await makeWebinar({ slug: "seance", cycleId, needId: need.id, roomUrl: "https://salle.example/secret", sequence: 2 });
  const webinar = await findWebinar("seance", AT);
  expect(webinar).toMatchObject({
    provisional: true,
    need: { slug: "besoin", title: "Un besoin", position: 4 },
    sequence: 2,
    source: "Les tests",
  });
  expect(webinar?.cycle).toEqual({ slug: "cycle-2027", title: "Cycle 2027" });
  expect(webinar?.need).toEqual({ slug: "besoin", title: "Un besoin", position: 4 });
  expect(JSON.stringify([webinar, await nextWebinar(AT), await listWebinars(AT, 2027)])).not.toContain("salle.example");
  expect(webinar).not.toHaveProperty("_count");
});

test.each(HIDDEN)("a session that is hidden ($slug) is not found", async (hidden) => {
  await makeWebinar(hidden);
  expect(await findWebinar(hidden.slug, AT)).toBeNull();
});

test("nobody edits a session that there is not", async () => {
  const editor = await makeEditor();
  expect(await findWebinarForEditor(editor, unknownId())).toBeNull();
});

test("editors see the latest session first", async () => {
  const editor = await makeEditor();
  await expectOrder(
    ["janvier", "decembre", "novembre", "octobre"],
    (slug, rank) => makeWebinar({ title: slug, startsAt: later(-rank * 30 * DAY) }),
    async () => (await listItems(editor, "webinar", { q: "", etat: "", page: 1 }, AT)).rows.map(({ title }) => title),
  );
});

test("its rooms in the back office name a session, hidden or not, without its texts", async () => {
  const editor = await makeEditor();
  const { id } = await makeWebinar({ publishedAt: null, cancelledAt: AT, transcript: "Bonjour." });
  expect(await findWebinarTerms(editor, id)).toMatchObject({ id, cancelled: true, publishedAt: null });
  expect(await findWebinarTerms(editor, id)).not.toHaveProperty("transcript");
  expect(await findWebinarTerms(editor, unknownId())).toBeNull();
});

describe("the calendar to subscribe to", () => {
  test("keeps past and cancelled sessions, and leaves out what is hidden", async () => {
    for (const hidden of HIDDEN) await makeWebinar(hidden);
    await makeWebinar({ slug: "passe", startsAt: later(-400 * DAY) });
    await makeWebinar({ slug: "annule", startsAt: later(DAY), cancelledAt: AT, sequence: 3 });
    const sessions = await listCalendarWebinars(AT);
    expect(slugsOf(sessions)).toEqual(["passe", "annule"]);
    expect(sessions[1]).toMatchObject({ cancelledAt: AT, sequence: 3 });
    expect(JSON.stringify(sessions)).not.toContain("roomUrl");
  });

  test("may be that of one need", async () => {
    const need = await makeNeed({ slug: "besoin" });
    await makeWebinar({ slug: "du-besoin", needId: need.id });
    await makeWebinar();
    expect(slugsOf(await listCalendarWebinars(AT, "besoin"))).toEqual(["du-besoin"]);
    expect(await listCalendarWebinars(AT, "inconnu")).toEqual([]);
  });
});

test("a full session leads to two that are not, on its need first", async () => {
  const need = await makeNeed();
  const other = await makeNeed();
  const at = (slug: string, days: number, more: Parameters<typeof makeWebinar>[0] = {}) =>
    makeWebinar({ slug, startsAt: later(days * DAY), capacity: 1, needId: need.id, ...more });
  const full = await at("complete", 1);
  const taken = await at("complete-aussi", 2);
  for (const { id: webinarId } of [full, taken]) await makeRegistration({ webinarId });
  await at("annulee", 3, { cancelledAt: AT });
  await at("ailleurs", 4, { needId: other.id });
  await at("sans-besoin", 5, { needId: null });
  await at("meme-besoin", 6);
  await at("passee", -5, { replayUrl: "https://video.example/1", replayPublishedAt: later(-DAY) });
  await at("plus-ancienne", -9, { replayUrl: "https://video.example/2", replayPublishedAt: later(-DAY) });
  await at("pas-encore", -4, { replayUrl: "https://video.example/3" });
  const about = async (slug: string) => {
    const webinar = await findWebinar(slug, AT);
    return webinar ? slugsOf(openInstead(await otherWebinars(webinar, AT), webinar, AT)) : null;
  };
  expect(await about("complete")).toEqual(["meme-besoin", "ailleurs"]);
  expect(await about("sans-besoin")).toEqual(["ailleurs", "meme-besoin"]);
  expect((await latestReplay(need.slug, AT))?.slug).toBe("passee");
  expect(await latestReplay(other.slug, AT)).toBeNull();
});
