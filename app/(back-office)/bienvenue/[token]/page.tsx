import type { Metadata } from "next";
import { welcome } from "#app/(back-office)/bienvenue/[token]/actions";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { SpentLink } from "#components/back-office/auth/spent-link";
import { WelcomeForm } from "#components/back-office/auth/welcome-form";
import { roleMeanings } from "#lib/accounts/labels";
import { findInvitation } from "#lib/auth/invitation-queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Bienvenue" };

export default async function Welcome({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await findInvitation(token, now());
  if (!invitation) {
    return (
      <Gate title="Ce lien n’ouvre plus rien">
        <SpentLink />
      </Gate>
    );
  }
  return (
    <Gate
      title="Bienvenue"
      lead={`Créez votre compte dans l’administration du portail. ${roleMeanings[invitation.role]}`}
    >
      <WelcomeForm action={welcome} token={token} email={invitation.email} />
    </Gate>
  );
}
