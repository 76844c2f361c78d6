import type { Viewer } from "#lib/auth/editor";
import { findLink } from "#lib/people/links/queries";
import { surveyedThrough } from "#lib/people/links/rules";
import { db } from "#lib/platform/db";
import { alphabetical, FEWEST_ANSWERS, summarise, surveyState } from "#lib/surveys/rules";
import type { SurveyGroup, SurveyResults, SurveySummary, SurveyView } from "#lib/surveys/schema";
import type { Prisma } from "#prisma/client";

const columns = {
  id: true,
  webinarId: true,
  surveyAnswered: true,
  webinar: { select: { slug: true, title: true, startsAt: true, durationMinutes: true, cancelledAt: true } },
} as const satisfies Prisma.RegistrationSelect;

/** Null when the link opens no survey, or no longer. */
export async function surveyBehind(
  token: string,
): Promise<Prisma.RegistrationGetPayload<{ select: typeof columns }> | null> {
  const link = await findLink(token);
  const id = link && surveyedThrough(link);
  return id === null ? null : db.registration.findFirst({ where: { id, anonymisedAt: null }, select: columns });
}

export async function findSurvey(token: string, at: Date): Promise<SurveyView | null> {
  const registration = await surveyBehind(token);
  if (!registration) return null;
  const { cancelledAt, ...webinar } = registration.webinar;
  return { state: surveyState(registration.webinar, registration.surveyAnswered, at), webinar };
}

async function groups(where: Prisma.SurveyAnswerWhereInput): Promise<SurveyGroup[]> {
  const rows = await db.surveyAnswer.groupBy({ by: ["usefulness", "intention"], where, _count: true });
  return rows.map(({ _count: count, ...chosen }) => ({ ...chosen, count }));
}

/** What was answered about a session; while there are fewer than five answers, only how many. */
export async function webinarSurvey(_editor: Viewer, webinarId: string): Promise<SurveyResults> {
  const [counted, suggestions] = await Promise.all([
    groups({ webinarId }),
    db.surveyAnswer.findMany({ where: { webinarId, suggestion: { not: null } }, select: { suggestion: true } }),
  ]);
  const answers = counted.reduce((sum, { count }) => sum + count, 0);
  const shown = answers < FEWEST_ANSWERS ? [] : suggestions.flatMap(({ suggestion }) => suggestion ?? []);
  return { answers, summary: summarise(counted), suggestions: alphabetical(shown) };
}

/** What was answered about every session together. @returns null while there are too few answers */
export const publicSurvey = async (): Promise<SurveySummary | null> => summarise(await groups({}));
