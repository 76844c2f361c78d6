import { mailVariableWords } from "#lib/mail/labels";
import { MAIL_VARIABLES, type MailKind, type MailTemplate, type MailVariable } from "#lib/mail/schema";
import { quoted, slugify } from "#lib/platform/text";

const BRACED = /\{([^{}\n]*)\}/g;

const NAMES = Object.keys(mailVariableWords) as MailVariable[];

/** The variable that words designate: its name, or its French words with or without accents. */
function designated(words: string): MailVariable | undefined {
  const slug = slugify(words);
  return NAMES.find((name) => name === words.trim() || slugify(mailVariableWords[name]) === slug);
}

export const withFrenchNames = (text: string): string =>
  text.replace(BRACED, (braced, name: string) => {
    const words = mailVariableWords[name as MailVariable];
    return words ? `{${words}}` : braced;
  });

export const withVariableNames = (text: string): string =>
  text.replace(BRACED, (braced, words: string) => {
    const name = designated(words);
    return name ? `{${name}}` : braced;
  });

export const variablesIn = (text: string): string[] => [...text.matchAll(BRACED)].map(([, name = ""]) => name);

/** Whether a variable fits in a subject: a personal address would stay readable there for ever, a list has no room. */
const fitsInSubject = (name: MailVariable) => !/^(?:sessions|pages|news)$|Url$/.test(name);

export const allowedIn = (kind: MailKind, part: keyof MailTemplate): MailVariable[] =>
  MAIL_VARIABLES[kind].filter((name) => part === "body" || fitsInSubject(name));

/**
 * What is wrong with the braces of a text.
 * @param text with the names of the variables
 * @returns a French sentence naming the words at fault and those that are allowed, null when all is well
 */
export function bracesFault(kind: MailKind, part: keyof MailTemplate, text: string): string | null {
  const allowed: readonly string[] = allowedIn(kind, part);
  const wrong = variablesIn(text).find((name) => !allowed.includes(name));
  if (wrong !== undefined) return `${complaint(wrong, part)} Vous pouvez écrire\u00A0: ${listed(allowed)}.`;
  const alone = /.{0,12}[{}].{0,12}/.exec(text.replace(BRACED, "\n"));
  if (!alone) return null;
  return `Une accolade est seule dans ${quoted(alone[0].trim())}. Une information s’écrit entre deux accolades\u00A0: ${listed(allowed)}.`;
}

const listed = (names: readonly string[]) =>
  names.map((name) => `{${mailVariableWords[name as MailVariable]}}`).join(", ");

function complaint(name: string, part: keyof MailTemplate): string {
  const words = mailVariableWords[name as MailVariable];
  if (!words) return `${quoted(`{${name}}`)} n’existe pas.`;
  return `${quoted(`{${words}}`)} n’a pas sa place dans ${part === "subject" ? "cet objet" : "ce message"}.`;
}
