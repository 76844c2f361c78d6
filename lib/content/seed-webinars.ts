import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { isHoliday } from "#lib/calendar/holidays";
import type { webinarsContent } from "#lib/content/schema";
import { proposeCycle } from "#lib/cycles/rules";
import { dayInParis, fromParis } from "#lib/platform/dates";
import type { Transaction } from "#lib/platform/db";

type Content = z.output<typeof webinarsContent>;
type Theme = Content["themes"][number];

/** « jeudi 13 h – 14 h », heure de Paris: the hour of every session. */
const HOUR = "13:00";

function startOf(day: string): Date {
  const instant = fromParis(`${day}T${HOUR}`);
  if (!instant) throw new Error(`Le webinaire du ${day} n’a pas d’heure possible à Paris.`);
  return instant;
}

/**
 * Loads the known cycles with their stored dates, then, once only, proposes the current cycle:
 * the next third Thursdays after the day of the seed, moved when they are public holidays.
 */
export async function seedWebinars(tx: Transaction, content: Content, at: Date): Promise<void> {
  const themes = new Map(content.themes.map((theme) => [theme.slug, theme]));
  for (const { slug, title, webinars } of content.cycles) {
    const cycle = await tx.cycle.upsert({ where: { slug }, create: { slug, title }, update: {} });
    for (const { theme: key, date, ...webinar } of webinars) {
      const theme = themes.get(key);
      if (!theme) throw new Error(`Le programme cite le thème « ${key} », qui n’existe pas.`);
      await seedWebinar(tx, cycle.id, { ...theme, ...webinar }, date, at);
    }
  }
  await seedCurrentCycle(tx, content, at);
}

async function seedCurrentCycle(tx: Transaction, { themes, current }: Content, at: Date): Promise<void> {
  const { slug, title, source, confidence } = current;
  if (await tx.cycle.findUnique({ where: { slug }, select: { id: true } })) return;
  const cycle = await tx.cycle.create({ data: { slug, title, provisional: true } });
  const days = proposeCycle({ from: dayInParis(at), count: themes.length, isHoliday });
  for (const [index, theme] of themes.entries()) {
    const day = days[index];
    if (day) await seedWebinar(tx, cycle.id, { ...theme, source, confidence }, day, at);
  }
}

async function seedWebinar(
  tx: Transaction,
  cycleId: string,
  webinar: Theme & { source: string; confidence: Content["current"]["confidence"] },
  day: string,
  at: Date,
): Promise<void> {
  const slug = `${webinar.slug}-${Temporal.PlainDate.from(day).year}`;
  const need = webinar.need ? await tx.need.findUnique({ where: { slug: webinar.need }, select: { id: true } }) : null;
  const { slug: theme, title, summary, body, source, confidence } = webinar;
  const fields = { theme, title, summary, body, source, confidence, needId: need?.id ?? null, startsAt: startOf(day) };
  const known = await tx.webinar.findUnique({ where: { slug }, select: { id: true, editedAt: true } });
  if (known?.editedAt) return;
  if (known) await tx.webinar.update({ where: { id: known.id }, data: fields });
  else await tx.webinar.create({ data: { ...fields, slug, cycleId, publishedAt: at } });
}
