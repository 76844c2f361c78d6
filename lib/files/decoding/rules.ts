/** Bytes that begin a text and name its encoding; those of UTF-8 say nothing more than the text. */
const MARKS: [encoding: string, mark: number[]][] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

const SAMPLE = 2_000;

/** UTF-16 without its mark: every other byte is mostly zero. */
function looksWide(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  return sample.filter((byte, index) => index % 2 === 1 && byte === 0).length > sample.length / 4;
}

/** What a text is written in when it is not UTF-8 does not say so: an old Excel on Windows, in our countries. */
const FALLBACK = "windows-1252";

/** Signs that no text means and that no column takes, whatever the file that holds them. */
const UNWRITTEN = /[^\P{Cc}\t\n\r]|\uFFFE|\uFFFF/gu;
const CONTROL = /[^\P{Cc}\t\n\r]/u;
export const written = (text: string): string => text.toWellFormed().replace(UNWRITTEN, "");

/** A text of unknown encoding, as `encodedAs` finds it out, that a column can take. */
export const decoded = (bytes: Uint8Array): string => written(encodedAs(bytes));

/** Whether no sign stands there that no text means. */
export const isText = (bytes: Uint8Array): boolean => !CONTROL.test(encodedAs(bytes));

/** UTF-8, UTF-16 (Teams) or Windows-1252 (Excel). The byte order mark is left out. */
function encodedAs(bytes: Uint8Array): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const encoding = marked ?? (looksWide(bytes) ? "utf-16le" : "utf-8");
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder(FALLBACK).decode(bytes);
    throw error;
  }
}
