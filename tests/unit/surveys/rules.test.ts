import { describe, expect, test } from "vitest";
import { alphabetical, summarise, surveyState } from "#lib/surveys/rules";
import type { SurveyGroup } from "#lib/surveys/schema";
import { AT, HOUR, later, MINUTE } from "#tests/support/clock";

const session = { startsAt: later(-HOUR), durationMinutes: 60, cancelledAt: null };

describe("a survey", () => {
  test("opens at the very end of its session, for one answer", () => {
    expect(surveyState(session, false, later(-1))).toBe("early");
    expect(surveyState(session, false, AT)).toBe("open");
    expect(surveyState(session, true, AT)).toBe("answered");
  });

  test("has no object when the session did not take place", () => {
    expect(surveyState({ ...session, cancelledAt: later(-2 * MINUTE) }, false, AT)).toBe("cancelled");
  });
});

describe("its results", () => {
  const groups = (last: number): SurveyGroup[] => [
    { usefulness: 5, intention: "yes", count: 2 },
    { usefulness: 4, intention: "maybe", count: 1 },
    { usefulness: 4, intention: "yes", count: last },
  ];

  test("are silent below five answers, and speak from the fifth on", () => {
    expect(summarise(groups(1))).toBeNull();
    expect(summarise([])).toBeNull();
    expect(summarise(groups(2))).toEqual({
      answers: 5,
      mean: 4.4,
      usefulness: [
        { note: 1, count: 0 },
        { note: 2, count: 0 },
        { note: 3, count: 0 },
        { note: 4, count: 3 },
        { note: 5, count: 2 },
      ],
      intentions: [
        { intention: "yes", count: 4 },
        { intention: "maybe", count: 1 },
        { intention: "no", count: 0 },
      ],
    });
  });

  test("give the wishes in an order that tells nothing of their arrival, each once", () => {
    expect(alphabetical(["Mécénat", "évaluation", "Élus", "Mécénat"])).toEqual(["Élus", "évaluation", "Mécénat"]);
  });
});
