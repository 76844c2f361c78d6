import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AttendanceReportForm } from "#components/back-office/attendance/report";
import { QuestionCard } from "#components/back-office/questions/card";
import { AT } from "#tests/support/clock";

const question = {
  id: "q",
  shown: "s",
  status: "accepted",
  text: "Quand ?",
  theme: null,
  who: null,
  spokenAt: null,
  createdAt: AT,
} as const;
const drawn = (answer: string | null, isOver: boolean, spokenAt: Date | null = null) =>
  renderToStaticMarkup(
    <QuestionCard
      webinarId="w"
      question={{ ...question, answer, spokenAt }}
      isOver={isOver}
      decide={async (state) => state}
    />,
  );

test("a question is said to be public once its session is over, and not before", () => {
  expect(drawn("Demain.", true)).toContain("Publiée avec sa réponse");
  expect(drawn("Demain.", false)).toContain("Paraîtra après la séance");
  expect(drawn("Demain.", false)).not.toContain("Publiée");
  expect(drawn(null, true)).toContain("Attend sa réponse");
  expect(drawn(null, true)).not.toContain("Répondue");
  expect(drawn(null, true, AT)).toContain("Répondue en séance");
});

test("a second report says which one it takes the place of", () => {
  const form = (pending?: string) =>
    renderToStaticMarkup(<AttendanceReportForm action={async (state) => state} id="w" pending={pending} />);
  expect(form("teams-fr.csv")).toContain("teams-fr.csv");
  expect(form()).not.toContain("remplacera");
});
