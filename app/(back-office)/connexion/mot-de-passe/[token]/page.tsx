import type { Metadata } from "next";
import { choose } from "#app/(back-office)/connexion/mot-de-passe/[token]/actions";
import { NewPasswordForm, SpentPasswordLink } from "#components/back-office/accounts/new-password-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { findAccountLink } from "#lib/accounts/link-queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Nouveau mot de passe" };

export default async function NewPassword({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findAccountLink(token, "password", now());
  if (!link) {
    return (
      <Gate title="Ce lien n’ouvre plus rien">
        <SpentPasswordLink />
      </Gate>
    );
  }
  return (
    <Gate title="Nouveau mot de passe" lead={`Pour le compte de ${link.user.name}.`}>
      <NewPasswordForm action={choose} token={token} email={link.user.email} />
    </Gate>
  );
}
