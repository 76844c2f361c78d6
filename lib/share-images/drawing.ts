import { readFile } from "node:fs/promises";
import { PROJECT_ROOT } from "#lib/platform/root";
import { SITE_NAME } from "#lib/platform/site-name";
import { french } from "#lib/platform/text";
import { drawnLines, laidOut } from "#lib/share-images/lettering";
import type { Subject } from "#lib/share-images/subject";

export const WIDTH = 1_200;
export const HEIGHT = 630;
const MARGIN = 80;
/** The colours of the light theme. */
const SKY = "#f8ecd6";
const INK = "#17302e";
const BRAND = "#0e5a55";

/** How much of the panorama is seen at once, and how high that is drawn. */
const WINDOW = { width: 960, height: 200 };
const STRIP = (WIDTH * WINDOW.height) / WINDOW.width;
/** What lies under the home page is left out. */
const HOME_WINDOW = "0 0 1440 348";
const HOME_STRIP = 290;

/** Where each section sees the panorama from, and what it calls what it holds. */
const SECTIONS: Readonly<Record<string, { from: number; item?: string }>> = {
  besoins: { from: 0, item: "Besoin" },
  centres: { from: 420, item: "Centre de ressources" },
  ressources: { from: 900, item: "Ressource" },
  webinaires: { from: 1_350, item: "Webinaire" },
  observatoire: { from: 2_850 },
  statistiques: { from: 2_850 },
  glossaire: { from: 3_040, item: "Glossaire" },
  organisations: { from: 2_350, item: "Organisation" },
  parcours: { from: 1_900, item: "Parcours de lecture" },
  collections: { from: 1_900, item: "Collection" },
};
const ELSEWHERE = { from: 1_750, item: undefined };

const TITLE = { width: WIDTH - 2 * MARGIN, height: 270 };
const TITLE_SIZES = [84, 72, 62, 54, 47];
const TITLE_TOP = 132;
const SMALL = 30;

/** The renderer knows no theme: the drawing is given by day. */
const byDay = (drawing: string) => drawing.replace(/@media[^{@]*\{(?:[^{}@]*\{[^{}@]*\})*\}/, "");

const scenery = async (name: string) => byDay(await readFile(`${PROJECT_ROOT}public/images/${name}`, "utf8"));

const placed = (drawing: string, viewBox: string, height: number) =>
  drawing.replace(
    /^<svg[^>]*>/,
    `<svg x="0" y="${HEIGHT - height}" width="${WIDTH}" height="${height}" viewBox="${viewBox}" preserveAspectRatio="xMidYMax slice">`,
  );

/** The image as outlines alone. */
export async function drawing({ title, section, isItem }: Subject): Promise<string> {
  const { from, item } = SECTIONS[section] ?? ELSEWHERE;
  const isHome = section === "";
  const laid = await laidOut(french(title), TITLE, TITLE_SIZES);
  const above = isItem && item ? `${SITE_NAME} · ${item}` : SITE_NAME;
  const small = await laidOut(
    isHome ? "Sept besoins, les centres de ressources, un webinaire par mois" : above,
    { width: TITLE.width, height: 2 * SMALL },
    [SMALL],
  );
  const top = isHome ? MARGIN : TITLE_TOP;
  const baseline = top + laid.size;
  const under = baseline + laid.lines.length * laid.size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${SKY}"/>`,
    isHome
      ? placed(await scenery("territoire.svg"), HOME_WINDOW, HOME_STRIP)
      : placed(await scenery("panorama.svg"), `${from} 0 ${WINDOW.width} ${WINDOW.height}`, STRIP),
    drawnLines(small, MARGIN, isHome ? under : MARGIN + SMALL / 2, BRAND),
    drawnLines(laid, MARGIN, baseline, INK),
    "</svg>",
  ].join("");
}

/** Few colours: the whole is as light as a photograph of a stamp. */
export async function shareImage(subject: Subject): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  return sharp(Buffer.from(await drawing(subject)))
    .png({ palette: true, colours: 64 })
    .toBuffer();
}
