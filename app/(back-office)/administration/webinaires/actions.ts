"use server";

import { currentEditor } from "#lib/auth/session";
import { saving } from "#lib/editorial/saving";
import { formAction } from "#lib/forms/action";
import { now } from "#lib/platform/clock";
import { editableWebinarFields } from "#lib/webinars/editing";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinarForEditor } from "#lib/webinars/queries";
import { webinarEdit } from "#lib/webinars/schema";

/** Creates or saves a webinar. */
export const save = formAction({
  guard: currentEditor,
  ...saving({
    noun: "webinar",
    clock: now,
    schema: webinarEdit,
    slugFrom: ["title"],
    fields: editableWebinarFields,
    values: (row) => ({ ...row }),
    find: findWebinarForEditor,
    save: saveWebinar,
  }),
});
