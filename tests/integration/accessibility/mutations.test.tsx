import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { saveTheme } from "#lib/accessibility/mutations";
import { findStanding, listFindings } from "#lib/accessibility/queries";
import { shownOf } from "#lib/accessibility/rules";
import { numbersOf, type Said } from "#lib/accessibility/schema";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { drawnPage } from "#tests/support/drawn-pages";
import { makeEditor, makePage } from "#tests/support/factories";

type Written = Record<string, Said>;
const MET: Said = { state: "met", note: null };
const UNTITLED: Said = { state: "unmet", note: "Pas de titre." };

/** A theme as its form shows it now, then sends it with some criteria written anew. */
async function opened(theme: number) {
  const findings = await listFindings();
  const shown = numbersOf(theme).map((number) => {
    const { state, note } = findings.find((one) => one.number === number) ?? { state: null, note: null };
    return { number, state, note, shown: shownOf({ state, note }) };
  });
  return async (written: Written, at = AT) =>
    saveTheme(await makeEditor(), { theme, findings: shown.map((one) => ({ ...one, ...written[one.number] })) }, at);
}
const save = async (theme: number, written: Written, at = AT) => (await opened(theme))(written, at);

test("a theme is written; what says the same keeps its day, the other themes stay", async () => {
  await save(1, { "1.1": MET });
  await save(2, { "2.1": UNTITLED, "2.2": MET });
  await save(2, { "2.2": { state: null, note: null } }, later(DAY));
  expect(await listFindings()).toEqual([
    { number: "1.1", ...MET, evaluatedAt: AT },
    { number: "2.1", ...UNTITLED, evaluatedAt: AT },
  ]);
  await save(2, { "2.1": MET }, later(DAY));
  expect((await listFindings())[1]).toEqual({ number: "2.1", ...MET, evaluatedAt: later(DAY) });
});

test("the journal says which criteria, and nothing of a theme that says the same", async () => {
  await save(2, { "2.1": MET });
  await save(2, { "2.1": MET });
  await save(2, { "2.1": { state: null, note: null } });
  const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(entries.map(({ action, target, details }) => [action, target, details])).toEqual([
    ["accessibility.update", "2", { criteria: ["2.1"] }],
    ["accessibility.update", "2", { criteria: ["2.1"] }],
  ]);
});

test("two people write of a theme at once: each keeps what they wrote, of other criteria or alike", async () => {
  const [one, other] = [await opened(3), await opened(3)];
  expect(await one({ "3.1": MET, "3.3": MET })).toEqual({ ok: true });
  expect(await other({ "3.2": MET, "3.3": MET })).toEqual({ ok: true });
  expect((await listFindings()).map(({ number }) => number)).toEqual(["3.1", "3.2", "3.3"]);
});

test("of the same criterion, the second is told what the first wrote, and nothing is written", async () => {
  const [one, other, taker] = [await opened(3), await opened(3), await opened(3)];
  await one({ "3.1": UNTITLED });
  const meanwhile = [{ number: "3.1", ...UNTITLED }];
  expect(await other({ "3.1": MET, "3.2": MET })).toEqual({ ok: false, reason: "stale", meanwhile });
  expect(await listFindings()).toEqual([{ number: "3.1", ...UNTITLED, evaluatedAt: AT }]);
  await save(3, { "3.1": { state: null, note: null } });
  await one({ "3.1": UNTITLED });
  await save(3, { "3.1": MET });
  expect(await taker({ "3.1": UNTITLED })).toMatchObject({ ok: false, meanwhile: [{ number: "3.1", ...MET }] });
});

test("the site is what the grid says, once everything was evaluated", async () => {
  expect(await findStanding()).toBe("non conforme");
  const all = Array.from({ length: 13 }, (_, index) => numbersOf(index + 1)).flat();
  await db.accessibilityCriterion.createMany({
    data: all.slice(1).map((number) => ({ number, state: "met" as const, evaluatedAt: AT })),
  });
  expect(await findStanding()).toBe("non conforme");
  await save(1, { "1.1": UNTITLED });
  expect(await findStanding()).toBe("partiellement conforme");
  await save(1, { "1.1": MET });
  expect(await findStanding()).toBe("totalement conforme");
});

test.each([
  ["where its text has a place for it", "## État\n\n{conformite}\n\n## Ensuite"],
  ["first, where its text has none", "## Ensuite"],
])("the statement says what the grid says, %s", async (_, body) => {
  await makePage({ slug: "accessibilite", body, publishedAt: new Date("2020-01-01T00:00:00Z") });
  const page = async () => renderToStaticMarkup((await drawnPage("/accessibilite")).content);
  expect(await page()).toContain("Aucun audit n’a encore été mené");
  await save(2, { "2.1": UNTITLED });
  const told = await page();
  expect(told).toContain("1\u00A0critère est vérifié sur 106");
  expect(told).toContain("Pas de titre.");
  expect(told.indexOf("Pas de titre.")).toBeLessThan(told.indexOf("Ensuite"));
  expect(told).not.toMatch(/Aucun audit|conformite/);
});
