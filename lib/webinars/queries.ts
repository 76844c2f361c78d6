import type { Viewer } from "#lib/auth/editor";
import { askedFormFields } from "#lib/form-fields/queries";
import { needReference } from "#lib/needs/queries";
import { PARIS } from "#lib/platform/dates";
import { db, type Transaction } from "#lib/platform/db";
import { editedColumns } from "#lib/publication/columns";
import { listedAt, publicationState, visibleAt } from "#lib/publication/rules";
import { listedSql } from "#lib/publication/visibility";
import { isComing, isReplayPublic, yearInstants } from "#lib/webinars/rules";
import { contentColumns, type EditedWebinar, type WebinarDetail, type WebinarSummary } from "#lib/webinars/schema";
import type { Prisma } from "#prisma/client";

const announced = {
  slug: true,
  title: true,
  summary: true,
  startsAt: true,
  durationMinutes: true,
  cancelledAt: true,
  confidence: true,
} as const satisfies Prisma.WebinarSelect;

/** What `isReplayPublic` judges. */
export const replayColumns = {
  replayUrl: true,
  replayPublishedAt: true,
  publishedAt: true,
  withdrawnAt: true,
} as const satisfies Prisma.WebinarSelect;

export const calendarColumns = {
  ...announced,
  sequence: true,
  cycle: { select: { provisional: true } },
} as const satisfies Prisma.WebinarSelect;

const ownColumns = { ...announced, capacity: true, seatsCounted: true } as const satisfies Prisma.WebinarSelect;
const feedColumns = { id: true, updatedAt: true, ...calendarColumns } as const satisfies Prisma.WebinarSelect;

const toCome = (at: Date) => ({ startsAt: { gt: at }, cancelledAt: null });

/** `isComing` of those that the public is shown. */
export const comingAt = (at: Date) => ({ ...listedAt(at), ...toCome(at) });

/** `isComing` of all that may be registered for, those that a link alone leads to among them. */
export const openAt = (at: Date) => ({ ...visibleAt(at), ...toCome(at) });

type Limits = Pick<WebinarSummary, "startsAt" | "cancelledAt" | "capacity">;
type Seats = { taken: number; waiting: number };

/** Those that give no free seat. Nothing else is read of registrations: a page changes when a session fills up, not before. */
async function fullAmong(rows: readonly (Limits & { id: string })[], at: Date): Promise<ReadonlySet<string>> {
  const limited = rows.filter((row) => row.capacity !== null && isComing(row, at)).map(({ id }) => id);
  if (limited.length === 0) return new Set();
  const full = await db.$queryRaw<{ id: string }[]>`
    SELECT w."id" FROM "Webinar" w
    LEFT JOIN "Registration" r ON r."webinarId" = w."id" AND r."status" IN ('confirmed', 'offered', 'waiting')
    WHERE w."id" = ANY(${limited}::uuid[]) GROUP BY w."id"
    HAVING count(r."id") FILTER (WHERE r."status" <> 'waiting') >= w."capacity" OR bool_or(r."status" = 'waiting')
    ORDER BY w."id"`;
  return new Set(full.map(({ id }) => id));
}

async function seatsOf(webinarIds: string[]): Promise<(webinarId: string) => Seats> {
  const rows = await db.registration.groupBy({
    by: ["webinarId", "status"],
    where: { webinarId: { in: webinarIds }, status: { in: ["confirmed", "offered", "waiting"] } },
    _count: true,
  });
  const people = (id: string, waiting: boolean) =>
    rows
      .filter(({ webinarId, status }) => webinarId === id && (status === "waiting") === waiting)
      .reduce((sum, { _count }) => sum + _count, 0);
  return (id) => ({ taken: people(id, false), waiting: people(id, true) });
}

const documents = {
  select: { label: true, url: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Webinar$documentsArgs;

/** What a card shows. The state of the need is read, so that a withdrawn one is left out: the session outlives it. */
const summaryColumns = {
  id: true,
  ...ownColumns,
  need: { select: { ...needReference, publishedAt: true, withdrawnAt: true } },
  cycle: { select: { slug: true, title: true, provisional: true } },
  ...replayColumns,
} as const satisfies Prisma.WebinarSelect;

type SummaryRow = Prisma.WebinarGetPayload<{ select: typeof summaryColumns }>;

function visibleNeed(need: SummaryRow["need"], at: Date): WebinarSummary["need"] {
  if (!need || publicationState(need, at) !== "published") return null;
  const { slug, title, position } = need;
  return { slug, title, position };
}

const presented = <Row extends SummaryRow>(
  { cycle, need, replayUrl, replayPublishedAt, publishedAt, withdrawnAt, ...webinar }: Row,
  full: ReadonlySet<string>,
  at: Date,
) => ({
  ...webinar,
  hasReplay: isReplayPublic({ replayUrl, replayPublishedAt, publishedAt, withdrawnAt }, at),
  full: full.has(webinar.id),
  cycle: { slug: cycle.slug, title: cycle.title },
  provisional: cycle.provisional,
  need: visibleNeed(need, at),
});

export type Identified = WebinarSummary & Pick<WebinarDetail, "id" | "cycle">;

export const IN_ORDER = [{ startsAt: "asc" }, { slug: "asc" }] satisfies Prisma.WebinarOrderByWithRelationInput[];

/** The sessions that the public is shown and a filter of Prisma keeps, in order. */
export async function summaries(where: Prisma.WebinarWhereInput, at: Date, take?: number): Promise<Identified[]> {
  const rows = await db.webinar.findMany({
    where: { ...where, ...listedAt(at) },
    select: summaryColumns,
    orderBy: IN_ORDER,
    ...(take && { take }),
  });
  const full = await fullAmong(rows, at);
  return rows.map((row) => presented(row, full, at));
}

/** Cancelled ones included, in order. @param from year of Paris @param to the last year */
export const listWebinars = (at: Date, from: number, to = from): Promise<WebinarSummary[]> =>
  summaries({ startsAt: { gte: yearInstants(from).gte, lt: yearInstants(to).lt } }, at);

export async function webinarYears(at: Date): Promise<number[]> {
  const rows = await db.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM w."startsAt" AT TIME ZONE ${PARIS})::int AS "year"
    FROM "Webinar" w WHERE ${listedSql(at, "w")} ORDER BY 1 DESC`;
  return rows.map(({ year }) => year);
}

/** @returns null when the programme is over */
export async function nextWebinar(at: Date): Promise<Identified | null> {
  const [next] = await summaries(comingAt(at), at, 1);
  return next ?? null;
}

/** The other visible sessions that have not started and are not cancelled, in order. @param cycle slug; any when not said */
export const otherWebinars = ({ slug }: Pick<WebinarDetail, "slug">, at: Date, cycle?: string) =>
  summaries({ ...comingAt(at), ...(cycle !== undefined && { cycle: { slug: cycle } }), slug: { not: slug } }, at);

/** @returns null when there is none yet */
export async function latestReplay(needSlug: string, at: Date): Promise<{ slug: string; title: string } | null> {
  const past = await summaries({ need: { slug: needSlug }, replayUrl: { not: null }, startsAt: { lt: at } }, at);
  return past.findLast(({ hasReplay }) => hasReplay) ?? null;
}

export const webinarsOfNeed = (slug: string, at: Date): Promise<WebinarSummary[]> => summaries({ need: { slug } }, at);

/** @returns null when the public may not see it */
export async function findWebinar(slug: string, at: Date): Promise<WebinarDetail | null> {
  const row = await db.webinar.findFirst({
    where: { slug, ...visibleAt(at) },
    select: {
      ...summaryColumns,
      ...contentColumns,
      speakers: true,
      previousStartsAt: true,
      transcript: true,
      documents,
      formFields: askedFormFields,
      sequence: true,
      linkOnly: true,
      source: true,
      updatedAt: true,
    },
  });
  if (!row) return null;
  const { needId, ...shown } = row;
  const { replayPublishedAt, replayUrl } = row;
  const replay = isReplayPublic(row, at) ? { replayUrl } : { replayUrl: null, transcript: "" };
  return { ...presented(shown, await fullAmong([row], at), at), replayPublishedAt, ...replay };
}

export type CalendarWebinar = Prisma.WebinarGetPayload<{ select: typeof feedColumns }>;

/** Also the past ones, so that none vanishes from a calendar, and the cancelled ones. */
export const listCalendarWebinars = (at: Date, needSlug?: string): Promise<CalendarWebinar[]> =>
  db.webinar.findMany({
    where: { ...listedAt(at), ...(needSlug !== undefined && { need: { slug: needSlug } }) },
    select: feedColumns,
    orderBy: IN_ORDER,
  });

export async function listWebinarsForEditor(
  _editor: Viewer,
  ids: readonly string[],
): Promise<(Limits & Seats & Pick<WebinarSummary, "durationMinutes"> & { id: string; linkOnly: boolean })[]> {
  const select = {
    ...{ id: true, startsAt: true, durationMinutes: true },
    ...{ cancelledAt: true, capacity: true, linkOnly: true },
  };
  const [rows, seats] = await Promise.all([
    db.webinar.findMany({ where: { id: { in: [...ids] } }, select }),
    seatsOf([...ids]),
  ]);
  return rows.map((row) => ({ ...row, ...seats(row.id) }));
}

/** @returns null when nothing is announced, not even to those who have the link */
export async function nextWebinarForEditor(_editor: Viewer, at: Date) {
  const select = { ...announced, id: true, title: true, capacity: true } as const;
  const row = await db.webinar.findFirst({ where: openAt(at), select, orderBy: IN_ORDER });
  return row && { ...row, ...(await seatsOf([row.id]))(row.id) };
}

/** The values of the edit form, null when there is none. @param client the transaction that is about to write them */
export async function findWebinarForEditor(
  _editor: Viewer,
  id: string,
  client: Transaction = db,
): Promise<EditedWebinar | null> {
  const row = await client.webinar.findUnique({
    where: { id },
    select: {
      ...editedColumns,
      ...ownColumns,
      ...contentColumns,
      speakers: true,
      roomUrl: true,
      replayUrl: true,
      replayPublishedAt: true,
      transcript: true,
      documents,
      linkOnly: true,
      cycleId: true,
    },
  });
  if (!row) return null;
  const { cancelledAt, replayPublishedAt, ...values } = row;
  return { ...values, formFrom: null, cancelled: cancelledAt !== null, replayPublished: replayPublishedAt !== null };
}
