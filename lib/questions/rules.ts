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

/** What the host has left to say, and what was said. */
export type SpokenOrder<Q> = { left: Q[]; spoken: Q[] };

/**
 * The questions of a session in the order in which its host takes them: those that were kept, theme by theme, then those
 * that nobody sorted; dismissed ones are not read aloud. What was said stands apart, the last said first.
 */
export function inSpokenOrder<Q extends Pick<ModeratedQuestion, "status" | "theme" | "spokenAt">>(
  questions: readonly Q[],
): SpokenOrder<Q> {
  const ofStatus = (wanted: QuestionStatus) =>
    byTheme(questions.filter(({ status, spokenAt }) => status === wanted && spokenAt === null));
  const saidAt = ({ spokenAt }: Q) => spokenAt?.getTime() ?? 0;
  return {
    left: [...ofStatus("accepted"), ...ofStatus("pending")].flatMap((theme) => theme.questions),
    spoken: questions.filter(({ spokenAt }) => spokenAt !== null).sort((a, b) => saidAt(b) - saidAt(a)),
  };
}

/** Questions in groups: pending first, then accepted, then dismissed; in each, theme by theme. */
export const groupQuestions = <Q extends Pick<ModeratedQuestion, "status" | "theme">>(
  questions: readonly Q[],
): QuestionGroup<Q>[] =>
  IN_ORDER.flatMap((status) =>
    byTheme(questions.filter((question) => question.status === status)).map((group) => ({ ...group, status })),
  );
