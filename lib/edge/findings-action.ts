import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import type { FormOutcome } from "#lib/edge/form-outcome";
import type { AnyDesk } from "#lib/edit-forms/desk";
import { typedIn } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { asAnswer, type Finding } from "#lib/editorial/schema";
import type { FormValues } from "#lib/forms/state";
import { EDITORIAL_NOUNS, type EditorialNoun } from "#lib/nouns/cards";

export type FindingsOf = (
  editor: Editor,
  fields: readonly EditField[],
  values: FormValues,
  at: Date,
) => Promise<Finding[]>;

/** The schema and the work of what a form asks while somebody writes, for `formAction`: the answer is what it echoes. */
export const findingsAction = (
  deskOf: (noun: EditorialNoun) => AnyDesk,
  findingsOf: FindingsOf,
  clock: () => Date,
) => ({
  schema: z.looseObject({ noun: z.enum(EDITORIAL_NOUNS) }),
  run: async (
    { noun, ...posted }: Readonly<Record<string, unknown>> & { noun: EditorialNoun },
    editor: Editor,
  ): Promise<FormOutcome> => {
    const fields = await deskOf(noun).fields(editor);
    const found = await findingsOf(editor, fields, typedIn(fields, posted), clock());
    return { ok: false, echo: { findings: asAnswer(found) } };
  },
});
