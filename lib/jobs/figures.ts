import { attendanceStatistics } from "#lib/attendance/queries";
import { countSeatsForTheDay } from "#lib/seats/mutations";
import { publishFigures } from "#lib/statistics/mutations";
import { STEP } from "#lib/statistics/rules";
import { publicSurvey } from "#lib/surveys/queries";
import { countViews } from "#lib/views/queries";

/** @returns whether a night was counted */
export const countPublishedFigures = (at: Date): Promise<boolean> =>
  publishFigures(async () => {
    await countSeatsForTheDay(STEP, at);
    return { attendance: await attendanceStatistics(at), survey: await publicSurvey(), views: await countViews(at) };
  }, at);
