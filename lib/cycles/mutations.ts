import { recordAudit } from "#lib/audit/mutations";
import type { Editor } from "#lib/auth/editor";
import type { readSchoolCalendar } from "#lib/calendar/school-holidays";
import { monthLabels } from "#lib/cycles/labels";
import { doubtedDates, findCycle } from "#lib/cycles/queries";
import { cycleSlug, isTitleTaken, isToldBy, readyDrafts, textsByMonth, webinarSlug } from "#lib/cycles/rules";
import type { CycleEdit, CyclePublication, NewCycle } from "#lib/cycles/schema";
import { copyFormFields } from "#lib/form-fields/mutations";
import { confined } from "#lib/platform/confined";
import { formatShortDay, inParis } from "#lib/platform/dates";
import { db, isDuplicate, type Transaction } from "#lib/platform/db";
import { orderedIds } from "#lib/platform/ordered-ids";
import type { Result } from "#lib/platform/result";
import { slugify } from "#lib/platform/text";
import { changePublicationIn } from "#lib/publication/mutations";
import { trashItemIn } from "#lib/publication/trash/mutations";
import type { TrashRefusal } from "#lib/publication/trash/schema";
import { contentColumns } from "#lib/webinars/schema";
import type { Prisma } from "#prisma/client";

type Texts = Prisma.WebinarGetPayload<{ select: typeof contentColumns }> & { source: string; from: string };

async function textsOf(tx: Transaction, cycleId: string): Promise<Map<number, Texts> | null> {
  const cycle = await tx.cycle.findUnique({
    where: { id: cycleId },
    select: { webinars: { select: { ...contentColumns, id: true, startsAt: true }, orderBy: { startsAt: "asc" } } },
  });
  if (!cycle) return null;
  const webinars = cycle.webinars.map(({ id, startsAt, ...texts }) => ({
    ...texts,
    from: id,
    source: `Reprise de la séance du ${formatShortDay(startsAt)}`,
    month: inParis(startsAt).month,
  }));
  return new Map([...textsByMonth(webinars)].map(([month, { month: _, ...texts }]) => [month, texts]));
}

function unwritten(month: number, durationMinutes: number) {
  const name = monthLabels[month - 1] ?? "";
  const title = `Séance ${/^[aeiouyâé]/.test(name) ? "d’" : "de "}${name}`;
  return { title, summary: "", body: "", durationMinutes, source: "L’équipe du portail", from: null };
}

async function createWebinars(tx: Transaction, input: NewCycle, texts: Map<number, Texts>, at: Date): Promise<void> {
  const { id: cycleId, year, durationMinutes } = input;
  const taken = new Set((await tx.webinar.findMany({ select: { slug: true } })).map(({ slug }) => slug));
  const ids = orderedIds(input.webinars.length);
  const data = input.webinars.map(({ month, startsAt }, index) => {
    const { from: _, ...webinar } = texts.get(month) ?? unwritten(month, durationMinutes);
    const slug = webinarSlug(slugify(webinar.title), year, (one) => taken.has(one));
    taken.add(slug);
    return {
      ...webinar,
      id: ids[index] ?? "",
      slug,
      startsAt,
      cycleId,
      confidence: "to_confirm" as const,
      editedAt: at,
    };
  });
  await tx.webinar.createMany({ data });
  const pairs = input.webinars.flatMap(({ month }, index) => {
    const from = texts.get(month)?.from;
    return from ? [{ from, to: ids[index] ?? "" }] : [];
  });
  await copyFormFields(tx, pairs);
}

/** Another session may take one of the addresses at the same instant. */
const ATTEMPTS = 3;

/** The cycles there are; until the transaction ends, nobody else makes or renames one. */
async function heldCycles(tx: Transaction): Promise<{ id: string; slug: string; title: string }[]> {
  await tx.$executeRaw`LOCK TABLE "Cycle" IN SHARE ROW EXCLUSIVE MODE`;
  return tx.cycle.findMany({ select: { id: true, slug: true, title: true } });
}

/** As drafts: all or nothing. Posted twice, the form makes one cycle; `unknown` when the cycle of the texts is gone. */
export async function createCycle(
  editor: Editor,
  input: NewCycle,
  at: Date,
): Promise<Result<{ id: string }, "title-taken" | "unknown">> {
  const { id, title, textsFrom, webinars } = input;
  const write = async (tx: Transaction): Promise<Result<{ id: string }, "title-taken" | "unknown">> => {
    const cycles = await heldCycles(tx);
    if (cycles.some((cycle) => cycle.id === id)) return { ok: true, id };
    if (isTitleTaken(cycles, title, id)) return { ok: false, reason: "title-taken" };
    const texts = textsFrom ? await textsOf(tx, textsFrom) : new Map<number, Texts>();
    if (!texts) return { ok: false, reason: "unknown" };
    const slug = cycleSlug(title, (wished) => cycles.some((cycle) => cycle.slug === wished));
    await tx.cycle.create({ data: { id, slug, title, provisional: true } });
    await createWebinars(tx, input, texts, at);
    const details = { webinars: webinars.length, ...(textsFrom && { textsFrom }) };
    await recordAudit(tx, editor, { action: "cycle.create", noun: "cycle", target: id, details, at });
    return { ok: true, id };
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(write);
    } catch (error) {
      if (!isDuplicate(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

/** There is no version: what the form showed arbitrates, so that the second of two editors is refused. */
export async function saveCycle(
  editor: Editor,
  { id, title, provisional, shownTitle, shownProvisional }: CycleEdit,
  at: Date,
): Promise<Result<object, "stale" | "title-taken" | "unknown">> {
  return db.$transaction(async (tx) => {
    // Two cycles named alike before this rule can still be saved, one of them under another title.
    if (title !== shownTitle && isTitleTaken(await heldCycles(tx), title, id))
      return { ok: false, reason: "title-taken" };
    const where = { id, title: shownTitle, provisional: shownProvisional };
    const { count } = await tx.cycle.updateMany({ where, data: { title, provisional } });
    if (count === 0) {
      const known = await tx.cycle.findUnique({ where: { id }, select: { id: true } });
      return { ok: false, reason: known ? "stale" : "unknown" };
    }
    if (provisional !== shownProvisional)
      await tx.webinar.updateMany({ where: { cycleId: id }, data: { updatedAt: at } });
    const fields = [
      ...(title === shownTitle ? [] : ["title"]),
      ...(provisional === shownProvisional ? [] : ["provisional"]),
    ];
    await recordAudit(tx, editor, { action: "cycle.update", noun: "cycle", target: id, details: { fields }, at });
    return { ok: true };
  });
}

/** Every draft whose texts are written, on the dates that were shown: all or nothing. Those that wait for a date or were withdrawn stay. */
export async function publishCycle(
  editor: Editor,
  { id, shown, despite }: CyclePublication,
  at: Date,
): Promise<Result<{ published: number }, "nothing" | "unconfirmed">> {
  return db.$transaction(async (tx) => {
    // Two editors who press the button together: the second finds nothing left.
    await tx.$queryRaw`SELECT 1 FROM "Cycle" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const ready = readyDrafts((await findCycle(editor, id, tx))?.webinars ?? [], at);
    if (!ready.length) return { ok: false, reason: "nothing" };
    if (shown !== (await doubtedDates(ready, at, tx)).shown) return { ok: false, reason: "unconfirmed" };
    for (const draft of ready) await changePublicationIn(tx, editor, "webinar", draft.id, { kind: "publish" }, at);
    await recordAudit(tx, editor, {
      action: "cycle.publish",
      noun: "cycle",
      target: id,
      details: { webinars: ready.length, ...(despite && { despite: despite.reason, checks: despite.checks }) },
      at,
    });
    return { ok: true, published: ready.length };
  });
}

/** Throws away a cycle with its drafts, all or nothing: `public` once a session was seen, `registered` once somebody is. */
export async function undoCycle(editor: Editor, id: string, at: Date): Promise<Result<object, TrashRefusal>> {
  const undone = await db
    .$transaction(async (tx): Promise<TrashRefusal | null> => {
      const cycle = (await heldCycles(tx)).find((one) => one.id === id);
      if (!cycle) return "unknown";
      if ((await tx.cycleSubscription.count({ where: { cycleId: id } })) > 0) return "registered";
      const webinars = await tx.webinar.findMany({
        where: { cycleId: id },
        select: { id: true },
        orderBy: { id: "asc" },
      });
      const item = { noun: "cycle", title: cycle.title, at, authorId: editor.userId };
      await tx.trashedItem.upsert({ where: { itemId: id }, create: { itemId: id, ...item }, update: item });
      for (const webinar of webinars) {
        const outcome = await trashItemIn(tx, editor, { noun: "webinar", id: webinar.id, cycleId: id }, at);
        if (!outcome.ok) throw new Undisposable(outcome.reason);
      }
      const details = { webinars: webinars.length };
      await recordAudit(tx, editor, { action: "cycle.trash", noun: "cycle", target: id, details, at });
      return null;
    })
    .catch((error: unknown) => {
      if (error instanceof Undisposable) return error.reason;
      throw error;
    });
  return undone ? { ok: false, reason: undone } : { ok: true };
}

/** Ends the transaction, so that nothing is thrown away by halves. */
class Undisposable extends Error {
  readonly reason: TrashRefusal;
  constructor(reason: TrashRefusal) {
    super(reason);
    this.reason = reason;
  }
}

const toDate = (day: string) => new Date(`${day}T00:00:00Z`);

/** Loaded again, it changes nothing; another takes the place of the former, for its zones, from its first day on. */
export async function loadSchoolCalendar(
  editor: Editor,
  text: string,
  at: Date,
): Promise<Result<{ loaded: number }, "unreadable" | "empty">> {
  const confinedRead = await confined<typeof readSchoolCalendar>("school-calendar", [text]);
  if (!confinedRead.ok) return { ok: false, reason: "unreadable" };
  const read = confinedRead.value;
  if (!read.ok) return read;
  const rows = read.stretches.map(({ label, startsOn, endsOn }) => ({
    label,
    startsOn: toDate(startsOn),
    endsOn: toDate(endsOn),
  }));
  const starts = rows.map(({ startsOn }) => startsOn.getTime());
  return db.$transaction(async (tx) => {
    const former = await tx.schoolHoliday.findMany({
      where: { startsOn: { gte: new Date(Math.min(...starts)) } },
      select: { id: true, label: true },
    });
    const replaced = former.filter(({ label }) => isToldBy(label, read.stretches)).map(({ id }) => id);
    await tx.schoolHoliday.deleteMany({ where: { id: { in: replaced } } });
    await tx.schoolHoliday.createMany({ data: rows, skipDuplicates: true });
    const details = { stretches: rows.length };
    await recordAudit(tx, editor, { action: "cycle.calendar", noun: "school-calendar", target: "", details, at });
    return { ok: true, loaded: rows.length };
  });
}
