import type { Viewer } from "#lib/auth/editor";
import { deliveriesAmong } from "#lib/mail/queries";
import { type Deliveries, MAIL_KINDS, type MailKind } from "#lib/mail/schema";
import {
  dateMark,
  dueAt,
  isPlanned,
  PLANNED_KINDS,
  type PlannedKind,
  planState,
  recipientsOf,
} from "#lib/notices/plan/rules";
import type { PlanLine, PlannedWebinar } from "#lib/notices/plan/schema";
import { isAboutSession } from "#lib/notices/rules";
import { db } from "#lib/platform/db";

type WebinarRow = PlannedWebinar & {
  id: string;
  /** How many of its people were anonymised: what was written to them is erased. */
  forgotten: number;
};

/** The messages that leave by themselves about a session. */
const KINDS = MAIL_KINDS.filter((kind) => kind !== "announcement" && isAboutSession(kind));

/** Reminders of a former date are no reminders of this one. */
async function deliveriesByKind({ id: webinarId, startsAt }: WebinarRow): Promise<(kind: MailKind) => Deliveries> {
  const ofThisDate = {
    OR: [{ kind: { notIn: [...PLANNED_KINDS] } }, { key: { endsWith: dateMark(startsAt) } }],
  };
  const rows = await db.outgoingMail.groupBy({
    by: ["kind", "status"],
    where: { registration: { webinarId }, ...ofThisDate },
    _count: true,
  });
  return (kind) => deliveriesAmong(rows.filter((row) => row.kind === kind));
}

async function plannedPart(webinar: WebinarRow, kind: PlannedKind, left: number, off: boolean, at: Date) {
  const { id: webinarId, startsAt, forgotten } = webinar;
  // By the rule of what sends it.
  const recipients = await db.registration.count({ where: { webinarId, ...recipientsOf(kind, startsAt) } });
  const state = planState(kind, webinar, { off, recipients, left, forgotten }, at);
  return { due: dueAt(kind, startsAt), recipients, state, off };
}

export async function mailPlan(_editor: Viewer, webinar: WebinarRow, at: Date): Promise<PlanLine[]> {
  const where = { webinarId: webinar.id };
  const [deliveriesOf, own, off] = await Promise.all([
    deliveriesByKind(webinar),
    db.mailTemplate.findMany({ where, select: { kind: true } }),
    db.disabledPlannedMail.findMany({ where, select: { kind: true } }),
  ]);
  const names = (rows: { kind: string }[], kind: string) => rows.some((row) => row.kind === kind);
  return Promise.all(
    KINDS.map(async (kind) => {
      const deliveries = deliveriesOf(kind);
      const planned = isPlanned(kind) ? await plannedPart(webinar, kind, deliveries.sent, names(off, kind), at) : null;
      return { kind, deliveries, rewritten: names(own, kind), planned };
    }),
  );
}
