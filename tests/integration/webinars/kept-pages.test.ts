import { expect, test } from "vitest";
import { type Observation, observe } from "#lib/observation/page";
import { findPartnerLink } from "#lib/partner-links/queries";
import { findWebinar, listWebinars } from "#lib/webinars/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makePartnerLink, makeRegistration, makeWebinar } from "#tests/support/factories";

/** What a page that is kept reads of those who register: it is asked again after each of them. */

async function reading(work: () => Promise<unknown>): Promise<Observation> {
  const page: Observation = { at: AT, reads: [], timed: false, slotted: false };
  await observe(page, work);
  return page;
}

const ofRegistrations = ({ reads }: Observation) => reads.filter(({ tables }) => tables.has("Registration"));
const readsRegistrations = (page: Observation) => ofRegistrations(page).length > 0;

/** Whether what was read of registrations would be answered in the same way now. */
async function isUnchanged(page: Observation): Promise<boolean> {
  const same = ofRegistrations(page).map(async ({ again, digest }) => (await again?.(AT)) === digest);
  return (await Promise.all(same)).every(Boolean);
}

test("who registers changes nothing of the page of a session, until it is full", async () => {
  const { id } = await makeWebinar({ slug: "seance", capacity: 3, startsAt: later(DAY) });
  const page = await reading(() => Promise.all([findWebinar("seance", AT), listWebinars(AT, 2027)]));
  for (const unchanged of [true, true, false]) {
    await makeRegistration({ webinarId: id });
    expect(await isUnchanged(page)).toBe(unchanged);
  }
  const full = await reading(() => findWebinar("seance", AT));
  await makeRegistration({ webinarId: id, status: "waiting", waitlistRank: 1 });
  expect(await isUnchanged(full)).toBe(true);
});

test("who comes by a partner changes nothing of the page that they followed, until its quota is used up", async () => {
  const { id, webinarId, code } = await makePartnerLink({ quota: 2 });
  const page = await reading(() => findPartnerLink(webinarId, code));
  for (const unchanged of [true, false]) {
    await makeRegistration({ webinarId, partnerLinkId: id });
    expect(await isUnchanged(page)).toBe(unchanged);
  }
});

test("pages read registrations of sessions to come that have a limit, and of no other", async () => {
  const pageOf = (session: Parameters<typeof makeWebinar>[0]) =>
    reading(async () => findWebinar((await makeWebinar(session)).slug, AT));
  expect(readsRegistrations(await pageOf({ capacity: 3, startsAt: later(1) }))).toBe(true);
  expect(readsRegistrations(await pageOf({ capacity: 3, startsAt: AT }))).toBe(false);
  expect(readsRegistrations(await pageOf({ capacity: 3, startsAt: later(DAY), cancelledAt: AT }))).toBe(false);
  expect(readsRegistrations(await pageOf({ capacity: null, startsAt: later(DAY) }))).toBe(false);
});
