/** In pixels: more than a screen shows, less than what exhausts a machine. */
const LONGEST_SIDE = 2_400;
const MOST_PIXELS = 60_000_000;
const SECONDS = 20;

const FORMATS = { "image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp" } as const;
type Mime = keyof typeof FORMATS;

export const isImage = (mime: string): mime is Mime => Object.hasOwn(FORMATS, mime);

/**
 * Drawn anew: upright, bounded, and without what its maker wrote in it, the place where it was taken among others.
 * @returns null when it cannot be drawn
 */
export async function drawnAnew(
  bytes: Uint8Array,
  mime: Mime,
): Promise<{ bytes: Uint8Array; width: number; height: number } | null> {
  const { default: sharp } = await import("sharp");
  const box = { width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true } as const;
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .timeout({ seconds: SECONDS })
      .rotate()
      .resize(box)
      .toFormat(FORMATS[mime])
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
