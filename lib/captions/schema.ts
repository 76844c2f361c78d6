import { parseText } from "media-captions";
import { z } from "zod";
import { cuesIn } from "#lib/captions/cues/rules";
import { areCaptions, type Reading, transcriptOf, withoutStrayTags } from "#lib/captions/rules";
import { optionalText } from "#lib/forms/fields";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";
import type { Result } from "#lib/platform/result";
import { counted, excerpt, quoted } from "#lib/platform/text";

/**
 * Subtitles as paragraphs that begin with a time code, « [00:12:34] Bonjour… ».
 * @param text the whole content of a WebVTT or SRT file
 * @returns the reason is the first line of time that cannot be read; empty when nothing is said
 */
export async function readCaptions(text: string): Promise<Result<Reading, string>> {
  const read = cuesIn(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
  const { cues } = await parseText(withoutStrayTags(read.canonical), { type: "vtt" });
  return transcriptOf(read, cues);
}

const TRANSCRIPT_LENGTH = 200_000;
export const CAPTIONS_LENGTH = 1_000_000;

const LONGEST_LINE = 60;
const lineWords = (line: string | undefined) =>
  line ? ` à partir de la ligne ${quoted(excerpt(line, LONGEST_LINE))}` : "";

const unreadWords = (line: string) =>
  `Ces sous-titres n’ont pas pu être lus${lineWords(line)}. Copiez de nouveau tout le contenu du fichier, lignes vides comprises, ou collez un texte simple.`;

export const keptWords = ({ cues, words }: Pick<Reading, "cues" | "words">) =>
  `${counted(cues.kept, "sous-titre", "sous-titres")} sur ${cues.of} et ${counted(words.kept, "mot", "mots")} sur ${words.of}`;

const partWords = ({ unread, ...reading }: Reading) =>
  `Ces sous-titres n’ont été lus qu’en partie${lineWords(unread[0])}\u00A0: ${keptWords(reading)}. Ce qui a été lu est dans ce champ, les mots d’un temps incompris à la suite de ceux d’avant\u00A0: relisez, puis enregistrez.`;

export const transcriptText = optionalText(CAPTIONS_LENGTH)
  .transform((pasted, context) => {
    // Only subtitles are waited for: any other text is also read at once.
    if (pasted === null || !areCaptions(pasted)) return pasted ?? "";
    return readCaptions(pasted).then((read) => {
      const isWhole = read.ok && read.cues.kept === read.cues.of && read.words.kept === read.words.of;
      if (isWhole) return read.transcript;
      const message = read.ok ? partWords(read) : unreadWords(read.reason);
      context.addIssue({ code: "custom", message, ...(read.ok && { params: { instead: read.transcript } }) });
      return z.NEVER;
    });
  })
  .pipe(
    z
      .string()
      .max(TRANSCRIPT_LENGTH, `Ce texte est trop long\u00A0: ${TRANSCRIPT_LENGTH} caractères au plus.`)
      .refine(canBeLaidOut, TOO_MARKED),
  );

/** A transcript as its editor goes on with it: subtitles that were read whole are its paragraphs. */
export async function readableTranscript(typed: string | string[] | undefined): Promise<string> {
  const text = [typed ?? ""].flat().join("\n");
  const read = areCaptions(text) ? await transcriptText.safeParseAsync(text) : null;
  return read?.success ? read.data : text;
}
