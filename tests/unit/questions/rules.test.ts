import { describe, expect, test } from "vitest";
import { groupQuestions, inSpokenOrder } from "#lib/questions/rules";
import type { QuestionStatus } from "#prisma/enums";
import { later } from "#tests/support/clock";

const question = (id: string, status: QuestionStatus, theme: string | null = null) => ({ id, status, theme });

const shown = (questions: ReturnType<typeof question>[]) =>
  groupQuestions(questions).map(({ status, theme, questions: members }) => [
    status,
    theme,
    members.map(({ id }) => id).join(""),
  ]);

describe("the questions of a session stand", () => {
  test("pending first, then accepted, then dismissed", () => {
    expect(shown([question("a", "dismissed"), question("b", "accepted"), question("c", "pending")])).toEqual([
      ["pending", null, "c"],
      ["accepted", null, "b"],
      ["dismissed", null, "a"],
    ]);
  });

  test("theme by theme, however it is written, those without a theme last, in the order in which they came", () => {
    expect(
      shown([
        question("a", "pending"),
        question("b", "pending", "Financement"),
        question("c", "pending", "Élus"),
        question("d", "pending", " financement"),
        question("e", "pending"),
      ]),
    ).toEqual([
      ["pending", "Financement", "bd"],
      ["pending", "Élus", "c"],
      ["pending", null, "ae"],
    ]);
  });
});

test("a host takes what was kept, theme by theme, then what nobody sorted; what was said stands apart, the last first", () => {
  const asked = (id: string, status: QuestionStatus, theme: string | null = null, said?: number) => ({
    ...question(id, status, theme),
    spokenAt: said === undefined ? null : later(said),
  });
  const { left, spoken } = inSpokenOrder([
    asked("a", "pending"),
    asked("b", "accepted", "Élus"),
    asked("c", "dismissed"),
    asked("d", "accepted"),
    asked("e", "accepted", "élus"),
    asked("f", "accepted", null, 1),
    asked("g", "pending", null, 2),
  ]);
  expect(left.map(({ id }) => id).join("")).toBe("beda");
  expect(spoken.map(({ id }) => id).join("")).toBe("gf");
});
