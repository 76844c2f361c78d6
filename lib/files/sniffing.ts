import { fileTypeFromBuffer } from "file-type";

/** What a file is by its first bytes, whatever its name says; null for a text, and for what nobody knows. */
export const sniffed = async (bytes: Uint8Array): Promise<string | null> =>
  (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? null;
