import { z } from "zod";
import { isHost, LONG_HOST } from "#lib/forms/hosts";
import { clockChange, fromParis } from "#lib/platform/dates";
import { canBeLaidOut, TOO_MARKED } from "#lib/platform/markdown-bounds";

/** Reads of posted fields that every form shares. Line ends become \n, ends are trimmed, control characters refused. */

const CONTROL = /[^\P{Cc}\n\t]/u;
const clean = (value: string) => value.replace(/\r\n?/g, "\n").normalize("NFC").trim();

const bounded = (max: number) =>
  z
    .string()
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, `Ce texte est trop long\u00A0: ${max} caractères au plus.`)
        .refine(
          (value) => !CONTROL.test(value),
          "Ce texte contient un caractère invisible\u00A0: effacez-le et saisissez-le de nouveau.",
        ),
    );

/** @param message the sentence shown when the field is empty @param max in characters */
export const requiredText = (message: string, max: number) =>
  z.string(message).pipe(bounded(max)).pipe(z.string().min(1, message));

const onOneLine = (value: unknown): unknown => (typeof value === "string" ? value.replace(/\s+/g, " ") : value);

/** As `requiredText`, for a name or a title: whatever was pasted, it stands on one line. @param max in characters */
export const requiredLine = (message: string, max = 200) => z.preprocess(onOneLine, requiredText(message, max));

/** An empty field is null. @param max in characters */
export const optionalText = (max = 200) =>
  z
    .string()
    .default("")
    .pipe(bounded(max))
    .transform((value) => value || null);

/** As `optionalText`, on one line. @param max in characters */
export const optionalLine = (max = 200) => z.preprocess(onOneLine, optionalText(max));

/** A field that may come several times, or not at all. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** The first value of a parameter that an address may repeat: for `z.preprocess`, before what reads it. */
export const firstOfRepeated = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

const SEARCH_LENGTH = 200;

/** What a list is searched for, read from its address: too long it is cut, since a search that is dropped finds everything. */
export const searched = () =>
  z
    .preprocess(firstOfRepeated, z.string())
    .catch("")
    .transform((typed) => typed.trim().slice(0, SEARCH_LENGTH).toWellFormed());

/** A box: present when ticked. */
export const tickBox = () => z.preprocess((value) => value !== undefined && value !== "", z.boolean());

/** One text a line; empty lines are dropped. @param max lines */
export const linesOf = (max = 50) =>
  z
    .string()
    .default("")
    .transform((value) =>
      clean(value)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(300, "Une ligne est trop longue\u00A0: 300 caractères au plus."))
        .max(max, `Pas plus de ${max} lignes.`),
    );

/** A whole number. @param message sentence shown when it is missing or out of bounds */
export const wholeNumber = (message: string, min: number, max: number) =>
  z
    .string(message)
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.int().min(min, message).max(max, message));

/** A whole number, or null when the field is empty. @param message sentence shown when it is out of bounds */
export const optionalNumber = (message: string, min: number, max: number) =>
  z
    .string()
    .default("")
    .transform((value) => value.trim())
    .pipe(z.union([z.literal("").transform(() => null), wholeNumber(message, min, max)], message));

export const webAddress = z
  .url({ protocol: /^https?$/, error: "Indiquez une adresse complète, par exemple https://exemple.fr." })
  .max(2000, "Cette adresse est trop longue\u00A0: 2000 caractères au plus.")
  .refine((url) => !URL.canParse(url) || isHost(new URL(url).hostname), LONG_HOST);

const WITHOUT_SCHEME = /^[^\s:/?#@.]+\.[^\s:/?#@]+(?:[:/?#]|$)/;

/** « www.exemple.fr », as people write addresses, is https://www.exemple.fr. */
export const withScheme = (typed: string): string => (WITHOUT_SCHEME.test(typed) ? `https://${typed}` : typed);

/** An http(s) address, or null when the field is empty. */
export const optionalAddress = () =>
  z
    .string()
    .default("")
    .transform((value) => withScheme(value.trim()) || null)
    .pipe(webAddress.nullable());

const CLOCK_CHANGES = {
  skipped:
    "Cette heure n’existe pas à Paris à cause du changement d’heure\u00A0: cette nuit-là, on passe de 2\u00A0h à 3\u00A0h. Choisissez-en une autre.",
  repeated:
    "Cette heure existe deux fois à Paris à cause du changement d’heure\u00A0: cette nuit-là, on revient de 3\u00A0h à 2\u00A0h. Choisissez-en une autre.",
};

/**
 * A `datetime-local` field: a wall-clock time in Paris (YYYY-MM-DDTHH:mm), read as its instant.
 * @param message sentence shown when it is missing
 */
export const parisInstant = (message: string) =>
  z
    .string(message)
    .min(1, message)
    .transform((local, context) => {
      const instant = fromParis(local);
      if (instant) return instant;
      const trap = clockChange(local);
      context.addIssue({ code: "custom", message: trap ? CLOCK_CHANGES[trap] : message });
      return z.NEVER;
    });

/** Long text in Markdown. @param message sentence shown when it is empty */
export const markdown = (message: string) => requiredText(message, 30_000).refine(canBeLaidOut, TOO_MARKED);

/** The same, which may be left empty: null. @param max in characters */
export const optionalMarkdown = (max: number) =>
  optionalText(max).refine((text) => text === null || canBeLaidOut(text), TOO_MARKED);
