import { readFileSync } from "node:fs";
import path from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NeedPictogram } from "#components/needs/need-pictogram";
import { PROJECT_ROOT } from "#lib/platform/root";

const POSITIONS = [1, 2, 3, 4, 5, 6, 7];
const read = (file: string) => readFileSync(path.join(PROJECT_ROOT, file), "utf8");
const drawings = read("public/images/besoins.svg");
/** By day, then by night. */
const themes = (text: string) => text.split("@media (prefers-color-scheme: dark)").slice(0, 2);
const colour = (text: string | undefined, name: string) => text?.match(new RegExp(`--${name}: (#\\w+)`))?.[1];

test.each([0, 1])("an image knows no style sheet: its colours are those of the portal, theme %s", (theme) => {
  const asked = themes(read("components/needs/colours.css"))[theme];
  const drawn = themes(drawings)[theme];
  const ofDrawing = (position: number) => drawn?.match(new RegExp(`\\.need-${position} {([^}]*)}`))?.[1];
  for (const position of POSITIONS) {
    expect(colour(ofDrawing(position), "dark")).toMatch(/^#\w{6}$/);
    expect(colour(ofDrawing(position), "dark")).toBe(colour(asked, `need-${position}`));
    expect(colour(ofDrawing(position), "bright")).toBe(colour(asked, `vivid-${position}`));
  }
  expect(colour(drawn, "below")).toBe(colour(themes(read("components/ui/tokens.css"))[theme], "surface"));
});

test.each([...POSITIONS, 8])("the drawing of need %s is in the file, and says nothing", (position) => {
  const html = renderToStaticMarkup(<NeedPictogram position={position} />);
  const [, name] = /src="\/images\/besoins\.svg#([\w-]+)"/.exec(html) ?? [];
  expect(drawings).toContain(`<view id="${name}"`);
  expect(html).toContain('alt=""');
});
