import { parseText } from "media-captions";
import { z } from "zod";
import { optionalText } from "#lib/forms/fields";
import type { Result } from "#lib/platform/result";
import { excerpt, quoted } from "#lib/platform/text";
import { areCaptions, transcriptOf, withoutStrayTags } from "#lib/webinars/captions/rules";

/**
 * Subtitles as paragraphs that begin with a time code, « [00:12:34] Bonjour… ».
 * @param text the whole content of a WebVTT or SRT file, without byte-order mark
 * @returns the reason is the first line of time that cannot be read; empty when nothing is said
 */
export async function readCaptions(text: string): Promise<Result<{ transcript: string }, string>> {
  const { cues } = await parseText(withoutStrayTags(text), { type: text.startsWith("WEBVTT") ? "vtt" : "srt" });
  return transcriptOf(text, cues);
}

const TRANSCRIPT_LENGTH = 200_000;
const CAPTIONS_LENGTH = 1_000_000;

export const transcriptText = optionalText(CAPTIONS_LENGTH)
  .transform((pasted, context) => {
    // Only subtitles are waited for: any other text is also read at once.
    if (pasted === null || !areCaptions(pasted)) return pasted ?? "";
    return readCaptions(pasted).then((read) => {
      if (read.ok) return read.transcript;
      const where = read.reason && ` à partir de la ligne ${quoted(excerpt(read.reason, 60))}`;
      const message = `Ces sous-titres n’ont pas pu être lus${where}. Copiez de nouveau tout le contenu du fichier, lignes vides comprises, ou collez un texte simple.`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    });
  })
  .pipe(z.string().max(TRANSCRIPT_LENGTH, `Ce texte est trop long\u00A0: ${TRANSCRIPT_LENGTH} caractères au plus.`));
