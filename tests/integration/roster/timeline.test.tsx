import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RegistrationTimeline } from "#components/back-office/roster/timeline";
import { countRegistrants } from "#lib/roster/queries";
import { registrationTimeline } from "#lib/roster/timeline/queries";
import { DAY } from "#tests/support/clock";
import { makeEditor, makeRegistration, makeWebinar } from "#tests/support/factories";

const on = (day: string, hour = "10:00") => new Date(`${day}T${hour}Z`);
const timeline = async (webinarId: string) => registrationTimeline(await makeEditor(), webinarId);

test("each day of Paris on which somebody came or left, and how many were held at its end", async () => {
  const { id: webinarId } = await makeWebinar();
  const came = (createdAt: Date, more: Parameters<typeof makeRegistration>[0] = {}) =>
    makeRegistration({ webinarId, createdAt, ...more });
  await came(on("2027-01-04", "23:30"));
  await came(on("2027-01-05"), { status: "waiting", waitlistRank: 1 });
  await came(on("2027-01-05"), { status: "cancelled", cancelledAt: on("2027-01-08") });
  await came(on("2027-01-08"), { status: "expired" });
  await came(on("2027-01-08"), { status: "offered", waitlistRank: 2 });
  // Came back since.
  await came(on("2027-01-09"), { cancelledAt: on("2027-01-10") });
  await makeRegistration({ createdAt: on("2027-01-05") });
  const { weekly, steps } = await timeline(webinarId);
  expect({ weekly, steps }).toEqual({
    weekly: false,
    steps: [
      { from: "2027-01-05", came: 3, left: 0, total: 3 },
      { from: "2027-01-08", came: 1, left: 1, total: 3 },
      { from: "2027-01-09", came: 1, left: 0, total: 4 },
    ],
  });
  const { confirmed = 0, offered = 0, waiting = 0 } = await countRegistrants(await makeEditor(), webinarId);
  expect(steps.at(-1)?.total).toBe(confirmed + offered + waiting);
});

test("by weeks, which begin on Monday, as soon as it lasts more than a month", async () => {
  const { id: webinarId } = await makeWebinar();
  const first = on("2027-01-06");
  await makeRegistration({ webinarId, createdAt: first });
  await makeRegistration({ webinarId, createdAt: on("2027-01-10") });
  await makeRegistration({ webinarId, createdAt: new Date(first.getTime() + 30 * DAY) });
  expect((await timeline(webinarId)).weekly).toBe(false);
  await makeRegistration({ webinarId, createdAt: new Date(first.getTime() + 31 * DAY) });
  expect(await timeline(webinarId)).toEqual({
    weekly: true,
    steps: [
      { from: "2027-01-04", came: 2, left: 0, total: 2 },
      { from: "2027-02-01", came: 2, left: 0, total: 4 },
    ],
  });
});

test("is drawn as a table; nothing stands where nobody came", async () => {
  const { id: webinarId } = await makeWebinar();
  expect(renderToStaticMarkup(<RegistrationTimeline timeline={await timeline(webinarId)} />)).toBe("");
  await makeRegistration({ webinarId, createdAt: on("2027-01-05") });
  const drawn = renderToStaticMarkup(<RegistrationTimeline timeline={await timeline(webinarId)} />);
  expect(drawn).toContain("5 janv.");
  expect(drawn).toContain("Inscriptions jour après jour");
});
