import { describe, expect, test } from "vitest";
import { joinableThrough, powersOf, surveyedThrough, visibleThrough } from "#lib/people/links/rules";
import type { PersonalLink } from "#lib/people/links/schema";
import { AT } from "#tests/support/clock";

type Grant = PersonalLink["grants"][number];

const grant = (scope: Grant["scope"], more: Partial<Grant> = {}): Grant => ({
  registrationId: "r",
  scope,
  shownRank: null,
  showsGiven: false,
  cancelRequestedAt: null,
  ...more,
});
const link = (more: Partial<PersonalLink>): PersonalLink => ({
  tokenHash: new Uint8Array(),
  personId: null,
  createdAt: AT,
  shownAddress: null,
  grants: [],
  ...more,
});

describe("what a link may show and do", () => {
  test.each([
    ["sent to a mailbox", link({ personId: "p" }), { verifiedPersonId: "p", opensPage: true, acts: true }],
    [
      "given to who registers",
      link({ grants: [grant("owner")] }),
      { verifiedPersonId: null, opensPage: true, acts: true },
    ],
    ["to a room", link({ grants: [grant("join")] }), { verifiedPersonId: null, opensPage: false, acts: false }],
    ["to a survey", link({ grants: [grant("survey")] }), { verifiedPersonId: null, opensPage: false, acts: false }],
  ])("%s", (_, given, powers) => {
    expect(powersOf(given, "r")).toEqual({ ...powers, shown: null });
  });

  test("an owner's link has no power over another registration", () => {
    expect(powersOf(link({ grants: [grant("owner")] }), "other")).toMatchObject({ opensPage: false, acts: false });
  });

  test.each([
    ["a seat", grant("receipt"), { status: "confirmed", cancelRequestedAt: null }],
    ["a place in line", grant("receipt", { shownRank: 4 }), { status: "waiting", cancelRequestedAt: null }],
    ["what was asked for", grant("receipt", { cancelRequestedAt: AT }), { status: "cancelled", cancelRequestedAt: AT }],
  ])("a receipt may only ask, and shows %s", (_, given, shown) => {
    const powers = { verifiedPersonId: null, opensPage: true, acts: false, shown };
    expect(powersOf(link({ grants: [given] }), "r")).toEqual(powers);
  });

  test("a screen where somebody registered shows what was given on it, and acts", () => {
    const given = link({ grants: [grant("owner", { shownRank: 2, showsGiven: true })] });
    expect(powersOf(given, "r")).toMatchObject({ acts: true, shown: { status: "waiting", cancelRequestedAt: null } });
  });

  test("a mailbox link that is also a receipt asks like one", () => {
    const both = link({ personId: "p", grants: [grant("receipt")] });
    expect(powersOf(both, "r")).toMatchObject({ acts: false, verifiedPersonId: "p" });
  });
});

describe("the registrations behind a link", () => {
  const several = link({
    grants: [
      grant("owner", { registrationId: "o" }),
      grant("receipt", { registrationId: "q" }),
      grant("survey", { registrationId: "s" }),
    ],
  });

  test("are those it names, or those of its address", () => {
    expect(visibleThrough(several)).toEqual({ id: { in: ["o", "q"] } });
    expect(visibleThrough(link({ personId: "p" }))).toEqual({ personId: "p" });
    expect(surveyedThrough(several)).toBe("s");
    expect(surveyedThrough(link({ personId: "p" }))).toBeNull();
  });

  test("have their room behind it, but for a link that serves for one room only", () => {
    expect(joinableThrough(several)).toEqual({ id: { in: ["o", "q"] } });
    expect(joinableThrough(link({ grants: [grant("join")] }))).toEqual({ id: { in: ["r"] } });
    expect(visibleThrough(link({ grants: [grant("join")] }))).toEqual({ id: { in: [] } });
  });
});
