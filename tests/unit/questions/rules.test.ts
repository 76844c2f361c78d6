import { describe, expect, test } from "vitest";
import { groupQuestions } from "#lib/questions/rules";
import type { QuestionStatus } from "#prisma/enums";

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
