import { optionalText } from "#lib/forms/fields";

/** What is looked for in a text while it is written, and whether it keeps somebody from reading it. */
export const CHECKS = {
  alternative: true,
  "heading-jump": false,
  "heading-lost": false,
  "link-words": true,
  "bare-address": false,
  "dead-link": true,
  "lost-page": true,
  "lost-reference": true,
  document: false,
  table: true,
  transcript: true,
  acronym: false,
  figure: false,
  title: false,
} as const satisfies Record<string, boolean>;

export type Check = keyof typeof CHECKS;

/** Something found in the markup of a text: the words that it is about, and the line where they stand. */
export type Found = { check: Check; words: string; line: number };

/** What a check says of a field. */
export type Finding = {
  check: Check;
  /** Name of the field. */
  field: string;
  /** Of the text of the field, from one; null when it is about the whole. */
  line: number | null;
  message: string;
};

export const isHarmful = ({ check }: { check: Check }): boolean => CHECKS[check];

const isFinding = (one: unknown): boolean =>
  typeof one === "object" && one !== null && "message" in one && "check" in one && String(one.check) in CHECKS;

/** Findings as a form is answered them. */
export const asAnswer = (found: readonly Finding[]): string => JSON.stringify(found);

/** @returns null for what is no answer of this portal: read by hand, since schemas compute functions, which pages forbid */
export function readAnswer(answer: string): Finding[] | null {
  try {
    const read: unknown = JSON.parse(answer);
    return Array.isArray(read) && read.every(isFinding) ? read : null;
  } catch {
    return null;
  }
}

const REASON_LENGTH = 300;

/** Why something is published although it harms readers. */
export const despiteField = { despite: optionalText(REASON_LENGTH) };
/** What a form is answered when it must say so. */
export const DESPITE_ASKED = "despite.asked";
