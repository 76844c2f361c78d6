"use server";

import { redirect } from "next/navigation";
import { secondFactorForm } from "#lib/accounts/schema";
import { setUpSecondFactor } from "#lib/accounts/second-factor-mutations";
import { findEnrolling } from "#lib/accounts/second-factor-queries";
import { isProven } from "#lib/auth/rules";
import { formAction } from "#lib/edge/form-action";
import { requireAccount } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const REFUSED = {
  "wrong-code":
    "Ce code n’est pas celui que votre application devrait montrer. Attendez le suivant, et vérifiez que l’heure du téléphone est réglée automatiquement.",
  stale: "Un second facteur vient d’être mis en place\u00A0: rechargez la page.",
};

export const setUp = formAction({
  guard: requireAccount,
  schema: secondFactorForm,
  secrets: ["code"],
  run: async ({ code }, { account, key, provenAt }) => {
    if (!isProven(provenAt, now()))
      redirect(paths.signInStep("confirmer", { retour: paths.adminEdit("mon-compte", "second-facteur") }));
    const outcome = await setUpSecondFactor(account, await findEnrolling(account, key), code, now());
    if (outcome.ok) return { ok: true, redirectTo: paths.adminList("mon-compte", { fait: "telephone" }) };
    const error = REFUSED[outcome.reason];
    return outcome.reason === "stale" ? { ok: false, formError: error } : { ok: false, fieldErrors: { code: error } };
  },
});
