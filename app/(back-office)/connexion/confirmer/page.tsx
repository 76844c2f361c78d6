import type { Metadata } from "next";
import { confirmCode, confirmPassword } from "#app/(back-office)/connexion/confirmer/actions";
import { CodeForm } from "#components/back-office/accounts/code-form";
import { IdentityForm } from "#components/back-office/accounts/identity-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { issueFormToken } from "#lib/abuse/form-token";
import { safeReturnPath } from "#lib/edge/return-path";
import { requireAccount } from "#lib/edge/session";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Est-ce bien vous\u202F?" };

type Props = { searchParams: Promise<{ retour?: string | string[] }> };

const LEAD =
  "Avant de télécharger des personnes ou de toucher aux comptes, le portail vérifie que c’est toujours vous. Ensuite, refaites votre demande : elle n’est pas encore partie.";

export default async function ConfirmIdentity({ searchParams }: Props) {
  const { hasSecondFactor } = await requireAccount();
  const back = safeReturnPath((await searchParams).retour) ?? "";
  return (
    <Gate title={"Est-ce bien vous\u202F?"} lead={LEAD}>
      {hasSecondFactor ? (
        <CodeForm action={confirmCode} back={back} />
      ) : (
        <IdentityForm action={confirmPassword} back={back} formToken={issueFormToken(now())} />
      )}
    </Gate>
  );
}
