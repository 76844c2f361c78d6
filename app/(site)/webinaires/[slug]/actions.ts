"use server";

import { formAction } from "#lib/edge/form-action";
import { requestHeaders } from "#lib/edge/request-headers";
import { now } from "#lib/platform/clock";
import { registrationForm } from "#lib/site/registration-form";

export const registerForWebinar = formAction({ ...registrationForm(now), guard: requestHeaders });
