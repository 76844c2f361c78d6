import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { setUp } from "#app/(back-office)/administration/mon-compte/second-facteur/actions";
import { SecondFactorScreen } from "#components/back-office/accounts/second-factor";
import { findEnrolling, offerOf } from "#lib/accounts/second-factor-queries";
import { isProven } from "#lib/auth/rules";
import { requireAccount } from "#lib/edge/session";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

export const metadata: Metadata = { title: "Second facteur" };

export default async function SecondFactor() {
  const { account, key, email, provenAt, hasSecondFactor } = await requireAccount();
  if (!isProven(provenAt, now()))
    redirect(paths.signInStep("confirmer", { retour: paths.adminEdit("mon-compte", "second-facteur") }));
  const offer = offerOf(await findEnrolling(account, key), email);
  return <SecondFactorScreen action={setUp} offer={offer} replaces={hasSecondFactor} />;
}
