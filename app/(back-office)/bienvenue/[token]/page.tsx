import type { Metadata } from "next";
import { welcome } from "#app/(back-office)/bienvenue/[token]/actions";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { SpentLink } from "#components/back-office/auth/spent-link";
import { WelcomeForm } from "#components/back-office/auth/welcome-form";
import { findInvitation } from "#lib/auth/invitation-queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Premier compte" };

export default async function Welcome({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  if (!(await findInvitation(token, now()))) {
    return (
      <Gate title="Ce lien n’ouvre plus rien">
        <SpentLink />
      </Gate>
    );
  }
  return (
    <Gate title="Bienvenue" lead="Créez votre compte : il pourra tout faire dans l’administration du portail.">
      <WelcomeForm action={welcome} token={token} />
    </Gate>
  );
}
