import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AnsweredQuestions } from "#components/questions/answered-questions";
import { answeredQuestion } from "#tests/support/views";

test("the questions of a session stand by theme, those without one last", () => {
  const question = (id: string, theme: string | null) =>
    answeredQuestion({ id, text: `Question ${id} ?`, theme, answer: "*Oui.*" });
  const html = renderToStaticMarkup(
    <AnsweredQuestions questions={[question("1", null), question("2", "Budget"), question("3", "budget")]} />,
  );
  const places = ["Budget", "Question 2\u202F?", "Question 3\u202F?", "Autres questions", "Question 1\u202F?"];
  const found = places.map((words) => html.indexOf(words));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((a, b) => a - b));
  expect(html.match(/<h3/g)).toHaveLength(2);
  expect(html).toContain("<em>Oui.</em>");
  expect(renderToStaticMarkup(<AnsweredQuestions questions={[question("1", null)]} />)).not.toContain("<h3");
  expect(renderToStaticMarkup(<AnsweredQuestions questions={[]} />)).toBe("");
});
