import type { Metadata } from "next";
import { ask } from "#app/(back-office)/connexion/mot-de-passe-oublie/actions";
import { ForgottenPasswordForm, LinkSent } from "#components/back-office/accounts/forgotten-password-form";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { issueFormToken } from "#lib/abuse/form-token";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";

export const metadata: Metadata = { title: "Mot de passe oublié" };

type Props = { searchParams: Promise<{ envoye?: string | string[] }> };

export default async function ForgottenPassword({ searchParams }: Props) {
  const { envoye } = await searchParams;
  if (envoye !== undefined) {
    return (
      <Gate title="Regardez votre boîte aux lettres">
        <LinkSent />
      </Gate>
    );
  }
  return (
    <Gate title="Mot de passe oublié" lead="Un lien vous est envoyé, pour en choisir un nouveau.">
      <ForgottenPasswordForm action={ask} formToken={issueFormToken(now())} leaves={env().SMTP_URL !== undefined} />
    </Gate>
  );
}
