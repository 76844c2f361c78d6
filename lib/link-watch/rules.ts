import { faultWords } from "#lib/crawl/labels";
import type { FetchFault } from "#lib/crawl/public-fetch";
import { dayInParis, inParis } from "#lib/platform/dates";
import type { LinkState } from "#prisma/enums";

/** What became of one request: `missing` is the word of a site, or of the names of the net; `answered` by HTTP, whatever it said. */
export type Verdict = { kind: "opened" | "missing" | "failing"; fault: string | null; answered: boolean };

const MISSING = [404, 410];
const FIRST_REFUSAL = 400;

export function verdictOf(answer: { status: number } | { fault: FetchFault }): Verdict {
  if ("fault" in answer) {
    const { fault } = answer;
    return {
      kind: fault === "unknown-host" ? "missing" : "failing",
      fault: faultWords(fault, null),
      answered: fault === "redirects",
    };
  }
  const { status } = answer;
  if (status < FIRST_REFUSAL) return { kind: "opened", fault: null, answered: true };
  return {
    kind: MISSING.includes(status) ? "missing" : "failing",
    fault: faultWords("broken", status),
    answered: true,
  };
}

const NIGHT_HOUR = 3;
const WEEK = 7;

/** In the night of a later day of Paris. */
export const nightAfter = (at: Date, days = 1): Date =>
  new Date(inParis(at).startOfDay().add({ days }).with({ hour: NIGHT_HOUR }).epochMilliseconds);

/** As a column of days keeps it. */
export const dayOf = (at: Date): Date => new Date(dayInParis(at));

export type Known = { state: LinkState | null; failedOn: Date | null };

/** What is known of a link once it was asked: a failure changes its state when it has one of another day before it. */
export function afterCheck({ state, failedOn }: Known, { kind, fault }: Verdict, at: Date) {
  const today = dayOf(at);
  if (kind === "opened")
    return {
      state: "ok",
      fault,
      failedOn: null,
      openedOn: today,
      checkedAt: at,
      nextAt: nightAfter(at, WEEK),
    } as const;
  const confirmed = failedOn !== null && failedOn < today;
  const found = kind === "missing" ? ("dead" as const) : ("to_check" as const);
  return {
    state: confirmed ? found : state,
    fault,
    failedOn: failedOn ?? today,
    checkedAt: at,
    nextAt: nightAfter(at, confirmed ? WEEK : 1),
  };
}

/** So many sites, none of which answers: it is this portal that has no network. */
const WITNESSES = 3;

export const isCutOff = (verdicts: readonly { url: string; verdict: Verdict }[]): boolean =>
  new Set(verdicts.map(({ url }) => new URL(url).host)).size >= WITNESSES &&
  verdicts.every(({ verdict }) => !verdict.answered);

const LONGEST_IGNORED = { years: 1 };

/** Why a link cannot be ignored until a day (YYYY-MM-DD, of Paris); null when it can. */
export function ignoringFault(until: string, at: Date): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(until)) return "Indiquez jusqu’à quel jour.";
  if (until <= dayInParis(at)) return "Choisissez un jour à venir.";
  const last = inParis(at).add(LONGEST_IGNORED).toPlainDate().toString();
  return until > last ? "Choisissez un jour de l’année qui vient." : null;
}
