import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { GET } from "#app/(site)/partage/[...address]/route";
import { db } from "#lib/platform/db";
import { drawing, shareImage } from "#lib/share-images/drawing";
import { laidOut, outlineOf } from "#lib/share-images/lettering";
import { findSubject } from "#lib/share-images/subject";
import { AT, DAY, later } from "#tests/support/clock";
import * as factories from "#tests/support/factories";
import { HIDDEN } from "#tests/support/publication";

const subject = (title: string, section = "besoins") => ({ title, section, isItem: true });

describe("what an image shows", () => {
  test("is the page that the public sees at an address", async () => {
    await factories.makeNeed({ slug: "besoin", title: "Définir sa stratégie" });
    await factories.makePage({ slug: "methode", title: "La méthode" });
    expect(await findSubject("/besoins/besoin", AT)).toEqual(subject("Définir sa stratégie"));
    expect(await findSubject("/methode", AT)).toEqual({ title: "La méthode", section: "methode", isItem: false });
    expect(await findSubject("/besoins", AT)).toMatchObject({ title: "Besoins", isItem: false });
    expect(await findSubject("/statistiques", AT)).toMatchObject({ title: "Statistiques" });
    expect(await findSubject("/", AT)).toMatchObject({ section: "" });
  });

  test("is nothing where nobody may read, nor where nothing is", async () => {
    for (const hidden of HIDDEN) {
      await factories.makeResource(hidden);
      expect(await findSubject(`/ressources/${hidden.slug}`, AT)).toBeNull();
    }
    expect(await findSubject("/ressources/inconnue", AT)).toBeNull();
    expect(await findSubject("/administration", AT)).toBeNull();
  });

  test("is the portal where a page says that it was withdrawn", async () => {
    const { id } = await factories.makeResource({ slug: "retiree", withdrawnAt: later(-DAY) });
    const left = { path: "/ressources/retiree", noun: "resource", itemId: id, at: later(-DAY) };
    await db.departure.create({ data: { ...left, kind: "withdrawn", reason: "Périmée." } });
    expect(await findSubject("/ressources/retiree", AT)).toEqual(await findSubject("/", AT));
    await db.departure.update({ where: { path: left.path }, data: { kind: "mistake" } });
    expect(await findSubject("/ressources/retiree", AT)).toBeNull();
  });
});

const BOX = { width: 1_040, height: 270 };
const SIZES = [84, 62, 47];
const LONG = "Évaluer l’impact d’une alliance entre associations, entreprises et collectivités ";

describe("a title", () => {
  test("is as large as it stands whole", async () => {
    const short = await laidOut("Alliance", BOX, SIZES);
    expect([short.size, short.lines.length]).toEqual([84, 1]);
    const long = await laidOut(LONG.repeat(2).trim(), BOX, SIZES);
    expect(long.size).toBeLessThan(84);
    expect(long.lines.length).toBeGreaterThan(2);
    for (const { size, lines } of [short, long]) {
      expect(lines.length * size * 1.14).toBeLessThanOrEqual(BOX.height);
      for (const { width } of lines) expect((width * size) / 1_000).toBeLessThanOrEqual(BOX.width);
    }
  });

  test("that is longer than any is cut, and says so", async () => {
    const { lines, size } = await laidOut(LONG.repeat(9).trim(), BOX, SIZES);
    expect([lines.length, size]).toEqual([5, 47]);
    const dots = (await outlineOf("…")).path.replace(/[\d.-]+/g, "");
    expect(
      lines
        .at(-1)
        ?.path.replace(/[\d.-]+/g, "")
        .endsWith(dots),
    ).toBe(true);
  });

  test("has narrow spaces that are narrow, and is cut at none of them", async () => {
    const [narrow, usual, none] = await Promise.all(["a\u202F!", "a !", "a!"].map(outlineOf));
    expect(narrow?.width).toBeLessThan(usual?.width ?? 0);
    expect(narrow?.width).toBeGreaterThan(none?.width ?? 0);
    const { lines } = await laidOut("mmmmmm mmmmmm\u202F!", { width: 620, height: 270 }, [84]);
    expect(lines.map(({ width }) => width)).toEqual(
      (await Promise.all(["mmmmmm", "mmmmmm\u202F!"].map(outlineOf))).map(({ width }) => width),
    );
  });

  test.each(["é", "Ç", "œ", "ł", "ễ", "Ω"])("draws « %s »", async (letter) => {
    const bare = await outlineOf(letter.normalize("NFD")[0] ?? "");
    const { path, width } = await outlineOf(letter);
    expect(width).toBeGreaterThan(0);
    expect(path.length).toBeGreaterThan(letter === letter.normalize("NFD")[0] ? 0 : bare.path.length);
  });
});

test("an image is a PNG of the size that pages say, light, with its words drawn", async () => {
  const [written, bare] = await Promise.all([shareImage(subject("Hybrider son modèle")), shareImage(subject(""))]);
  expect(await sharp(written).metadata()).toMatchObject({ format: "png", width: 1_200, height: 630 });
  expect(written.length).toBeLessThan(60_000);
  const words = { left: 80, top: 130, width: 1_040, height: 100 };
  const ink = async (png: Buffer) => Math.min(...(await sharp(png).extract(words).greyscale().raw().toBuffer()));
  expect(await ink(written)).toBeLessThan(60);
  expect(await ink(bare)).toBeGreaterThan(200);
});

test("the address of an image is that of its page, and leads nowhere when the page does", async () => {
  await factories.makeNeed({ slug: "besoin", publishedAt: new Date("2020-01-01T00:00:00Z") });
  const get = (...address: string[]) =>
    GET(new Request("http://portail.example"), { params: Promise.resolve({ address }) });
  for (const address of [["accueil"], ["besoins", "besoin"]]) {
    const response = await get(...address);
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(await sharp(await response.arrayBuffer()).metadata()).toMatchObject({ width: 1_200, height: 630 });
  }
  await expect(get("besoins", "inconnu")).rejects.toThrow("404");
});

test("each section has its own window of the landscape, by day", async () => {
  const sections = ["", "besoins", "centres", "ressources", "webinaires", "observatoire", "glossaire", "methode"];
  const drawn = await Promise.all(sections.map((section) => drawing(subject("Un titre", section))));
  const windows = drawn.map((svg) => /viewBox="([^"]+)"/.exec(svg)?.[1]);
  expect(new Set(windows).size).toBe(sections.length);
  for (const svg of drawn) expect(svg).not.toContain("@media");
});
