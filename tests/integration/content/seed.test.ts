import { beforeEach, describe, expect, it } from "vitest";
import { seedContent } from "#lib/content/seed";
import { dayInParis, formatHours, inParis } from "#lib/platform/dates";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";

/** As if a file of content/ had changed since. */
async function seedAgain(at: Date): Promise<void> {
  await db.contentReading.deleteMany();
  await seedContent(at);
}

const daysOf = async (cycle: string) => {
  const sessions = await db.webinar.findMany({ where: { cycle: { slug: cycle } }, orderBy: { startsAt: "asc" } });
  return sessions.map(({ startsAt }) => dayInParis(startsAt));
};

beforeEach(() => seedContent(AT));

describe("seedContent", () => {
  it("publishes the twelve centres, the seven needs and the library, each with its source", async () => {
    expect([await db.centre.count(), await db.need.count()]).toEqual([12, 7]);
    expect(await db.resource.count()).toBeGreaterThanOrEqual(30);
    expect(await db.centre.count({ where: { confidence: "documented", url: { not: null } } })).toBe(8);
    expect(await db.centre.count({ where: { confidence: "to_confirm", url: { not: null } } })).toBe(1);
    for (const table of [db.centre, db.need, db.resource, db.page, db.term, db.figure, db.webinar] as const) {
      expect(
        await (table as typeof db.page).count({ where: { OR: [{ source: "" }, { publishedAt: { not: AT } }] } }),
      ).toBe(0);
    }
  });

  it("counts its doubts as the page that lists them says", async () => {
    const { body } = await db.page.findUniqueOrThrow({ where: { slug: "ce-que-nous-ne-savons-pas-encore" } });
    const unknown = await db.centre.findMany({ where: { url: null } });
    for (const { slug } of unknown) expect(body).toContain(`/centres/${slug}`);
    expect([unknown.length, body]).toEqual([3, expect.stringContaining("**Trois restent à identifier**")]);
    const untraced = await db.webinar.count({ where: { cycle: { slug: "2019" }, confidence: "to_confirm" } });
    expect([untraced, body]).toEqual([9, expect.stringContaining("**neuf d’entre elles**")]);
    const told = { confidence: { not: "own_words" } } as const;
    const all = await db.resource.count({ where: told });
    const without = await db.resource.count({ where: { ...told, links: { none: {} } } });
    expect(body).toContain("La moitié des documents");
    expect(Math.abs(without / all - 1 / 2)).toBeLessThan(0.05);
  });

  it("tells the figures of the observatory that are most quoted", async () => {
    const figures = await db.figure.findMany({ orderBy: { position: "asc" }, take: 6 });
    expect(figures.map(({ percentage }) => percentage)).toEqual([69, 87, 81, 86, 76, 46]);
  });

  it("keeps the dates of 2019 as the programme printed them, 22 August included", async () => {
    expect(await daysOf("2019")).toEqual([
      "2019-01-17",
      "2019-02-21",
      "2019-03-21",
      "2019-04-18",
      "2019-05-16",
      "2019-06-20",
      "2019-07-18",
      "2019-08-22",
      "2019-09-19",
      "2019-10-17",
      "2019-11-21",
      "2019-12-19",
    ]);
  });

  it("proposes the next twelve third Thursdays, 13 h – 14 h in Paris in winter and in summer", async () => {
    const days = await daysOf("programme-previsionnel");
    expect(days).toHaveLength(12);
    expect([days[0], days.at(-1)]).toEqual(["2027-01-21", "2027-12-16"]);
    const sessions = await db.webinar.findMany();
    expect(new Set(sessions.map(({ startsAt }) => formatHours(startsAt, 60)))).toEqual(
      new Set(["13\u00A0h\u202F–\u2060\u202F14\u00A0h"]),
    );
    expect(sessions.every(({ startsAt }) => inParis(startsAt).dayOfWeek === 4)).toBe(true);
  });

  it("read again another day, adds nothing and moves nothing", async () => {
    const before = [await daysOf("2019"), await daysOf("programme-previsionnel"), await db.resource.count()];
    await seedAgain(later(90 * DAY));
    expect([await daysOf("2019"), await daysOf("programme-previsionnel"), await db.resource.count()]).toEqual(before);
  });

  it("never overwrites what an editor saved, and refreshes the rest", async () => {
    const slug = "definir-sa-strategie";
    const other = "mobiliser-les-competences";
    await db.need.update({ where: { slug }, data: { title: "Autrement", editedAt: AT, centres: { deleteMany: {} } } });
    await db.need.update({ where: { slug: other }, data: { title: "Autrement" } });
    await seedAgain(later(DAY));
    const kept = await db.need.findUniqueOrThrow({ where: { slug }, include: { centres: true } });
    expect([kept.title, kept.centres.length]).toEqual(["Autrement", 0]);
    expect((await db.need.findUniqueOrThrow({ where: { slug: other } })).title).toBe("Mobiliser les compétences");
  });

  it("does not publish again what was withdrawn", async () => {
    const where = { slug: "contact" };
    await db.page.update({ where, data: { withdrawnAt: AT } });
    await seedAgain(later(DAY));
    expect((await db.page.findUniqueOrThrow({ where })).withdrawnAt).toEqual(AT);
  });

  it("does not read again files that did not change", async () => {
    const where = { slug: "contact" };
    await db.page.update({ where, data: { title: "Autrement" } });
    await seedContent(later(DAY));
    expect((await db.page.findUniqueOrThrow({ where })).title).toBe("Autrement");
  });

  it("lets two processes start together", async () => {
    await db.contentReading.deleteMany();
    await Promise.all([seedContent(AT), seedContent(AT)]);
    expect([await db.centre.count(), await db.contentReading.count()]).toEqual([12, 1]);
  });
});
