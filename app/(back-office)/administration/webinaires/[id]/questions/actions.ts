"use server";

import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { moderationRefusals } from "#lib/questions/labels";
import { moderate } from "#lib/questions/mutations";
import { type Moderation, questionDecision, questionEdit } from "#lib/questions/schema";

type Typed = Moderation & { webinarId: string; id: string; shown: string };

async function run({ webinarId, id, ...change }: Typed, editor: Editor): Promise<FormOutcome> {
  const outcome = await moderate(editor, id, change, now());
  return outcome.ok
    ? { ok: true, redirectTo: paths.adminWebinar(webinarId, "questions", { fait: "enregistre" }) }
    : { ok: false, formError: moderationRefusals[outcome.reason] };
}

export const decide = formAction({ guard: currentEditor, schema: questionDecision, run });

export const edit = formAction({ guard: currentEditor, schema: questionEdit, run });
