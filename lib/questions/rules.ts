import type { ModeratedQuestion } from "#lib/questions/schema";
import type { QuestionStatus } from "#prisma/enums";

/** What the team still has to do comes first. */
const IN_ORDER = ["pending", "accepted", "dismissed"] as const satisfies QuestionStatus[];

/** The questions of one theme; null for those without one. */
export type ThemeGroup<Q> = { theme: string | null; questions: Q[] };

export type QuestionGroup<Q> = ThemeGroup<Q> & { status: QuestionStatus };

/** Written « Financement » or « financement », a theme is the same. */
const themeKey = (theme: string | null): string => theme?.trim().toLocaleLowerCase("fr") ?? "";

/** In the order in which the themes came up, questions without a theme last. */
export const byTheme = <Q extends { theme: string | null }>(questions: readonly Q[]): ThemeGroup<Q>[] =>
  [...Map.groupBy(questions, ({ theme }) => themeKey(theme)).values()]
    .map((members) => ({ theme: members[0]?.theme ?? null, questions: members }))
    .sort((a, b) => Number(a.theme === null) - Number(b.theme === null));

/** Questions in groups: pending first, then accepted, then dismissed; in each, theme by theme. */
export const groupQuestions = <Q extends Pick<ModeratedQuestion, "status" | "theme">>(
  questions: readonly Q[],
): QuestionGroup<Q>[] =>
  IN_ORDER.flatMap((status) =>
    byTheme(questions.filter((question) => question.status === status)).map((group) => ({ ...group, status })),
  );
