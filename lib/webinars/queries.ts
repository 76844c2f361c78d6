import type { Editor } from "#lib/auth/editor";
import { editedColumns, editorialState } from "#lib/editorial/queries";
import { publicationState, visibleAt } from "#lib/editorial/rules";
import type { EditorialState } from "#lib/editorial/schema";
import { visibleSql } from "#lib/editorial/visibility";
import { needReference } from "#lib/needs/queries";
import { PARIS } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { yearInstants } from "#lib/webinars/rules";
import type { CycleOption, EditedWebinar, WebinarDetail, WebinarSummary } from "#lib/webinars/schema";
import type { Prisma } from "#prisma/client";

const ownColumns = {
  slug: true,
  title: true,
  summary: true,
  startsAt: true,
  durationMinutes: true,
  cancelledAt: true,
  capacity: true,
  confidence: true,
} as const satisfies Prisma.WebinarSelect;

const confirmedSeats = {
  select: { registrations: { where: { status: "confirmed" } } },
} as const satisfies Prisma.WebinarCountOutputTypeDefaultArgs;

/** What a card shows. The state of the need is read, so that a withdrawn one is left out: the session outlives it. */
const summaryColumns = {
  ...ownColumns,
  need: { select: { ...needReference, publishedAt: true, withdrawnAt: true } },
  cycle: { select: { slug: true, title: true, provisional: true } },
  _count: confirmedSeats,
} as const satisfies Prisma.WebinarSelect;

type SummaryRow = Prisma.WebinarGetPayload<{ select: typeof summaryColumns }>;

function visibleNeed(need: SummaryRow["need"], at: Date): WebinarSummary["need"] {
  if (!need || publicationState(need, at) !== "published") return null;
  const { slug, title, position } = need;
  return { slug, title, position };
}

function presented<Row extends SummaryRow>({ _count, cycle, need, ...webinar }: Row, at: Date) {
  return {
    ...webinar,
    provisional: cycle.provisional,
    taken: _count.registrations,
    need: visibleNeed(need, at),
  };
}

const IN_ORDER = [{ startsAt: "asc" }, { slug: "asc" }] satisfies Prisma.WebinarOrderByWithRelationInput[];

async function summaries(where: Prisma.WebinarWhereInput, at: Date, take?: number): Promise<WebinarSummary[]> {
  const rows = await db.webinar.findMany({
    where: { ...where, ...visibleAt(at) },
    select: summaryColumns,
    orderBy: IN_ORDER,
    ...(take && { take }),
  });
  return rows.map((row) => presented(row, at));
}

/** The visible webinars of a year in Paris, in order, cancelled ones included. @param at the present instant */
export const listWebinars = (at: Date, year: number): Promise<WebinarSummary[]> =>
  summaries({ startsAt: yearInstants(year) }, at);

/** The years in Paris that have visible webinars, newest first. @param at the present instant */
export async function webinarYears(at: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM w."startsAt" AT TIME ZONE ${PARIS})::int AS "year"
    FROM "Webinar" w WHERE ${visibleSql(at, "w")} ORDER BY 1 DESC`;
  return rows.map(({ year }) => year);
}

/**
 * The first visible webinar that has not started and is not cancelled.
 * @param at the present instant
 * @param needSlug only those that illustrate this need
 */
export async function nextWebinar(at: Date, needSlug?: string): Promise<WebinarSummary | null> {
  const need = needSlug === undefined ? {} : { need: { slug: needSlug } };
  const [next] = await summaries({ startsAt: { gt: at }, cancelledAt: null, ...need }, at, 1);
  return next ?? null;
}

/** The visible webinars that illustrate a need, in order. @param at the present instant */
export const webinarsOfNeed = (slug: string, at: Date): Promise<WebinarSummary[]> => summaries({ need: { slug } }, at);

/** @param at the present instant @returns null when the public may not see it */
export async function findWebinar(slug: string, at: Date): Promise<WebinarDetail | null> {
  const row = await db.webinar.findFirst({
    where: { slug, ...visibleAt(at) },
    select: {
      ...summaryColumns,
      id: true,
      body: true,
      speakers: true,
      replayUrl: true,
      sequence: true,
      source: true,
      updatedAt: true,
    },
  });
  if (!row) return null;
  const { slug: cycleSlug, title } = row.cycle;
  return { ...presented(row, at), cycle: { slug: cycleSlug, title } };
}

/** Every webinar with its confirmed registrations, latest first, for its list in the back office. */
export async function listWebinarsForEditor(
  _editor: Editor,
): Promise<
  (EditorialState &
    Pick<WebinarSummary, "title" | "startsAt" | "durationMinutes" | "cancelledAt" | "capacity" | "taken">)[]
> {
  const rows = await db.webinar.findMany({
    select: {
      ...editorialState,
      title: true,
      startsAt: true,
      durationMinutes: true,
      cancelledAt: true,
      capacity: true,
      _count: confirmedSeats,
    },
    orderBy: { startsAt: "desc" },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, taken: _count.registrations }));
}

/** The cycles that a webinar may belong to, newest first. */
export async function listCyclesForEditor(_editor: Editor): Promise<CycleOption[]> {
  return db.cycle.findMany({ select: { id: true, slug: true, title: true }, orderBy: { id: "desc" } });
}

/** The values of a webinar as its edit form reads them. @param client the transaction that is about to write them */
export async function findEditedWebinar(client: Transaction, id: string): Promise<EditedWebinar | null> {
  const row = await client.webinar.findUnique({
    where: { id },
    select: {
      ...editedColumns,
      ...ownColumns,
      body: true,
      speakers: true,
      roomUrl: true,
      replayUrl: true,
      cycleId: true,
      needId: true,
    },
  });
  if (!row) return null;
  const { cancelledAt, ...values } = row;
  return { ...values, cancelled: cancelledAt !== null };
}

/** The values of the edit form. @returns null when there is no such webinar */
export const findWebinarForEditor = (_editor: Editor, id: string): Promise<EditedWebinar | null> =>
  findEditedWebinar(db, id);
