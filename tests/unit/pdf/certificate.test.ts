import { describe, expect, test } from "vitest";
import { certificatePdf } from "#lib/pdf/certificate";
import { SITE_NAME } from "#lib/platform/site-name";
import { AT } from "#tests/support/clock";
import { readPdf } from "#tests/support/pdf";

const CHECK = "https://portail.example/attestations/7K3M-9QWX-2B4D";
const words = {
  firstName: "Élodie",
  lastName: "D’Arc-Cœur",
  presentMinutes: null,
  code: "7K3M-9QWX-2B4D",
  webinar: {
    title: "Définir sa stratégie : par où commencer ?",
    startsAt: new Date("2027-01-07T12:00:00Z"),
    durationMinutes: 90,
  },
};
const read = async (changes: Partial<Parameters<typeof certificatePdf>[0]> = {}) =>
  readPdf(await certificatePdf({ ...words, ...changes }, CHECK, AT));

describe("a certificate", () => {
  test("says who took part in what, when and how long in Paris, and where it is checked", async () => {
    const { text } = await read();
    expect(text).toContain("Élodie D’Arc-Cœur");
    expect(text).toContain("Définir sa stratégie\u00A0: par où commencer\u00A0?");
    expect(text).toContain("Le jeudi 7 janvier 2027");
    expect(text).toContain("De 13\u00A0h à 14\u00A0h\u00A030, heure de Paris (90\u00A0minutes)");
    expect(text).toContain(SITE_NAME.replace("\u202F", "\u00A0"));
    expect(text).toContain("Établie le 11 janvier 2027");
    expect(text).toContain("Code\u00A0: 7K3M-9QWX-2B4D");
    expect(text).toContain(CHECK);
    expect(text).not.toContain("Présence relevée");
  });

  test("says how long the person was there when a report said it", async () => {
    expect((await read({ presentMinutes: 52 })).text).toContain("Présence relevée\u00A0: 52\u00A0minutes");
  });

  test("can be read aloud: language, title in the window, one H1, H2 and paragraphs in order, a link that is one", async () => {
    const pdf = await read();
    expect(pdf).toMatchObject({ version: "1.7", language: "fr-FR", showsTitle: true, isMarked: true });
    // No validator has read it: it claims no conformance.
    expect(pdf.metadata).not.toContain("pdfuaid");
    expect(pdf.metadata).toMatch(/<dc:language>.*fr-FR.*<\/dc:language>/);
    expect(pdf.metadata).toContain("Attestation de participation");
    expect(pdf.elements.map(({ tag }) => tag)).toEqual(["P", "H1", "P", "P", "P", "P", "P", "P", "H2", "P", "Link"]);
    expect(pdf.elements.find(({ tag }) => tag === "H1")?.text).toBe("Attestation de participation");
    expect(pdf.elements.at(-1)).toEqual({ tag: "Link", parents: ["Document", "P"], text: CHECK, link: CHECK });
    expect(pdf.elements.every(({ parents }) => parents[0] === "Document")).toBe(true);
  });

  test("brings its letters along, those of other alphabets of Latin too", async () => {
    const pdf = await read({ firstName: "Łucja", lastName: "Šimůnek" });
    expect(pdf.text).toContain("Łucja Šimůnek");
    expect(pdf.fonts.length).toBeGreaterThanOrEqual(2);
    for (const font of pdf.fonts) expect(font).toEqual({ name: expect.stringContaining("YoungSerif"), embedded: true });
  });

  test("stands on one page, however long the name and the title", async () => {
    const long = (length: number) =>
      "Wwmwm "
        .repeat(length)
        .slice(0, length - 1)
        .concat("W");
    const webinar = { ...words.webinar, title: long(200) };
    expect((await read({ firstName: long(80), lastName: long(80), presentMinutes: 52, webinar })).pages).toBe(1);
  });

  test("is written an inch from the left, between a band at the top and one at the bottom", async () => {
    const { rectangles, starts } = await read();
    const [above, below] = rectangles;
    const height = below?.bottom ?? 0;
    expect(height).toBeCloseTo(841.89);
    expect(above?.top).toBe(0);
    expect(Math.min(...starts.map(({ left }) => left))).toBe(72);
    expect(Math.max(...starts.map(({ bottom }) => bottom))).toBeLessThan(height - (above?.bottom ?? 0) - 36);
    expect(Math.min(...starts.map(({ bottom }) => bottom))).toBeGreaterThan(height - (below?.top ?? 0) + 18);
  });

  test.each(["Наталья Ιωάννης", "Łukasz Nguyễn", "أحمد", "יעל", "李小龍", "สมชาย"])(
    "prints %s whole, and it is heard so",
    async (name) => {
      const pdf = await read({ firstName: name });
      expect(pdf.text).toContain(name);
      expect(pdf.text).not.toMatch(/\?{2}|\uFFFD/);
      expect(pdf.fonts.some((font) => /DejaVuSans|UnifontEx/.test(font.name))).toBe(true);
      for (const font of pdf.fonts) expect(font.embedded).toBe(true);
    },
  );

  test("is heard as it is written where it cannot be drawn so", async () => {
    expect((await read({ firstName: "Hạnh", lastName: "Иван" })).text).toContain("Hạnh Иван");
  });
});
