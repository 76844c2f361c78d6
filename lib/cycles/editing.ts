import { holidayName, isHoliday } from "#lib/calendar/holidays";
import type { SchoolStretch } from "#lib/calendar/school-holidays";
import { flagWords, monthLabels, ordinalLabels, weekdayLabels } from "#lib/cycles/labels";
import { dayFlags, proposeYear } from "#lib/cycles/rules";
import {
  type CycleRule,
  type CycleWebinar,
  type MonthProposal,
  monthField,
  NO_WEBINAR,
  OTHER_DATE,
  otherField,
} from "#lib/cycles/schema";
import { dayInParis, formatDay, formatHours, fromParis } from "#lib/platform/dates";

/** One month of the form that creates a cycle, in words. */
export type MonthChoice = {
  name: string;
  field: string;
  otherField: string;
  /** What should be known before keeping the date; undefined on an ordinary day. */
  hint?: string;
  options: { value: string; label: string }[];
  /** Date and hour proposed, as a `datetime-local` field takes it. */
  proposed: string;
};

const capital = (words: string) => words.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("fr"));

/** A day; it also says when the hour of the rule does not exist there, or exists twice (clock changes). */
function dateWords(day: string, time: string): string {
  const noon = fromParis(`${day}T12:00`);
  const words = noon ? formatDay(noon) : day;
  return fromParis(`${day}T${time}`) ? words : `${words}, heure à choisir`;
}

const flagsOf = (day: string, stretches: readonly SchoolStretch[]) =>
  flagWords(dayFlags(day, { holidayName, stretches }));

function hintOf({ asked, proposed }: MonthProposal, rule: CycleRule, stretches: readonly SchoolStretch[]) {
  const flags = flagsOf(proposed, stretches).join("\u202F; ");
  const usual = `Le ${ordinalLabels[rule.ordinal].toLowerCase()} ${weekdayLabels[rule.weekday - 1]} est`;
  const sentences = [
    ...(asked === proposed ? [] : [`${usual} ${holidayWords(asked)}\u00A0: nous proposons une autre semaine.`]),
    ...(flags ? [`À savoir\u00A0: ${flags}.`] : []),
  ];
  return sentences.length ? { hint: sentences.join(" ") } : {};
}

const holidayWords = (day: string) => flagWords({ holiday: holidayName(day), near: null, school: [] }).join("");

function toChoice(proposal: MonthProposal, rule: CycleRule, stretches: readonly SchoolStretch[]): MonthChoice {
  const { month, asked, proposed } = proposal;
  const date = (day: string, more = "") => ({
    value: `${day}T${rule.time}`,
    label: capital(`${dateWords(day, rule.time)}${more}`),
  });
  return {
    name: capital(monthLabels[month - 1] ?? ""),
    field: monthField(month),
    otherField: otherField(month),
    ...hintOf(proposal, rule, stretches),
    options: [
      date(proposed),
      ...(asked === proposed ? [] : [date(asked, `, ${holidayWords(asked)}`)]),
      { value: OTHER_DATE, label: "Une autre date" },
      { value: NO_WEBINAR, label: "Pas de séance" },
    ],
    proposed: `${proposed}T${rule.time}`,
  };
}

/** The twelve months of a year, each with its proposal, what to know of it, and the ways to choose otherwise. */
export const monthChoices = (rule: CycleRule, year: number, stretches: readonly SchoolStretch[]): MonthChoice[] =>
  proposeYear(rule, year, isHoliday).map((proposal) => toChoice(proposal, rule, stretches));

/** A rule in words: « 3e jeudi, 13 h – 14 h ». */
export function ruleWords(rule: CycleRule): string {
  // Any day whose clocks do not change.
  const instant = fromParis(`2019-01-17T${rule.time}`);
  const hours = instant ? `, ${formatHours(instant, rule.durationMinutes)}` : "";
  return `${ordinalLabels[rule.ordinal]} ${weekdayLabels[rule.weekday - 1]}${hours}`;
}

/** What should be known of the day of each session, in words. */
export const withFlags = <S extends CycleWebinar>(
  webinars: readonly S[],
  stretches: readonly SchoolStretch[],
): (S & { flags: string[] })[] =>
  webinars.map((webinar) => ({ ...webinar, flags: flagsOf(dayInParis(webinar.startsAt), stretches) }));
