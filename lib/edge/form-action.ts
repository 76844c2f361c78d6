import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type FormAction, type FormState, type FormValues, readFiles, readFormData } from "#lib/forms/state";
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

/**
 * Makes a server action: guard, parse, run, then redirect (303) or show the form again with what was typed.
 * @param options.guard runs first, and throws or redirects when the person may not act; `run` is given its result
 * @param options.secrets names of fields that are never sent back
 */
export function formAction<S extends z.ZodType, G = undefined>(options: {
  schema: S;
  guard?: () => Promise<G>;
  run: (input: z.output<S>, proof: G) => Promise<FormOutcome>;
  secrets?: readonly string[];
}): FormAction {
  return async (previous, posted) => {
    // Named by a form without what it showed, an action is given the form alone.
    const data = previous instanceof FormData ? previous : posted;
    const proof = (await options.guard?.()) as G;
    const typed = readFormData(data);
    const values = Object.fromEntries(Object.entries(typed).filter(([name]) => !options.secrets?.includes(name)));
    const invalid = (fieldErrors: Record<string, string>, formError?: string, echo?: FormValues): FormState => ({
      status: "invalid",
      values: { ...values, ...echo },
      fieldErrors,
      ...(formError && { formError }),
    });

    const parsed = await options.schema.safeParseAsync({ ...typed, ...readFiles(data) });
    if (!parsed.success) return invalid(firstErrorByField(parsed.error), undefined, proposals(parsed.error));
    const outcome = await options.run(parsed.data, proof).catch((error: unknown): FormOutcome => {
      unstable_rethrow(error);
      log().error({ err: error }, "form action failed");
      return { ok: false, formError: INCIDENT };
    });
    if (outcome.ok) redirect(outcome.redirectTo);
    return invalid(outcome.fieldErrors ?? {}, outcome.formError, outcome.echo);
  };
}

function firstErrorByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[String(path[0] ?? "")] ??= message;
  return errors;
}

/** What a refusal offers in place of what was typed, for whoever agrees to send it. */
const proposals = (error: z.ZodError): FormValues =>
  Object.fromEntries(
    error.issues.flatMap((issue) => {
      const instead: unknown = issue.code === "custom" ? issue.params?.instead : undefined;
      return typeof instead === "string" ? [[String(issue.path[0] ?? ""), instead]] : [];
    }),
  );
