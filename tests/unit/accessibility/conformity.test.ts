import { describe, expect, test } from "vitest";
import { conformityWords, criterionStateLabels, meanwhileWords } from "#lib/accessibility/labels";
import { THEMES } from "#lib/accessibility/reference/labels";
import { conformityOf, countsOf, inOrder, lastEvaluation } from "#lib/accessibility/rules";
import {
  CRITERIA,
  criterionOf,
  type Finding,
  fieldNames,
  NOTE_LENGTH,
  numbersOf,
  themeEdit,
  themeQuery,
  UNEVALUATED,
} from "#lib/accessibility/schema";
import { AT, DAY, later } from "#tests/support/clock";

const numbers = THEMES.flatMap(({ number }) => numbersOf(number));
const finding = (number: string, state: Finding["state"], overrides: Partial<Finding> = {}): Finding => ({
  ...{ number, state, note: null, evaluatedAt: AT },
  ...overrides,
});
/** The whole grid, of which the first ones are not met. */
const grid = (unmet: number, notApplicable = 0): Finding[] =>
  numbers.map((number, rank) =>
    finding(number, rank < unmet ? "unmet" : rank >= numbers.length - notApplicable ? "not_applicable" : "met"),
  );

test("the reference has 106 criteria in 13 themes, each asking something else, in its order", () => {
  expect(THEMES.map(({ number, criteria }) => [number, criteria.length])).toEqual(
    [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12].map((count, index) => [index + 1, count]),
  );
  expect([CRITERIA, new Set(numbers).size]).toEqual([106, 106]);
  expect(new Set(numbers.map((number) => criterionOf(number).asks)).size).toBe(106);
  expect(criterionOf("2.2")).toEqual({ theme: "Cadres", asks: "Le titre de chaque cadre est pertinent" });
  expect(
    inOrder([finding("10.2", "met"), finding("1.10", "met"), finding("1.2", "met")]).map(({ number }) => number),
  ).toEqual(["1.2", "1.10", "10.2"]);
});

describe("what may be said of the site", () => {
  test("is that it is not in conformity, before and until everything was evaluated", () => {
    expect(conformityOf(countsOf([]))).toEqual({ level: "none", evaluated: 0, rate: null });
    expect(conformityOf(countsOf(grid(0).slice(1)))).toEqual({ level: "none", evaluated: 105, rate: null });
  });

  test.each([
    [0, 0, "full", 100],
    [1, 0, "partial", 99],
    [53, 0, "partial", 50],
    [54, 0, "none", 49],
    [50, 6, "partial", 50],
    [51, 6, "none", 49],
    [0, 106, "full", 100],
  ])("with %d unmet and %d that do not apply: %s, %d %%", (unmet, notApplicable, level, rate) => {
    expect(conformityOf(countsOf(grid(unmet, notApplicable)))).toEqual({ level, evaluated: 106, rate });
  });

  test("bears the day of what was evaluated last", () => {
    const lastAt = later(DAY);
    expect(lastEvaluation([finding("1.1", "met", { evaluatedAt: lastAt }), finding("1.2", "met")])).toEqual(lastAt);
    expect(lastEvaluation([])).toBeNull();
  });
});

describe("the statement", () => {
  test("says plainly that no audit was made", () => {
    const words = conformityWords([]);
    expect(words).toContain("**non conforme**");
    expect(words).toContain("**Aucun audit n’a encore été mené**");
    expect(words).not.toMatch(/%|Dernière|###/);
  });

  test("says how far the evaluation went, what is wrong, and no rate before its end", () => {
    const words = conformityWords([
      finding("1.1", "unmet", { note: "Les [logos] n’ont pas d’alternative." }),
      finding("4.1", "not_applicable"),
    ]);
    expect(words).toContain("2\u00A0critères sont vérifiés sur 106");
    expect(words).toContain(
      "- **1.1** Les images qui informent ont une alternative (Images). Les \\[logos\\] n’ont pas d’alternative.",
    );
    expect(words).toContain("### Critères qui ne s’appliquent pas\n\n- **4.1** ");
    expect(words).not.toContain("%");
  });

  test("says the rate once everything was evaluated", () => {
    const words = conformityWords(grid(1));
    expect(words).toContain("**partiellement conforme**");
    expect(words).toMatch(/\*\*99.%\*\*/);
    expect(words).not.toContain("ne s’appliquent pas\n");
  });
});

describe("the form of a theme", () => {
  const named = (number: string, state: string, note = "", shown = "a") => {
    const names = fieldNames(number);
    return { [names.state]: state, [names.note]: note, [names.shown]: shown };
  };
  const sent = (fields: Record<string, string>) => themeEdit.safeParse({ theme: "2", ...fields });
  const faults = (fields: Record<string, string>) =>
    sent(fields).error?.issues.map(({ path, message }) => [path[0], message]);

  test("says of each criterion what was found, nothing while it was not evaluated", () => {
    expect(sent({ ...named("2.1", "met"), ...named("2.2", UNEVALUATED) }).data).toEqual({
      theme: 2,
      findings: [
        { number: "2.1", state: "met", note: null, shown: "a" },
        { number: "2.2", state: null, note: null, shown: "a" },
      ],
    });
  });

  test("asks what is wrong with what is not met, beside it", () => {
    expect(faults({ ...named("2.1", "unmet"), ...named("2.2", "peut-être") })).toEqual([
      ["note-2-1", "Dites ce qui ne va pas\u00A0: la déclaration le publie."],
      ["etat-2-2", "Choisissez un état."],
    ]);
  });

  test("drops no note: one without a state is sent back", () => {
    expect(faults({ ...named("2.1", UNEVALUATED, "À revoir."), ...named("2.2", "met") })).toEqual([
      ["etat-2-1", "Choisissez un état pour garder cette note, ou effacez-la."],
    ]);
  });

  test("bounds notes, and needs what it showed", () => {
    const met = named("2.2", "met");
    expect(sent({ ...met, ...named("2.1", "met", "a".repeat(NOTE_LENGTH)) }).success).toBe(true);
    expect(faults({ ...met, ...named("2.1", "met", "a".repeat(NOTE_LENGTH + 1)) })?.map(([name]) => name)).toEqual([
      "note-2-1",
    ]);
    const shownBy = (length: number) => sent({ ...met, ...named("2.1", "met", "", "a".repeat(length)) }).success;
    expect([shownBy(3 * NOTE_LENGTH), shownBy(3 * NOTE_LENGTH + 1)]).toEqual([true, false]);
    expect(faults({ ...met, "etat-2-1": "met", "note-2-1": "" })?.map(([name]) => name)).toEqual(["vu-2-1"]);
  });

  test("is of a theme that exists", () => {
    expect(themeEdit.safeParse({ theme: "14" }).success).toBe(false);
    expect(themeQuery.parse({ theme: "14" })).toEqual({ theme: 1 });
    expect(themeQuery.parse({ theme: "3" })).toEqual({ theme: 3 });
  });
});

test("a colleague’s words are told as the screen names them", () => {
  expect(meanwhileWords({ state: "unmet", note: "Pas de titre." })).toContain(
    `«\u202F${criterionStateLabels.unmet}\u202F», «\u202FPas de titre.\u202F»`,
  );
  expect(meanwhileWords({ state: null, note: null })).toContain("«\u202FNon évalué\u202F».");
});
