import { readFile } from "node:fs/promises";
import { ImageResponse } from "next/og";
import { ShareImage } from "#components/site/share-image";
import { PROJECT_ROOT } from "#lib/platform/root";
import { SITE_NAME } from "#lib/platform/site-name";

export const alt = SITE_NAME;
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

export default async function OpenGraphImage() {
  const data = await readFile(`${PROJECT_ROOT}public/fonts/young-serif.woff`);
  return new ImageResponse(<ShareImage />, {
    ...size,
    fonts: [{ name: "Young Serif", data, style: "normal", weight: 400 }],
  });
}
