import type { Viewer } from "#lib/auth/editor";
import type { SchoolStretch } from "#lib/calendar/school-holidays";
import { datesDoubts } from "#lib/cycles/labels";
import { isWritten } from "#lib/cycles/rules";
import type { CycleDate, CyclePlan, CycleWebinar } from "#lib/cycles/schema";
import { db, type Transaction } from "#lib/platform/db";
import { fingerprint } from "#lib/platform/fingerprint";
import { notTrashed } from "#lib/publication/trash/queries";
import type { CycleOption } from "#lib/webinars/schema";
import type { Prisma } from "#prisma/client";

const planned = {
  id: true,
  slug: true,
  title: true,
  provisional: true,
  webinars: {
    select: {
      id: true,
      title: true,
      summary: true,
      body: true,
      startsAt: true,
      durationMinutes: true,
      cancelledAt: true,
      publishedAt: true,
      withdrawnAt: true,
    },
    orderBy: [{ startsAt: "asc" }, { slug: "asc" }],
  },
} as const satisfies Prisma.CycleSelect;

type PlannedRow = Prisma.CycleGetPayload<{ select: typeof planned }>;

const toWebinar = ({ summary, body, ...webinar }: PlannedRow["webinars"][number]): CycleWebinar => ({
  ...webinar,
  written: isWritten({ summary, body }),
});

const toPlan = ({ webinars, ...cycle }: PlannedRow): CyclePlan => ({ ...cycle, webinars: webinars.map(toWebinar) });

/** The instant of the last session; a cycle without any is being made. */
const lastStart = ({ webinars }: CyclePlan): number => webinars.at(-1)?.startsAt.getTime() ?? Number.POSITIVE_INFINITY;

/** The latest cycle first, its sessions in order. */
export async function listCycles(_editor: Viewer): Promise<CyclePlan[]> {
  const kept = await notTrashed();
  const select = { ...planned, webinars: { ...planned.webinars, where: kept } };
  const plans = (await db.cycle.findMany({ where: kept, select, orderBy: { id: "desc" } })).map(toPlan);
  return plans.sort((a, b) => Number(lastStart(a) < lastStart(b)) - Number(lastStart(a) > lastStart(b)));
}

export async function findCycle(_editor: Viewer, id: string, client: Transaction = db): Promise<CyclePlan | null> {
  const kept = await notTrashed(client);
  const select = { ...planned, webinars: { ...planned.webinars, where: kept } };
  const row = await client.cycle.findUnique({ where: { id, AND: kept }, select });
  return row && toPlan(row);
}

const toDay = (date: Date): string => date.toISOString().slice(0, "YYYY-MM-DD".length);

export async function listSchoolStretches(client: Transaction = db): Promise<SchoolStretch[]> {
  const rows = await client.schoolHoliday.findMany({
    select: { label: true, startsOn: true, endsOn: true },
    orderBy: [{ startsOn: "asc" }, { label: "asc" }],
  });
  return rows.map(({ label, startsOn, endsOn }) => ({ label, startsOn: toDay(startsOn), endsOn: toDay(endsOn) }));
}

/** What is doubted of some dates; who was told of it sends `shown` back. */
export async function doubtedDates(
  dates: readonly CycleDate[],
  at: Date,
  client: Transaction = db,
): Promise<{ doubts: string[]; shown: string }> {
  const doubts = datesDoubts(dates, await listSchoolStretches(client), at);
  const told = dates.map(({ startsAt, durationMinutes, cancelledAt }) => [startsAt, durationMinutes, cancelledAt]);
  return { doubts, shown: fingerprint([told, doubts]) };
}

export async function listCyclesForEditor(_editor: Viewer): Promise<CycleOption[]> {
  return db.cycle.findMany({
    where: await notTrashed(),
    select: { id: true, slug: true, title: true },
    orderBy: { id: "desc" },
  });
}
