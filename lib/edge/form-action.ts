import { redirect, unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import {
  type FormOutcome,
  type FormWork,
  firstErrorByField,
  incident,
  knownOutcome,
  Refused,
} from "#lib/edge/form-outcome";
import { type FormAction, type FormState, type FormValues, readFiles, readFormData } from "#lib/forms/state";

/**
 * Makes a server action: guard, parse, run, then redirect (303) or show the form again with what was typed.
 * @param options.guard runs first, and redirects or throws a `Refused` when the person may not act; `run` is given its result
 * @param options.secrets names of fields that are never sent back
 * @param options.mute nothing of what was typed is sent back
 */
export function formAction<S extends z.ZodType, G = undefined>(
  options: FormWork<S, G> & { guard?: () => Promise<G>; secrets?: readonly string[]; mute?: boolean },
): FormAction {
  return async (previous, posted) => {
    // Named by a form without what it showed, an action is given the form alone.
    const data = previous instanceof FormData ? previous : posted;
    const typed = readFormData(data);
    const isSentBack = (name: string) => !options.mute && !options.secrets?.includes(name);
    const values = Object.fromEntries(Object.entries(typed).filter(([name]) => isSentBack(name)));
    const invalid = (fieldErrors: Record<string, string>, formError?: string, echo?: FormValues): FormState => ({
      status: "invalid",
      values: { ...values, ...echo },
      fieldErrors,
      ...(formError && { formError }),
    });
    const guarded = await guardedBy(options.guard);
    if (guarded instanceof Refused) return invalid({}, guarded.message);
    const proof = guarded as G;

    const parsed = await options.schema.safeParseAsync({ ...typed, ...readFiles(data) });
    if (!parsed.success) {
      const wrong = { ...firstErrorByField(parsed.error), ...(await options.alsoWrong?.(typed)) };
      return invalid(wrong, undefined, proposals(parsed.error));
    }
    const run = () =>
      options.run(parsed.data, proof).catch((error: unknown): FormOutcome => {
        unstable_rethrow(error);
        return incident(error);
      });
    const outcome = knownOutcome() ?? (await run());
    if (outcome.ok) redirect(outcome.redirectTo);
    return invalid(outcome.fieldErrors ?? {}, outcome.formError, outcome.echo);
  };
}

const guardedBy = async (guard: (() => Promise<unknown>) | undefined): Promise<unknown> => {
  try {
    return await guard?.();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
};

/** What a refusal offers in place of what was typed, for whoever agrees to send it. */
const proposals = (error: z.ZodError): FormValues =>
  Object.fromEntries(
    error.issues.flatMap((issue) => {
      const instead: unknown = issue.code === "custom" ? issue.params?.instead : undefined;
      return typeof instead === "string" ? [[String(issue.path[0] ?? ""), instead]] : [];
    }),
  );
