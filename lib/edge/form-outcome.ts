import { AsyncLocalStorage } from "node:async_hooks";
import type { z } from "zod";
import { type FormValues, readFormData } from "#lib/forms/state";
import { log } from "#lib/platform/log";

const INCIDENT =
  "Un incident nous empêche d’enregistrer pour le moment. Rien de ce que vous avez saisi n’est perdu\u00A0: réessayez dans quelques instants.";

export type FormOutcome =
  | { ok: true; redirectTo: string }
  | {
      ok: false;
      fieldErrors?: Record<string, string>;
      formError?: string;
      /** Given back beside what was typed: for instance what someone else saved meanwhile. */
      echo?: FormValues;
    };

export function firstErrorByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "")] ??= message;
  return errors;
}

/** Thrown by the guard of an action: the sentence stands above the form, which keeps what was typed. */
export class Refused extends Error {}

export function incident(error: unknown): FormOutcome {
  log().error({ err: error }, "form action failed");
  return { ok: false, formError: INCIDENT };
}

/** One per process, though the front and the pages load this module separately. */
const globals = globalThis as { __outcomes?: AsyncLocalStorage<FormOutcome> };
globals.__outcomes ??= new AsyncLocalStorage();
const outcomes = globals.__outcomes;

/** What became of the form that is being answered, where the front has run it: it is not run again. */
export const knownOutcome = (): FormOutcome | undefined => outcomes.getStore();

export const withOutcome = <T>(outcome: FormOutcome, work: () => T): T => outcomes.run(outcome, work);

/** A form as the front runs it, before the framework. @returns null when a field is wrong: nothing was run */
export type DirectForm = (data: FormData, headers: Headers) => Promise<FormOutcome | null>;

/** What a form does, told apart from how its page is drawn. */
export type FormWork<S extends z.ZodType, G> = {
  schema: S;
  run: (input: z.output<S>, proof: G) => Promise<FormOutcome>;
  /** What else is wrong of a form that its schema refuses, so that everything is said at once. */
  alsoWrong?: (typed: FormValues) => Promise<Record<string, string>>;
};

export const directForm =
  <S extends z.ZodType>({ schema, run }: FormWork<S, Headers>): DirectForm =>
  async (data, headers) => {
    const parsed = await schema.safeParseAsync(readFormData(data));
    return parsed.success ? run(parsed.data, headers).catch(incident) : null;
  };
