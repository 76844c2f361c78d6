import { readFile } from "node:fs/promises";
import { ImageResponse } from "next/og";
import { ShareImage } from "#components/site/share-image";
import { PROJECT_ROOT } from "#lib/platform/root";
import { SITE_NAME } from "#lib/platform/site-name";

export const alt = SITE_NAME;
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

/** The renderer knows no media query: the drawing is given by day. */
const byDay = (drawing: string) => drawing.replace(/@media[^{@]*\{(?:[^{}@]*\{[^{}@]*\})*\}/, "");

export default async function OpenGraphImage() {
  const [data, drawing] = await Promise.all([
    readFile(`${PROJECT_ROOT}public/fonts/young-serif.woff`),
    readFile(`${PROJECT_ROOT}public/images/territoire.svg`, "utf8"),
  ]);
  const landscape = `data:image/svg+xml;base64,${Buffer.from(byDay(drawing)).toString("base64")}`;
  return new ImageResponse(<ShareImage landscape={landscape} />, {
    ...size,
    fonts: [{ name: "Young Serif", data, style: "normal", weight: 400 }],
  });
}
