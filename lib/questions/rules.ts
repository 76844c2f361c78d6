import type { ModeratedQuestion } from "#lib/questions/schema";
import type { QuestionStatus } from "#prisma/enums";

/** What the team still has to do comes first. */
const RANK = { pending: 0, accepted: 1, dismissed: 2 } as const satisfies Record<QuestionStatus, number>;

/** The questions of one status and one theme. */
export type QuestionGroup<Q> = { status: QuestionStatus; theme: string | null; questions: Q[] };

type Sorted = Pick<ModeratedQuestion, "status" | "theme">;

/** Written « Financement » or « financement », a theme is the same. */
const themeKey = (theme: string | null): string => theme?.trim().toLocaleLowerCase("fr") ?? "";

/**
 * Questions in groups: pending first, then accepted, then dismissed; in each, theme by theme in the order in which the
 * themes came up, questions without a theme last. The order of the questions is kept.
 */
export function groupQuestions<Q extends Sorted>(questions: readonly Q[]): QuestionGroup<Q>[] {
  const groups = Map.groupBy(questions, ({ status, theme }) => `${status} ${themeKey(theme)}`);
  return [...groups.values()]
    .flatMap((members) => {
      const [first] = members;
      return first ? [{ status: first.status, theme: first.theme, questions: members }] : [];
    })
    .sort((a, b) => RANK[a.status] - RANK[b.status] || Number(a.theme === null) - Number(b.theme === null));
}
