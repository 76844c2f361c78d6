import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SignInSheet } from "#components/back-office/attendance/sheet";
import { AT } from "#tests/support/clock";

const webinar = { id: "s", title: "Séance", startsAt: AT, durationMinutes: 60, cancelled: false };
const person = (id: string, lastName: string) => ({ id, firstName: "Zoé", lastName, organisation: null });

test("a sheet has its headings where each page repeats them, a line for each person, and free ones at the end", () => {
  const html = renderToStaticMarkup(
    <SignInSheet webinar={webinar} people={[person("a", "Abel"), person("b", "Brun")]} />,
  );
  expect(html).toMatch(/<thead><tr>(<th scope="col"[^>]*>[^<]+<\/th>){4}<\/tr><\/thead>/);
  const lines = [...html.matchAll(/<tr class="break-inside-avoid">(.*?)<\/tr>/g)].map(([, line = ""]) =>
    line.replace(/<[^>]+>/g, " ").trim(),
  );
  expect(lines.slice(0, 2)).toEqual([expect.stringMatching(/^Abel\s+Zoé$/), expect.stringMatching(/^Brun\s+Zoé$/)]);
  expect(lines.slice(2)).toEqual(Array.from({ length: 8 }, () => ""));
});

test("a sheet of a session that was cancelled says so, and one where nobody is expected is still a sheet", () => {
  const html = renderToStaticMarkup(<SignInSheet webinar={{ ...webinar, cancelled: true }} people={[]} />);
  expect(html).toContain("Cette séance est annulée.");
  expect(html).toContain("0\u00A0personne attendue.");
  expect(html.match(/break-inside-avoid/g)).toHaveLength(8);
});
