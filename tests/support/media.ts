import sharp from "sharp";
import { keepMedia } from "#lib/media/mutations";
import { AT } from "#tests/support/clock";
import { makeEditor } from "#tests/support/factories";

/** A photograph that says where it was taken. */
export const photograph = async (width = 64, height = 32): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#0e5a55" } })
      .jpeg()
      .withExif({ IFD0: { Copyright: "Marie" }, IFD3: { GPSLatitude: "45/1 45/1 0/1" } })
      .toBuffer(),
  );

/** @returns the number of a file of the portal */
export async function makeMedia(bytes: Uint8Array, name = "Guide des alliances.pdf"): Promise<string> {
  const kept = await keepMedia(await makeEditor(), { name, bytes }, { credit: null, licence: null }, AT);
  if (!kept.ok) throw new Error(`The file was refused: ${kept.reason}.`);
  return kept.id;
}
