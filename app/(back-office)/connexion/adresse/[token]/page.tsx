import type { Metadata } from "next";
import { confirm } from "#app/(back-office)/connexion/adresse/[token]/actions";
import { EmailLink, SpentEmailLink } from "#components/back-office/accounts/email-link";
import { Gate } from "#components/back-office/auth/sign-in-layout";
import { findAccountLink } from "#lib/accounts/link-queries";
import { now } from "#lib/platform/clock";

export const metadata: Metadata = { title: "Confirmer une adresse" };

export default async function NewEmail({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findAccountLink(token, "email", now());
  return (
    <Gate title={link ? "Confirmez votre adresse" : "Ce lien n’ouvre plus rien"}>
      {link?.email ? <EmailLink action={confirm} token={token} email={link.email} /> : <SpentEmailLink />}
    </Gate>
  );
}
