import { attendanceStatistics } from "#lib/attendance/queries";
import { publishFigures } from "#lib/statistics/mutations";
import { publicSurvey } from "#lib/surveys/queries";

/** @returns whether a night was counted */
export const countPublishedFigures = (at: Date): Promise<boolean> =>
  publishFigures(async () => ({ attendance: await attendanceStatistics(at), survey: await publicSurvey() }), at);
