import { z } from "zod";
import { despiteField } from "#lib/editorial/schema";
import { optionalIdentifier } from "#lib/forms/choices";
import { firstOfRepeated, parisInstant, requiredLine, tickBox, wholeNumber } from "#lib/forms/fields";
import { type FormState, IDLE } from "#lib/forms/state";
import { yearInParis } from "#lib/platform/dates";
import type { Despite } from "#lib/publication/schema";

/** On which day of each month a session is held, and when: wall-clock time in Paris. */
export type CycleRule = {
  ordinal: "1" | "2" | "3" | "4" | "last";
  /** From 1, Monday, to 7, Sunday. */
  weekday: number;
  /** HH:mm. */
  time: string;
  durationMinutes: number;
};

/** The day of the rule in a month, and the one proposed for it: they differ when the first is a public holiday. */
export type MonthProposal = { month: number; asked: string; proposed: string };

export type DayFlags = {
  holiday: string | null;
  near: { kind: "eve" | "morrow" | "bridge"; holiday: string } | null;
  /** School holidays, with the zones (A, B, C) and places where they are. */
  school: { name: string; places: string[] }[];
};

/** How much of a year the loaded school calendar tells; days YYYY-MM-DD. */
export type SchoolView =
  | { kind: "absent" }
  | {
      kind: "loaded";
      from: string | null;
      to: string | null;
      missing: string[];
      /** Stretches of which it says nothing, longer than any term. */
      holes?: { from: string; to: string }[];
    };

export type CyclePlan = {
  id: string;
  slug: string;
  title: string;
  provisional: boolean;
  webinars: CycleWebinar[];
};

export type CycleWebinar = {
  id: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  cancelledAt: Date | null;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  written: boolean;
};

export type CycleDate = Pick<CycleWebinar, "startsAt" | "durationMinutes" | "cancelledAt">;

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const LENGTHS = [5, 600] as const;

const YEAR = `Indiquez une année entre ${FIRST_YEAR} et ${LAST_YEAR}.`;
const LENGTH = `Indiquez une durée en minutes, entre ${LENGTHS[0]} et ${LENGTHS[1]}.`;

const NOT_USED = "Les dates ci-dessous ne suivent pas tout ce que vous avez saisi";

const ruleQuery = (usual: CycleRule, nextYear: number) =>
  z.object({
    rang: z.enum(["1", "2", "3", "4", "last"]).catch(usual.ordinal),
    jour: z.coerce.number().int().min(1).max(7).catch(usual.weekday),
    heure: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Indiquez une heure, par exemple 13:00.")
      .default(usual.time),
    duree: wholeNumber(LENGTH, ...LENGTHS).default(usual.durationMinutes),
    annee: wholeNumber(YEAR, FIRST_YEAR, LAST_YEAR).default(nextYear),
  });
type RuleQuery = z.output<ReturnType<typeof ruleQuery>>;

/** What was typed and cannot be used gives way to the usual, and a sentence beside its field says so. */
export function readRule(
  search: Readonly<Record<string, string | string[] | undefined>>,
  usual: CycleRule,
  nextYear: number,
): { query: RuleQuery; state: FormState } {
  const schema = ruleQuery(usual, nextYear);
  const typed = Object.fromEntries(Object.entries(search).map(([name, value]) => [name, firstOfRepeated(value)]));
  const { error } = schema.safeParse(typed);
  if (!error) return { query: schema.parse(typed), state: IDLE };
  const fieldErrors = Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0]), message]));
  const usable = Object.entries(typed).filter(([name]) => !Object.hasOwn(fieldErrors, name));
  const query = schema.parse(Object.fromEntries(usable));
  const shown = Object.entries({ ...query, ...typed }).map(([name, value]) => [name, String(value ?? "")]);
  return { query, state: { status: "invalid", values: Object.fromEntries(shown), fieldErrors, title: NOT_USED } };
}

const UNKNOWN = "Ce cycle n’existe plus.";
const title = requiredLine("Donnez un titre au cycle.", 120);

/** Another date than the one proposed, and no session at all. */
export const OTHER_DATE = "autre";
export const NO_WEBINAR = "aucune";

export const monthField = (month: number): string => `mois-${month}`;
export const otherField = (month: number): string => `autre-${month}`;

const WHEN = "Indiquez la date et l’heure de Paris.";

type Slot = { month: number; startsAt: Date };

/** The instant chosen for a month, null when there is none, or the field with what is wrong. */
function slotOf(typed: Record<string, unknown>, month: number, year: number): Slot | null | [string, string] {
  const choice = typed[monthField(month)];
  if (choice === NO_WEBINAR) return null;
  const field = choice === OTHER_DATE ? otherField(month) : monthField(month);
  const read = parisInstant(WHEN).safeParse(typed[field]);
  if (!read.success) return [field, read.error.issues[0]?.message ?? WHEN];
  if (yearInParis(read.data) !== year) return [field, `Cette date n’est pas en ${year}.`];
  return { month, startsAt: read.data };
}

function readSlots(typed: Record<string, unknown>, year: number, refuse: (field: string, message: string) => void) {
  const slots: Slot[] = [];
  for (const month of MONTHS) {
    const slot = slotOf(typed, month, year);
    if (Array.isArray(slot)) refuse(...slot);
    else if (slot && slots.some(({ startsAt }) => startsAt.getTime() === slot.startsAt.getTime()))
      refuse(otherField(month), "Une autre séance commence déjà à cette heure.");
    else if (slot) slots.push(slot);
  }
  return slots.sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Names the dates, and what was doubted of them, that somebody agrees to. */
const shown = z.string().max(64).default("");

/** The form that creates a cycle. `id` is drawn with the form: posted twice, it makes one cycle. */
export const newCycle = z
  .looseObject({
    id: z.uuid("Rechargez la page\u00A0: ce formulaire n’est pas complet."),
    title,
    year: wholeNumber(YEAR, FIRST_YEAR, LAST_YEAR),
    durationMinutes: wholeNumber(LENGTH, ...LENGTHS),
    textsFrom: optionalIdentifier(UNKNOWN),
    shown,
  })
  .transform(({ id, title: name, year, durationMinutes, textsFrom, shown: agreed, ...typed }, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const webinars = readSlots(typed, year, refuse);
    if (!webinars.length && !context.issues.length) refuse(monthField(1), "Gardez au moins une date.");
    return { id, title: name, year, durationMinutes, textsFrom, webinars, shown: agreed };
  });
export type NewCycle = z.output<typeof newCycle>;

/**
 * The form of a cycle. What it showed when it was opened comes back with it, so that nobody writes over a colleague.
 */
export const cycleEdit = z.object({
  id: z.uuid(UNKNOWN),
  title,
  provisional: tickBox(),
  shownTitle: z.string(UNKNOWN),
  shownProvisional: tickBox(),
});
export type CycleEdit = z.output<typeof cycleEdit>;

export const cyclePublication = z.object({ id: z.uuid(UNKNOWN), shown, ...despiteField });
export type CyclePublication = Pick<z.output<typeof cyclePublication>, "id" | "shown"> & { despite?: Despite };

const CALENDAR = "Choisissez le fichier du calendrier scolaire.";
const LARGEST_CALENDAR = 2_000_000;

export const schoolCalendarForm = z.object({
  file: z.file(CALENDAR).max(LARGEST_CALENDAR, "Ce fichier est trop lourd\u00A0: deux mégaoctets au plus."),
});

/** From January. */
export const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
