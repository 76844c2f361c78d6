import { inParis } from "#lib/platform/dates";
import type { FigureGroup, PublishedFigures, RawFigures } from "#lib/statistics/schema";

/**
 * What may be published of people: counted once a night, so that nothing moves when somebody types an address; by fives,
 * and nothing under five; a group too small joins the others until they are five, so that no difference shows it.
 */
export const STEP = 5;
const NIGHT_HOUR = 3;
const MEAN_STEP = 0.5;
const SHARE_STEP = 0.05;

/** To the nearest five; null under five. */
export const publishedCount = (count: number): number | null => (count < STEP ? null : STEP * Math.round(count / STEP));

const nearest = (value: number, step: number): number => Number((Math.round(value / step) * step).toFixed(2));

/** A mean, to the half point. */
export const publishedMean = (mean: number): number => nearest(mean, MEAN_STEP);

/** @param rows how many are in each group; empty ones are nobody’s secret, and are left out */
export function publishedGroups<Key>(rows: readonly { key: Key; count: number }[]): FigureGroup<Key>[] {
  const sorted = rows.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count);
  const small = sorted.filter(({ count }) => count < STEP);
  const shown = sorted.slice(0, sorted.length - small.length);
  let others = small.reduce((sum, { count }) => sum + count, 0);
  while (others > 0 && others < STEP && shown.length) others += shown.pop()?.count ?? 0;
  const groups = [...shown, ...(others >= STEP && shown.length ? [{ key: null, count: others }] : [])];
  return groups.map(({ key, count }) => ({ key, count: STEP * Math.round(count / STEP) }));
}

/** @returns null when too few are counted on either side of the division */
export function publishedShare(part: number, whole: number): number | null {
  const [least, all] = [publishedCount(part), publishedCount(whole)];
  return least === null || all === null ? null : Math.min(1, nearest(least / all, SHARE_STEP));
}

const SHOWN_PAGES = 8;

export function publish({ attendance, survey, views }: RawFigures, countedAt: Date): PublishedFigures {
  const { held, registrations, byProfile, present, rate } = attendance;
  return {
    countedAt,
    held,
    registrations: publishedCount(registrations),
    byProfile: publishedGroups(byProfile.map(({ profile, count }) => ({ key: profile, count }))),
    present: publishedCount(present),
    rate: rate ? publishedShare(present, Math.round(present / rate)) : null,
    survey: survey && {
      answers: publishedCount(survey.answers) ?? 0,
      mean: publishedMean(survey.mean),
      usefulness: publishedGroups(survey.usefulness.map(({ note, count }) => ({ key: note, count }))),
      intentions: publishedGroups(survey.intentions.map(({ intention, count }) => ({ key: intention, count }))),
    },
    views: views && {
      year: publishedCount(views.months.reduce((sum, { count }) => sum + count, 0)),
      months: views.months.map(({ key, count }) => ({ key, count: publishedCount(count) })),
      pages: publishedGroups(views.pages).slice(0, SHOWN_PAGES),
    },
  };
}

/** The last three o’clock of the night, in Paris. */
export function lastNight(at: Date): Date {
  const moment = inParis(at);
  const night = moment.withPlainTime({ hour: NIGHT_HOUR });
  const last = night.epochMilliseconds <= at.getTime() ? night : night.subtract({ days: 1 });
  return new Date(last.epochMilliseconds);
}
