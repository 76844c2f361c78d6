import { db } from "#lib/platform/db";
import type { Result } from "#lib/platform/result";
import { surveyBehind } from "#lib/surveys/queries";
import { surveyState } from "#lib/surveys/rules";
import type { SurveyInput, SurveyRefusal } from "#lib/surveys/schema";

/**
 * Once a link. The registration only knows that it answered, and its date of change stays: no instant brings the two
 * together.
 */
export async function answerSurvey(
  token: string,
  input: SurveyInput,
  at: Date,
): Promise<Result<object, SurveyRefusal>> {
  const registration = await surveyBehind(token);
  if (!registration) return { ok: false, reason: "unknown" };
  const state = surveyState(registration.webinar, registration.surveyAnswered, at);
  if (state !== "open") return { ok: false, reason: state };
  return db.$transaction(async (tx) => {
    // Raw: the client would write the date of change.
    const first = await tx.$executeRaw`
      UPDATE "Registration" SET "surveyAnswered" = true WHERE "id" = ${registration.id}::uuid AND NOT "surveyAnswered"`;
    if (!first) return { ok: false, reason: "answered" };
    await tx.surveyAnswer.create({ data: { ...input, webinarId: registration.webinarId }, select: { id: true } });
    return { ok: true };
  });
}
