import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { GET } from "#app/(site)/statistiques/visites.csv/route";
import { countPublishedFigures } from "#lib/jobs/figures";
import { db } from "#lib/platform/db";
import { STEP } from "#lib/statistics/rules";
import { AT, DAY, later } from "#tests/support/clock";

type Line = { Période: string; Page: string; Lectures: string };

async function read(): Promise<Line[]> {
  const response = await GET(new Request("https://portail.example/statistiques/visites.csv"));
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/csv; charset=utf-8"]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="pages-lues.csv"');
  return parse(await response.text(), { columns: true });
}

/** @param before how many days before */
const see = (path: string, count: number, before: number) =>
  db.pageView.create({ data: { day: later(-before * DAY), path, count } });

const ofPages = (lines: Line[]) =>
  lines.flatMap((line) => (line.Période === "30 jours" ? [[line.Page, line.Lectures]] : []));

test("the file of pages read has its headings before anything is counted", async () => {
  expect(await read()).toEqual([]);
  await countPublishedFigures(AT);
  expect(await read()).toEqual([]);
});

test("it is counted by fives, empty under five, and names no page that few read", async () => {
  await see("/besoins", 63, 3);
  await see("/centres", 12, 3);
  for (const [rank, count] of [4, 3, 1].entries()) await see(`/rare-${rank}`, count, 3);
  await see("/", 4, 100);
  await countPublishedFigures(AT);
  const lines = await read();
  for (const { Lectures } of lines) if (Lectures !== "") expect(Number(Lectures) % STEP, Lectures).toBe(0);
  for (const { Lectures } of lines) if (Lectures !== "") expect(Number(Lectures)).toBeGreaterThanOrEqual(STEP);
  expect(ofPages(lines)).toEqual([
    ["/besoins", "65"],
    ["/centres", "10"],
    ["Autres pages, ensemble", "10"],
  ]);
  const months = lines.filter(({ Page }) => Page === "Toutes");
  expect(months).toHaveLength(12);
  expect(months.every(({ Lectures }) => Lectures === "")).toBe(true);
});

test("one reading more tells of nobody: nothing moves before the night, and then by a step at most", async () => {
  await see("/besoins", 12, 3);
  await see("/", 40, 45);
  await countPublishedFigures(AT);
  const before = await read();
  await see("/centres", 1, 3);
  await db.pageView.updateMany({ where: { path: "/besoins" }, data: { count: 13 } });
  expect(await read()).toEqual(before);
  await countPublishedFigures(later(DAY));
  const after = await read();
  expect(JSON.stringify(after)).not.toContain("/centres");
  for (const [, count] of ofPages(after)) expect(Number(count)).toBeGreaterThanOrEqual(STEP);
  const months = (lines: Line[]) => lines.filter(({ Page }) => Page === "Toutes");
  expect(months(after).map(({ Période }) => Période)).toEqual(months(before).map(({ Période }) => Période));
  for (const [rank, { Lectures }] of months(after).entries())
    expect(Math.abs(Number(Lectures) - Number(months(before)[rank]?.Lectures)), Lectures).toBeLessThanOrEqual(STEP);
});
