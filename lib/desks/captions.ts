import { z } from "zod";
import { areCaptions } from "#lib/captions/rules";
import { CAPTIONS_LENGTH, keptWords, readCaptions } from "#lib/captions/schema";

/** What was kept of a whole file of subtitles, for the address that a save leads to; nothing of any other text. */
export const captionsKept = z
  .string()
  .max(CAPTIONS_LENGTH)
  .transform(async (pasted): Promise<Readonly<Record<string, number>>> => {
    const read = areCaptions(pasted) ? await readCaptions(pasted) : null;
    return read?.ok ? { soustitres: read.cues.kept, mots: read.words.kept } : {};
  })
  .catch({});

const count = z.coerce.number().int().positive();
const kept = z.object({ soustitres: count, mots: count });

/** What the address says of subtitles that were just saved. */
export function captionsWords(search: Readonly<Record<string, unknown>>): string | undefined {
  const { data } = kept.safeParse(search);
  if (!data) return undefined;
  const { soustitres, mots } = data;
  const words = keptWords({ cues: { kept: soustitres, of: soustitres }, words: { kept: mots, of: mots } });
  return `Les sous-titres ont été lus en entier\u00A0: ${words}.`;
}
