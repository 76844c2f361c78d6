"use server";

import { type AccountAct, accountAct, invitationForm, invitationTarget, roleForm } from "#lib/accounts/schema";
import {
  type AccountRefusal,
  changeRole,
  closeSessionsOf,
  inviteColleague,
  removeSecondFactor,
  setDisabled,
  withdrawInvitation,
} from "#lib/accounts/team-mutations";
import type { Administrator } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { provenAdministrator } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import type { Result } from "#lib/platform/result";

const REFUSED: Record<AccountRefusal, string> = {
  own: "Personne ne change son propre compte ici\u00A0: demandez à une autre administratrice.",
  unknown: "Ce compte n’existe plus.",
  "no-centre": "Ce centre n’est pas de ceux qui peuvent avoir un partenaire\u00A0: rechargez la page.",
  overtaken: "Vous n’êtes plus administratrice\u00A0: rien n’est changé.",
};

const done = (fait: string): FormOutcome => ({ ok: true, redirectTo: paths.adminList("comptes", { fait }) });

const told = (outcome: Result<object, AccountRefusal>, fait: string): FormOutcome =>
  outcome.ok ? done(fait) : { ok: false, formError: REFUSED[outcome.reason] };

export const invite = formAction({
  guard: provenAdministrator,
  schema: invitationForm,
  run: async (input, administrator) => {
    const outcome = await inviteColleague(administrator, input, now());
    if (outcome.ok) return done("invitation");
    if (outcome.reason === "no-centre") return { ok: false, fieldErrors: { centreId: REFUSED["no-centre"] } };
    return { ok: false, fieldErrors: { email: "Cette adresse a déjà un compte." } };
  },
});

export const withdraw = formAction({
  guard: provenAdministrator,
  schema: invitationTarget,
  run: async ({ key }, administrator) => {
    await withdrawInvitation(administrator, key, now());
    return done("invitation-retiree");
  },
});

export const setRole = formAction({
  guard: provenAdministrator,
  schema: roleForm,
  run: async ({ id, ...place }, administrator) => told(await changeRole(administrator, id, place, now()), "role"),
});

const ACTS: Record<
  AccountAct,
  (administrator: Administrator, id: string, at: Date) => ReturnType<typeof closeSessionsOf>
> = {
  disable: (administrator, id, at) => setDisabled(administrator, id, true, at),
  enable: (administrator, id, at) => setDisabled(administrator, id, false, at),
  "close-sessions": closeSessionsOf,
  "remove-second-factor": removeSecondFactor,
};

export const act = formAction({
  guard: provenAdministrator,
  schema: accountAct,
  run: async ({ id, act: what }, administrator) => told(await ACTS[what](administrator, id, now()), "compte-change"),
});
