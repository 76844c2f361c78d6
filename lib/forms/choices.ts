import { z } from "zod";
import { firstOfRepeated, listOf } from "#lib/forms/fields";

/** The identifier of another item, chosen in a list. @param message sentence shown when the value is none */
export const identifier = (message: string) => z.uuid(message);

/** Identifiers of other items, ticked in a list: once each, sorted. @param message sentence shown when one is none */
export const identifiers = (message: string) =>
  listOf(z.uuid(message).toLowerCase()).transform((ids) => [...new Set(ids)].sort());

/** Values of an enum, ticked in a list: once each. @param message sentence shown when one is none */
export const choicesOf = <const E extends Record<string, string>>(values: E, message: string) =>
  listOf(z.enum(values, message)).transform((chosen) => [...new Set(chosen)]);

/** A value of an enum as addresses spell it; itself, the spelling of before, is understood. */
export const spelledChoice = (spellings: Readonly<Record<string, string>>) =>
  z
    .string()
    .transform((typed) => (Object.hasOwn(spellings, typed) ? spellings[typed] : typed))
    .pipe(z.enum(Object.values(spellings)));

/** A value read from an address, the first when it is repeated: what is unknown is as if there were none. */
export const oneChoice = <S extends z.ZodType>(schema: S) =>
  z.preprocess(firstOfRepeated, schema.optional()).catch(undefined);

/** The values that addresses spell so. */
export const valuesSpelled = <V extends string>(spellings: Readonly<Record<V, string>>, spelled: readonly string[]) =>
  (Object.keys(spellings) as V[]).filter((value) => spelled.includes(spellings[value]));

/** As `choicesOf`, where at least one is needed. @param missing sentence shown when there is none */
export const someOf = <const E extends Record<string, string>>(values: E, message: string, missing: string) =>
  choicesOf(values, message).refine((chosen) => chosen.length > 0, missing);

/** A choice that may be left empty: null. @param message sentence shown when the value is not an identifier */
export const optionalIdentifier = (message: string) =>
  z
    .string()
    .default("")
    .pipe(z.union([z.literal("").transform(() => null), z.uuid()], message));
