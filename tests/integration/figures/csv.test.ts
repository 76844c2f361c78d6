import { expect, test } from "vitest";
import { GET } from "#app/(site)/observatoire/chiffres.csv/route";
import { makeFigure } from "#tests/support/factories";

test("the figures that the public may see are a file, each with who answered, its source and its address", async () => {
  await makeFigure({
    publishedAt: new Date("2020-01-01T00:00:00Z"),
    slug: "maires",
    value: "76 %",
    percentage: 76,
    population: "Maires",
    source: "Le rapport, page 3",
  });
  await makeFigure({ slug: "brouillon", publishedAt: null });
  const response = await GET(new Request("http://portail.example/observatoire/chiffres.csv"));
  expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8");
  const [headings, line = "", ...others] = (await response.text()).trim().split("\r\n");
  expect(headings).toContain("Valeur,Pourcentage,Énoncé,Qui a répondu");
  for (const words of ["76 %,76", "Maires", "Le rapport, page 3", "/observatoire#maires"])
    expect(line).toContain(words);
  expect(others).toEqual([]);
});
