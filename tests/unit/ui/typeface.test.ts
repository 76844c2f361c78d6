import { readFileSync, statSync } from "node:fs";
import * as fontkit from "fontkit";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "#lib/platform/root";

const TITLES = "Développer des partenariats stratégiques. Une question sur votre territoire ? Passez à l’action.";

function measure(file: string) {
  const font = fontkit.openSync(`${PROJECT_ROOT}${file}`);
  if (!("layout" in font)) throw new Error(`${file} holds several fonts`);
  const { ascent, descent, unitsPerEm } = font;
  const width = font.layout(TITLES).advanceWidth / unitsPerEm;
  return { ascent: ascent / unitsPerEm, descent: -descent / unitsPerEm, width };
}

const css = readFileSync(`${PROJECT_ROOT}components/ui/typeface.css`, "utf8");
const faces = [...css.matchAll(/@font-face \{([^}]+)\}/g)].map(([, face = ""]) => {
  const share = (name: string) => Number(new RegExp(`${name}: ([\\d.]+)%`).exec(face)?.[1]) / 100;
  return {
    name: /font-family: "([^"]+)"/.exec(face)?.[1] ?? "",
    size: share("size-adjust"),
    ascent: share("ascent-override"),
    descent: share("descent-override"),
    gap: share("line-gap-override"),
  };
});
const own = measure("public/fonts/young-serif.woff");

describe("the letters that stand in for those of titles", () => {
  it("are there for Windows, macOS, Android and Linux", () => {
    expect(faces.map(({ name }) => name)).toEqual(["Title Georgia", "Title Noto", "Title Times", "Title DejaVu"]);
    const used = /--font-display: ([^;]+);/.exec(readFileSync(`${PROJECT_ROOT}components/ui/theme.css`, "utf8"))?.[1];
    for (const { name } of faces) expect(used).toContain(`"${name}"`);
  });

  it.each(faces)("$name takes the height of theirs", ({ size, ascent, descent, gap }) => {
    expect(size * ascent).toBeCloseTo(own.ascent, 3);
    expect(size * descent).toBeCloseTo(own.descent, 3);
    expect(gap).toBe(0);
  });

  it("take their width", () => {
    const standIn = measure("node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif.ttf");
    const size = faces.find(({ name }) => name === "Title DejaVu")?.size ?? 0;
    expect((standIn.width * size) / own.width).toBeCloseTo(1, 2);
  });
});

describe("the letters of titles that a phone downloads", () => {
  const file = `${PROJECT_ROOT}public/fonts/young-serif.woff2`;
  const font = fontkit.openSync(file);
  if (!("hasGlyphForCodePoint" in font)) throw new Error("The typeface holds several fonts.");

  it("weigh little", () => {
    expect(statSync(file).size).toBeLessThan(16_000);
  });

  it("are all those of French and of its neighbours, with what sets them", () => {
    const latin = Array.from({ length: 0x180 - 0x20 }, (_, rank) => 0x20 + rank).filter(
      (code) => code < 0x7f || (code > 0x9f && code < 0x100),
    );
    const typed = [...latin, ...[..."Œœ–—‘’‚“”„•…‹›€−"].map((letter) => letter.codePointAt(0) ?? 0)];
    const absent = typed.filter((code) => !font.hasGlyphForCodePoint(code) && code !== 0xad);
    expect(absent.map((code) => String.fromCodePoint(code))).toEqual([]);
    expect(font.availableFeatures).toEqual(expect.arrayContaining(["kern", "liga", "lnum", "tnum"]));
  });

  it("stand as those of documents do", () => {
    expect(measure("public/fonts/young-serif.woff2")).toEqual(own);
  });
});
