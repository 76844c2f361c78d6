import { z } from "zod";

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
export const requiredText = (message: string, max = 200) =>
  z.string(message).pipe(bounded(max)).pipe(z.string().min(1, message));

/** An empty field is null. @param max in characters */
export const optionalText = (max = 200) =>
  z
    .string()
    .default("")
    .pipe(bounded(max))
    .transform((value) => value || null);

/** A field that may come several times, or not at all. */
export const listOf = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** The first value of a parameter that an address may repeat: for `z.preprocess`, before what reads it. */
export const firstOfRepeated = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

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
