import { isHoliday } from "#lib/calendar/holidays";
import type { SchoolStretch } from "#lib/calendar/school-holidays";
import { flagsOf, holidayWords, monthLabels, ordinalLabels, weekdayLabels } from "#lib/cycles/labels";
import { proposeYear } from "#lib/cycles/rules";
import { type CycleRule, type MonthProposal, monthField, NO_WEBINAR, OTHER_DATE, otherField } from "#lib/cycles/schema";
import type { EditField } from "#lib/edit-forms/schema";
import { formatDay, fromParis } from "#lib/platform/dates";

const CYCLE = "Le cycle";

export const cycleFields: EditField[] = [
  { name: "title", label: "Titre", group: CYCLE, kind: "line", required: true },
  {
    name: "provisional",
    label: "Le programme est prévisionnel",
    hint: "Ses séances «\u202FÀ confirmer\u202F» sont annoncées sans être ouvertes\u00A0: on peut seulement demander à être prévenu. Décochez pour les confirmer toutes.",
    group: CYCLE,
    kind: "tick",
  },
];

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

function hintOf({ asked, proposed }: MonthProposal, rule: CycleRule, stretches: readonly SchoolStretch[]) {
  const flags = flagsOf(proposed, stretches).join("\u202F; ");
  const usual = `Le ${ordinalLabels[rule.ordinal].toLowerCase()} ${weekdayLabels[rule.weekday - 1]} est`;
  const sentences = [
    ...(asked === proposed ? [] : [`${usual} ${holidayWords(asked)}\u00A0: nous proposons une autre semaine.`]),
    ...(flags ? [`À savoir\u00A0: ${flags}.`] : []),
  ];
  return sentences.length ? { hint: sentences.join(" ") } : {};
}

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

export const monthChoices = (rule: CycleRule, year: number, stretches: readonly SchoolStretch[]): MonthChoice[] =>
  proposeYear(rule, year, isHoliday).map((proposal) => toChoice(proposal, rule, stretches));
