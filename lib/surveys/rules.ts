import { endsAt } from "#lib/platform/dates";
import { type SurveyGroup, type SurveyState, type SurveySummary, USEFULNESS_SCALE } from "#lib/surveys/schema";
import { SurveyIntention } from "#prisma/enums";

/** Below this number of answers, whoever knows who came could guess who said what: nothing is shown. */
export const FEWEST_ANSWERS = 5;

type Surveyed = { startsAt: Date; durationMinutes: number; cancelledAt: Date | null };

/** It opens when the session ends, and each link answers it once. */
export function surveyState(webinar: Surveyed, answered: boolean, at: Date): SurveyState {
  if (answered) return "answered";
  if (webinar.cancelledAt) return "cancelled";
  return at < endsAt(webinar) ? "early" : "open";
}

const total = (groups: readonly SurveyGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);

/** What answers say together. @returns null while there are fewer than five */
export function summarise(groups: readonly SurveyGroup[]): SurveySummary | null {
  const answers = total(groups);
  if (answers < FEWEST_ANSWERS) return null;
  const given = groups.reduce((sum, { usefulness, count }) => sum + usefulness * count, 0);
  return {
    answers,
    mean: given / answers,
    usefulness: USEFULNESS_SCALE.map((note) => ({
      note,
      count: total(groups.filter((group) => group.usefulness === note)),
    })),
    intentions: Object.values(SurveyIntention).map((intention) => ({
      intention,
      count: total(groups.filter((group) => group.intention === intention)),
    })),
  };
}

const french = new Intl.Collator("fr-FR");

/** Each once: the order of arrival, beside a list of who came, would say whose they are. */
export const alphabetical = (suggestions: readonly string[]): string[] =>
  [...new Set(suggestions)].sort(french.compare);
