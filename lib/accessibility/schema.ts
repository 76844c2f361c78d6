import { z } from "zod";
import { THEMES } from "#lib/accessibility/reference/labels";
import { optionalLine } from "#lib/forms/fields";
import { CriterionState } from "#prisma/enums";

export const CRITERIA = THEMES.reduce((sum, { criteria }) => sum + criteria.length, 0);

const themeNumbered = (number: number) => THEMES.find((theme) => theme.number === number);

/** The numbers of the criteria of a theme, in order: « 1.1 ». */
export const numbersOf = (theme: number): string[] =>
  themeNumbered(theme)?.criteria.map((_, rank) => `${theme}.${rank + 1}`) ?? [];

/** What a criterion asks, in a few words, and its theme. */
export function criterionOf(number: string): { theme: string; asks: string } {
  const [theme, rank] = number.split(".").map(Number);
  const { name = "", criteria = [] } = themeNumbered(theme ?? 0) ?? {};
  return { theme: name, asks: criteria[(rank ?? 0) - 1] ?? "" };
}

/** What was found of a criterion: nothing while it was not evaluated. */
export type Said = { state: CriterionState | null; note: string | null };
export type Finding = { number: string; state: CriterionState; note: string | null; evaluatedAt: Date };

/** The names of the fields of a criterion; `shown` is what its form showed. */
export const fieldNames = (number: string) => {
  const suffix = number.replace(".", "-");
  return { state: `etat-${suffix}`, note: `note-${suffix}`, shown: `vu-${suffix}` };
};

/** What the form of a theme says of a criterion. */
export type WrittenFinding = Said & { number: string; shown: string };

export const NOTE_LENGTH = 500;
export const UNEVALUATED = "non-evalue";
const state = z.enum([UNEVALUATED, ...Object.values(CriterionState)], "Choisissez un état.");
const shown = z.string("Rechargez la page, puis recommencez.").max(3 * NOTE_LENGTH);

const themeNumber = z.coerce.number().refine((number) => themeNumbered(number) !== undefined);

/** The theme that the screen shows: the first, whatever the address says. */
export const themeQuery = z.object({ theme: themeNumber.catch(1) });

const UNEXPLAINED = "Dites ce qui ne va pas\u00A0: la déclaration le publie.";
const UNDECIDED = "Choisissez un état pour garder cette note, ou effacez-la.";

/** The criteria of one theme, as its form sends them. */
export const themeEdit = z.looseObject({ theme: themeNumber }).transform(({ theme, ...typed }, context) => {
  const fault = (name: string, message = "") => context.addIssue({ code: "custom", path: [name], message });
  const read = <T>(schema: z.ZodType<T>, name: string): T | undefined => {
    const { success, data, error } = schema.safeParse(typed[name]);
    if (!success) fault(name, error.issues[0]?.message);
    return data;
  };
  const findings = numbersOf(theme).map((number): WrittenFinding => {
    const names = fieldNames(number);
    const found = read(state, names.state);
    const note = read(optionalLine(NOTE_LENGTH), names.note) ?? null;
    if (found === "unmet" && !note) fault(names.note, UNEXPLAINED);
    if (found === UNEVALUATED && note) fault(names.state, UNDECIDED);
    return {
      number,
      state: !found || found === UNEVALUATED ? null : found,
      note,
      shown: read(shown, names.shown) ?? "",
    };
  });
  return { theme, findings };
});
export type ThemeEdit = z.output<typeof themeEdit>;
