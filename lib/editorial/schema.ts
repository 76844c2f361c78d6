import { z } from "zod";
import { listOf, requiredText } from "#lib/forms/fields";
import { clockChange, fromParis } from "#lib/platform/dates";
import { Confidence } from "#prisma/enums";

/** What editors write, publish, schedule and withdraw. Names of the journal, too. */
export const EDITORIAL_NOUNS = ["need", "centre", "resource", "webinar", "page", "term", "figure"] as const;
export type EditorialNoun = (typeof EDITORIAL_NOUNS)[number];

/** What an editor may do to the publication of an item. */
export type PublicationChange = { kind: "publish" } | { kind: "schedule"; at: Date } | { kind: "withdraw" };

/** State of one row of an editors' list. */
export type EditorialState = {
  id: string;
  slug: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  updatedAt: Date;
  version: number;
  confidence: Confidence;
};

/** Values of an edit form, with what its page says about the row. */
export type Edited<Values> = Omit<Values, "id"> & EditorialState;

/**
 * One field of an edit form, as data: the form, its first values, what a colleague saved meanwhile and the words of the
 * journal are all made of it. `lines` is one text a line, `instant` a wall-clock time in Paris, `day` a date alone.
 */
export type EditField = {
  name: string;
  label: string;
  hint?: string;
  /** Title of the part of the form where it stands. */
  group: string;
  required?: boolean;
  /** Another name under which the schema may say what is wrong here. */
  errorName?: string;
} & (
  | { kind: "line" | "number" | "address" | "day" | "instant" | "lines" | "text" | "markdown" | "tick" }
  | { kind: "choice" | "choices"; options: readonly { value: string; label: string }[] }
);

const UNKNOWN = "Cette fiche n’existe pas.";
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The identifier of another item, chosen in a list. @param message sentence shown when the value is none */
export const identifier = (message: string) => z.uuid(message);

/** Identifiers of other items, ticked in a list: once each, sorted. @param message sentence shown when one is none */
export const identifiers = (message: string) =>
  listOf(z.uuid(message).toLowerCase()).transform((ids) => [...new Set(ids)].sort());

/** Values of an enum, ticked in a list: once each. @param message sentence shown when one is none */
export const choicesOf = <const E extends Record<string, string>>(values: E, message: string) =>
  listOf(z.enum(values, message)).transform((chosen) => [...new Set(chosen)]);

/** The same, where at least one is needed. @param missing sentence shown when there is none */
export const someOf = <const E extends Record<string, string>>(values: E, message: string, missing: string) =>
  choicesOf(values, message).refine((chosen) => chosen.length > 0, missing);

/** A choice that may be left empty: null. @param message sentence shown when the value is not an identifier */
export const optionalIdentifier = (message: string) =>
  z
    .string()
    .default("")
    .pipe(z.union([z.literal("").transform(() => null), z.uuid()], message));

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

/** A complete http(s) address. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: "Indiquez une adresse complète, par exemple https://exemple.fr." })
  .max(2000, "Cette adresse est trop longue\u00A0: 2000 caractères au plus.");

/** A complete http(s) address, or null when the field is empty. */
export const optionalAddress = () =>
  z
    .string()
    .default("")
    .transform((value) => value.trim() || null)
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
export const markdown = (message: string) => requiredText(message, 30_000);

/**
 * Fields of every edit form. `id` is empty to create, `version` is the one that the form was opened on,
 * `source` and `confidence` say where the facts come from and how sure they are.
 */
export const editorialFields = {
  id: z
    .string()
    .optional()
    .transform((value) => value || undefined)
    .pipe(z.uuid(UNKNOWN).optional()),
  version: z.coerce.number(UNKNOWN).int(UNKNOWN).min(0, UNKNOWN).default(0),
  slug: requiredText("Indiquez la fin de l’adresse de la page.", 120).pipe(
    z.string().regex(SLUG, "Utilisez des lettres minuscules sans accent, des chiffres et des tirets."),
  ),
  source: requiredText("Indiquez d’où viennent ces informations.", 500),
  confidence: z.enum(Confidence, "Indiquez si ces informations sont documentées ou à confirmer."),
};

/** Rank in the public lists, smallest first. */
export const position = wholeNumber("Indiquez un rang, par exemple 1.", 0, 9999);
